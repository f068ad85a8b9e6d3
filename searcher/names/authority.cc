#include "searcher/names/authority.h"

#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <utility>

#include "common/text/columns.h"
#include "searcher/names/vocabulary.h"

namespace dateline {

namespace {

/// The parts of a line, and in which column each begins.
struct Fields {
  std::vector<std::string> texts;
  std::vector<std::size_t> columns;
};

struct Mistake {
  std::size_t column;
  std::string message;
};

template <class T>
using Read = std::variant<T, Mistake>;

Fields tab_separated(std::string_view line) {
  Fields fields;
  for (std::size_t begin = 0; begin <= line.size();) {
    const std::size_t end = std::min(line.find('\t', begin), line.size());
    fields.texts.emplace_back(trim(line.substr(begin, end - begin)));
    fields.columns.push_back(begin + 1);
    begin = end + 1;
  }
  return fields;
}

Read<Fields> from_json(std::string_view line) {
  try {
    const auto json = nlohmann::json::parse(line);
    Fields fields;
    for (const char* key : {"rule", "type", "name", "to"}) {
      if (!json.contains(key)) break;
      fields.texts.push_back(json.at(key).get<std::string>());
      fields.columns.push_back(1);
    }
    return fields;
  } catch (const nlohmann::json::parse_error& error) {
    return Mistake{error.byte, "this is not JSON"};
  } catch (const nlohmann::json::exception&) {
    return Mistake{1, "rule, type, name and to are texts"};
  }
}

Read<AuthorityRule> rule_of(const Fields& fields) {
  using Action = AuthorityRule::Action;
  static const std::map<std::string, Action> kActions = {{"merge", Action::Merge},
                                                         {"rename", Action::Rename},
                                                         {"retype", Action::Retype},
                                                         {"hide", Action::Hide}};
  const auto action = fields.texts.empty() ? kActions.end() : kActions.find(fields.texts[0]);
  if (action == kActions.end()) return Mistake{1, "a rule is merge, rename, retype or hide"};
  const std::size_t wanted = action->second == Action::Hide ? 3 : 4;
  if (fields.texts.size() != wanted) {
    return Mistake{
        1, fields.texts[0] + " takes a type, a name" + (wanted == 4 ? " and what it is" : "")};
  }
  AuthorityRule rule;
  rule.action = action->second;
  const auto type = entity_type(fields.texts[1]);
  if (!type) return Mistake{fields.columns[1], "a type is person, org or place"};
  rule.type = *type;
  rule.name = fields.texts[2];
  if (folded_name(rule.name).empty())
    return Mistake{fields.columns[2], "there is no word in this name"};
  if (action->second == Action::Hide) return rule;
  rule.to = fields.texts[3];
  if (folded_name(rule.to).empty())
    return Mistake{fields.columns[3], "there is no word in this name"};
  if (action->second != Action::Retype) return rule;
  const auto to_type = entity_type(rule.to);
  if (!to_type) return Mistake{fields.columns[3], "a type is person, org or place"};
  rule.to_type = *to_type;
  return rule;
}

/// Where names are merged into, by type and folded name.
using Merges = std::map<std::pair<EntityType, std::string>, std::string>;

/// So many names may be merged into one another in a row: no file takes longer than in proportion.
constexpr int kLongestChain = 100;

/// The name where merging `name` into `to` ends; a Mistake if that is `name`, or nowhere soon.
Read<std::string> end_of(const Merges& merges, EntityType type, const std::string& name,
                         std::string to) {
  const std::string start = folded_name(name);
  for (int step = 0; step <= kLongestChain; ++step) {
    const std::string folded = folded_name(to);
    if (folded == start) return Mistake{1, "this merges " + name + " into itself"};
    const auto next = merges.find({type, folded});
    if (next == merges.end()) return to;
    to = next->second;
  }
  return Mistake{
      1, "this merges " + name + " over more than " + std::to_string(kLongestChain) + " others"};
}

}  // namespace

Result<std::vector<AuthorityRule>> parse_authority(std::string_view text, const std::string& file) {
  std::vector<AuthorityRule> rules;
  Merges merges;
  std::size_t number = 0;
  const auto problem = [&](const Mistake& mistake) {
    return Problem{file + ':' + std::to_string(number) + ':' + std::to_string(mistake.column) +
                       ": " + mistake.message,
                   "",
                   {}};
  };
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    std::string_view line = text.substr(begin, end - begin);
    begin = end + 1;
    ++number;
    if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
    if (trim(line).empty() || line.front() == '#') continue;
    Read<Fields> fields = line.front() == '{' ? from_json(line) : tab_separated(line);
    if (const auto* mistake = std::get_if<Mistake>(&fields)) return problem(*mistake);
    Read<AuthorityRule> rule = rule_of(std::get<Fields>(fields));
    if (const auto* mistake = std::get_if<Mistake>(&rule)) return problem(*mistake);
    rules.push_back(std::move(std::get<AuthorityRule>(rule)));
    const AuthorityRule& added = rules.back();
    if (added.action != AuthorityRule::Action::Merge) continue;
    const auto merged = end_of(merges, added.type, added.name, added.to);
    if (const auto* mistake = std::get_if<Mistake>(&merged)) return problem(*mistake);
    merges[{added.type, folded_name(added.name)}] = added.to;
  }
  for (AuthorityRule& rule : rules) {
    if (rule.action != AuthorityRule::Action::Merge) continue;
    const std::string& to = merges[{rule.type, folded_name(rule.name)}];  // of its last rule
    const auto end = end_of(merges, rule.type, rule.name, to);
    if (const auto* mistake = std::get_if<Mistake>(&end)) return problem(*mistake);
    rule.to = std::get<std::string>(end);
  }
  return rules;
}

}  // namespace dateline
