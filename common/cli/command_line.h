// What the command lines of both programs have in common, around CLI11: which arguments are
// options, messages of our own for every mistake, values given their meaning.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "common/cli/config_file.h"
#include "common/cli/option_facts.h"
#include "common/error.h"
#include "common/text/nearest.h"

namespace dateline {

/// What to say of an option that does not exist and is like none.
struct CommandLineHints {
  std::string see_help;  ///< "dateline-search --help tells all options"
  /// Makes the hint for one with a single dash; may be null.
  std::string (*short_option)(const std::string& name) = nullptr;
  std::string positional_key = {};  ///< of what is no option, in a --config file: "folders"
};

/// A command line taken apart.
struct CommandLine {
  std::vector<OptionValue> options;  ///< in the order of the table, several of one in the order given
  std::vector<std::string> positionals;
};

/// Everything behind "--" is positional, and what does not start with a dash, and "-". What is not on
/// the command line is taken from the file that --config names, of the positionals too; an option that
/// is in neither, from its variable in the environment if that is set. A Problem names an
/// option that does not exist, with the one that was probably meant or else a hint; one that lacks
/// its value; one given twice.
Result<CommandLine> read_command_line(int argc, const char* const* argv,
                                      const std::vector<const OptionFacts*>& options,
                                      const CommandLineHints& hints);

template <class Value>
using Choices = std::vector<std::pair<std::string, Value>>;

/// Sets `value` to what `text` names among the choices.
template <class Value>
std::optional<Problem> choose(const char* option, const std::string& text,
                              const Choices<Value>& choices, Value& value) {
  std::vector<std::string> names;
  std::string list;
  for (const auto& [name, meaning] : choices) {
    if (name == text) {
      value = meaning;
      return std::nullopt;
    }
    names.push_back(name);
    list += (list.empty() ? "" : ", ") + name;
  }
  const std::string meant = nearest(text, names);
  return Problem{
      std::string(option) + " \"" + text + "\" is none of " + list, did_you_mean(meant), {}};
}

/// Sets `value` to the whole number `text`.
std::optional<Problem> set_number(const char* option, const std::string& text,
                                  std::uint32_t& value);

/// Sets `value` to a number of bytes: "500MB", "2G", "1048576"; units K, M, G, T of 1000, with B
/// behind or not; KiB and so on of 1024.
std::optional<Problem> set_size(const char* option, const std::string& text, std::uint64_t& value);

}  // namespace dateline
