// Rows of the option table with what each does to the options of its program, and the parsing of a
// command line by them. `Target` is what the rows fill.
//
//   option("--limit", "N", "at most N articles (10)", number(&Options::limit)).common()
#pragma once

#include <algorithm>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "common/cli/command_line.h"
#include "common/cli/option_facts.h"

namespace dateline {

/// What is done with the value of an option (empty for one that takes none): takes it, or says
/// what is wrong with it. `name` is for the message.
template <class Target>
struct Taker {
  std::function<std::optional<Problem>(const std::string& name, const std::string& value,
                                       Target& target)>
      take;
  std::vector<std::string> words = {};  ///< all there are, for completion
};

/// One option. The calls that follow option() say more of it.
template <class Target>
struct OptionRow {
  OptionFacts facts;
  Taker<Target> taker;

  OptionRow& common() { return facts.common = true, *this; }
  OptionRow& hidden() { return facts.hidden = true, *this; }
  OptionRow& repeatable() { return facts.repeatable = true, *this; }
  OptionRow& optional_value() { return facts.optional_value = true, *this; }
  OptionRow& environment(std::string variable) {
    return facts.environment = std::move(variable), *this;
  }
  OptionRow& more(std::string sentences) { return facts.more = std::move(sentences), *this; }
  OptionRow& offers(Offer offer) { return facts.offer = offer, *this; }
};

template <class Target>
struct OptionRows {
  std::string title;
  std::vector<OptionRow<Target>> rows;
};

/// `names`: "--limit" or "-0,--null".
template <class Target>
OptionRow<Target> option(const std::string& names, std::string value, std::string brief,
                         Taker<Target> taker) {
  OptionRow<Target> row;
  const std::size_t comma = names.find(',');
  if (comma != std::string::npos) row.facts.names.push_back(names.substr(0, comma));
  row.facts.names.push_back(names.substr(comma == std::string::npos ? 0 : comma + 1));
  row.facts.value = std::move(value);
  row.facts.brief = std::move(brief);
  row.facts.words = taker.words;
  if (!taker.words.empty()) row.facts.offer = Offer::Words;
  row.taker = std::move(taker);
  return row;
}

/// --config, whose file is read before any taker is asked. `positionals`: what its key for them has, as in "query for
/// the query".
template <class Target>
OptionRow<Target> config_option(const std::string& positionals) {
  const Taker<Target> none{[](const std::string&, const std::string&, Target&) {
    return std::optional<Problem>();
  }};
  return option<Target>(kConfigOption, "FILE", "options from a TOML file", none)
      .offers(Offer::Files)
      .more("A key for each option by its long name without dashes, and " + positionals +
            "; the command line goes before the file, the file before the environment.");
}

/// An option as it was given.
struct GivenOption {
  std::string name;   ///< the long one
  std::string value;  ///< empty for one that takes none
  bool takes_value = false;
  std::string origin = {};  ///< "news.toml:3" where a file gave it; else empty
};

/// "--limit=3", "--any"
inline std::string as_argument(const GivenOption& option) {
  return option.takes_value ? option.name + '=' + option.value : option.name;
}

/// What a command line says beside what the takers took.
struct ParsedLine {
  std::vector<std::string> positionals;
  std::vector<GivenOption> options;  ///< in the order of the table, but for --config
  std::optional<Result<std::string>> config;  ///< with --print-config: what it is to print
};

/// A Problem that is about an option, which its message begins with, told with the file that gave the
/// option if one did.
inline Problem blamed(Problem problem, const std::vector<GivenOption>& options) {
  for (const GivenOption& option : options) {
    const std::size_t size = option.name.size();
    if (option.origin.empty() || problem.message.compare(0, size, option.name) != 0) continue;
    if (problem.message.size() > size && problem.message.find_first_of(" :", size) != size) continue;
    problem.message = option.origin + ": " + problem.message;
    break;
  }
  return problem;
}

template <class Target>
Taker<Target> flag(bool Target::*member) {
  return {[member](const std::string&, const std::string&, Target& target) {
    target.*member = true;
    return std::optional<Problem>();
  }};
}

template <class Target>
Taker<Target> text(std::string Target::*member) {
  return {[member](const std::string&, const std::string& value, Target& target) {
    target.*member = value;
    return std::optional<Problem>();
  }};
}

template <class Target>
Taker<Target> number(std::uint32_t Target::*member) {
  return {[member](const std::string& name, const std::string& value, Target& target) {
    return set_number(name.c_str(), value, target.*member);
  }};
}

template <class Target, class Value>
Taker<Target> one_of(Value Target::*member, const Choices<Value>& choices) {
  Taker<Target> taker{
      [member, choices](const std::string& name, const std::string& value, Target& target) {
        return choose(name.c_str(), value, choices, target.*member);
      }};
  for (const auto& choice : choices) taker.words.push_back(choice.first);
  return taker;
}

template <class Target>
std::vector<OptionGroup> facts_of(const std::vector<OptionRows<Target>>& table) {
  std::vector<OptionGroup> groups;
  for (const OptionRows<Target>& rows : table) {
    groups.push_back({rows.title, {}});
    for (const OptionRow<Target>& row : rows.rows) groups.back().options.push_back(row.facts);
  }
  return groups;
}

/// Gives what the command line says to the rows' takers, in the order of the table. A mistake is a
/// Problem of one line.
template <class Target>
Result<ParsedLine> parse_command_line(int argc, const char* const* argv,
                                      const std::vector<OptionRows<Target>>& table,
                                      const CommandLineHints& hints, Target& target) {
  std::vector<const OptionFacts*> facts;
  std::vector<const Taker<Target>*> takers;
  for (const OptionRows<Target>& rows : table) {
    for (const OptionRow<Target>& row : rows.rows) {
      facts.push_back(&row.facts);
      takers.push_back(&row.taker);
    }
  }
  Result<CommandLine> line = read_command_line(argc, argv, facts, hints);
  if (!line) return line.problem();
  ParsedLine parsed;
  for (const auto& [option, value, origin] : line.value().options) {
    const std::string& name = facts[option]->name();
    if (name == kConfigOption) continue;
    parsed.options.push_back({name, value, !facts[option]->value.empty(), origin});
    if (auto problem = takers[option]->take(name, value, target)) {
      return blamed(*problem, parsed.options);
    }
  }
  parsed.positionals = std::move(line.value().positionals);
  const bool is_printed = std::any_of(
      parsed.options.begin(), parsed.options.end(),
      [](const GivenOption& option) { return option.name == kPrintConfigOption; });
  if (is_printed) {
    parsed.config = config_text(facts_of(table), line.value().options, hints.positional_key,
                                parsed.positionals);
  }
  return parsed;
}

}  // namespace dateline
