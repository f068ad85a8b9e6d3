#include "searcher/options/option_takers.h"

#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

#include "common/text/columns.h"
#include "common/text/tokenizer.h"

namespace dateline {

namespace {

/// "a, b" -> {"a", "b"}
std::vector<std::string> listed(const std::string& list) {
  std::vector<std::string> parts;
  for (std::size_t begin = 0; begin <= list.size();) {
    const std::size_t end = std::min(list.find(',', begin), list.size());
    parts.emplace_back(trim(std::string_view(list).substr(begin, end - begin)));
    begin = end + 1;
  }
  return parts;
}

bool has_word(const std::string& text) {
  Token word;
  return Tokenizer(text).next(word);
}

/// What tells about the program goes with everything.
bool tells(Command command) {
  return command == Command::Help || command == Command::LongHelp || command == Command::Version ||
         command == Command::Generate;
}

}  // namespace

Taker<Given> limit() {
  return {[](const std::string& name, const std::string& value, Given& target) {
    auto problem = set_number(name.c_str(), value, target.limit);
    target.limit_given = true;
    if (!problem && target.limit == 0) target.limit = kNoLimit;
    return problem;
  }};
}

Taker<Given> passage_number(std::size_t PassageSettings::*member, std::uint32_t least,
                            std::uint32_t most) {
  return {[=](const std::string& name, const std::string& value,
              Given& target) -> std::optional<Problem> {
    std::uint32_t number = 0;
    if (auto problem = set_number(name.c_str(), value, number)) return problem;
    if (number < least || number > most) {
      return Problem{name + ' ' + value + " is not from " + std::to_string(least) + " to " +
                         std::to_string(most),
                     "",
                     {}};
    }
    target.passages.*member = number;
    return std::nullopt;
  }};
}

Taker<Given> listed_text(std::vector<std::string> Options::*member) {
  return {[member](const std::string&, const std::string& value, Given& target) {
    (target.*member).push_back(value);
    return std::optional<Problem>();
  }};
}

Taker<Given> format_choice() {
  Choices<Format> formats;
  for (const Format format : kFormats) formats.emplace_back(name_of(format), format);
  Taker<Given> taker = one_of<Given, Format>(&Given::format, formats);
  taker.take = [take = taker.take](const std::string& name, const std::string& value,
                                   Given& target) {
    target.format_given = true;
    return take(name, value, target);
  };
  return taker;
}

Taker<Given> color_choice() {
  return one_of<Given, ColorChoice>(&Given::color, {{"auto", ColorChoice::Auto},
                                                    {"always", ColorChoice::Always},
                                                    {"never", ColorChoice::Never}});
}

Taker<Given> half_life() {
  return {[](const std::string& name, const std::string& value,
             Given& target) -> std::optional<Problem> {
    constexpr std::uint32_t kMostUnits = 10000;
    const Problem problem{name + " \"" + value + "\" is not a time", "write 90d, 12w or 2y", {}};
    if (value.size() < 2) return problem;
    const std::uint32_t days = value.back() == 'd' ? 1 : value.back() == 'w' ? 7 : 365;
    if (days == 365 && value.back() != 'y') return problem;
    std::uint32_t count = 0;
    const std::string digits = value.substr(0, value.size() - 1);
    if (set_number(name.c_str(), digits, count) || count == 0 || count > kMostUnits) return problem;
    target.half_life_days = count * days;
    return std::nullopt;
  }};
}

Taker<Given> facet_list() {
  Choices<FacetField> fields;
  for (const FacetField field : {FacetField::Person, FacetField::Organisation, FacetField::Place,
                                 FacetField::Source, FacetField::Year, FacetField::Month}) {
    fields.emplace_back(name_of(field), field);
  }
  Taker<Given> taker{[fields](const std::string& name, const std::string& value,
                              Given& target) -> std::optional<Problem> {
    if (value.empty())
      return Problem{name + " needs a list", "write --facets person,org,place", {}};
    for (const std::string& part : listed(value)) {
      target.facets.emplace_back();
      if (auto problem = choose(name.c_str(), part, fields, target.facets.back())) return problem;
    }
    return std::nullopt;
  }};
  for (const auto& field : fields) taker.words.push_back(field.first);
  return taker;
}

Taker<Given> entity_types() {
  Choices<EntityType> types;
  for (const EntityType type : kEntityTypes) types.emplace_back(name_of(type), type);
  Taker<Given> taker{[types](const std::string& name, const std::string& value,
                             Given& target) -> std::optional<Problem> {
    for (const std::string& part : listed(value)) {
      target.types.emplace_back();
      if (auto problem = choose(name.c_str(), part, types, target.types.back())) return problem;
    }
    return std::nullopt;
  }};
  for (const auto& type : types) taker.words.push_back(type.first);
  return taker;
}

Taker<Given> one_name(std::string Given::*member) {
  return {[member](const std::string& name, const std::string& value,
                   Given& target) -> std::optional<Problem> {
    target.*member = value;
    if (has_word(value)) return std::nullopt;
    return Problem{name + " \"" + value + "\" lacks a name", "", {}};
  }};
}

Taker<Given> one_word(std::string Given::*member) {
  return {[member](const std::string& name, const std::string& value,
                   Given& target) -> std::optional<Problem> {
    target.*member = value;
    const bool has_space = std::any_of(value.begin(), value.end(), is_ascii_space);
    if (!value.empty() && !has_space) return std::nullopt;
    return Problem{name + " \"" + value + "\" is not one word", "", {}};
  }};
}

Taker<Given> any_name(EntityType type) {
  return {[type](const std::string& name, const std::string& value,
                 Given& target) -> std::optional<Problem> {
    Options::AnyName any{type, listed(value)};
    if (!std::all_of(any.names.begin(), any.names.end(), has_word)) {
      return Problem{name + " \"" + value + "\" lacks a name", "", {}};
    }
    target.names.push_back(std::move(any));
    return std::nullopt;
  }};
}

Taker<Given> command(Command command, Taker<Given> value) {
  std::vector<std::string> words = value.words;
  return {
      [command, take = std::move(value.take)](const std::string& name, const std::string& text,
                                              Given& target) -> std::optional<Problem> {
        if (!target.command_option.empty() && !tells(command)) {
          return Problem{target.command_option + " and " + name + " exclude each other", "", {}};
        }
        target.command = command;
        target.command_option = name;
        return take ? take(name, text, target) : std::nullopt;
      },
      std::move(words)};
}

}  // namespace dateline
