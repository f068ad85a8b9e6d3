#include "searcher/options/batch_options.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "common/text/columns.h"

namespace dateline {

namespace {

/// Which articles, in what order, how many: all that a line of --batch can have of its own.
constexpr std::string_view kOfALine[] = {
    "--any",  "--exact", "--from",  "--limit",   "--max-expansions", "--offset",   "--org", "--person",
    "--place", "--recency", "--sort", "--synonyms", "--to",             "--today"};

struct Line {
  std::vector<std::string> options;  ///< quotes taken away
  std::optional<std::string> query;
};

/// Reads one argument from `at` on, quotes taken away; false if a quote is not closed.
bool read_argument(const std::string& line, std::size_t& at, std::string& argument) {
  char quote = '\0';
  for (; at < line.size() && (quote != '\0' || !is_ascii_space(line[at])); ++at) {
    const char c = line[at];
    if (quote == '\0' && (c == '"' || c == '\'')) {
      quote = c;
    } else if (c == quote) {
      quote = '\0';
    } else {
      argument += c;
    }
  }
  return quote == '\0';
}

Result<Line> split(const std::string& line) {
  Line parts;
  for (std::size_t at = 0;;) {
    while (at < line.size() && is_ascii_space(line[at])) ++at;
    if (at == line.size()) return parts;
    const std::size_t begin = at;
    std::string argument;
    if (!read_argument(line, at, argument)) {
      return Problem{"the quote in an option is not closed", "", begin + 1};
    }
    if (argument == "--") {
      parts.query = std::string(trim(std::string_view(line).substr(at)));
      return parts;
    }
    if (argument.rfind("--", 0) != 0) {
      return Problem{"\"" + argument + "\" is no option",
                     "write a value as --limit=3, and -- before the query",
                     begin + 1};
    }
    parts.options.push_back(std::move(argument));
  }
}

std::string name_of_option(const std::string& argument) {
  return argument.substr(0, argument.find('='));
}

}  // namespace

bool has_options(const std::string& line) { return line.rfind("--", 0) == 0; }

Result<Options> options_of_line(const Options& batch, const std::string& line) {
  const Result<Line> parts = split(line);
  if (!parts) return parts.problem();
  const auto& own = parts.value().options;
  std::vector<std::string> arguments{"dateline-search", "--index=" + batch.index};
  for (const std::string& option : own) {
    const std::string name = name_of_option(option);
    if (std::find(std::begin(kOfALine), std::end(kOfALine), name) == std::end(kOfALine)) {
      return Problem{name + " cannot stand in a line of --batch",
                     "put it on the command line, where it is of all lines",
                     {}};
    }
    arguments.push_back(option);
  }
  for (const GivenOption& option : batch.given) {
    const bool is_replaced = std::any_of(own.begin(), own.end(), [&](const std::string& argument) {
      return name_of_option(argument) == option.name;
    });
    if (is_replaced || option.name == "--index" || option.name == "--batch") continue;
    arguments.push_back(as_argument(option));
  }
  if (parts.value().query) arguments.insert(arguments.end(), {"--", *parts.value().query});
  Result<Options> options = parse_options(arguments);
  if (!options) return options;
  Options& merged = options.value();
  if (!merged.limit_given) merged.limit = batch.limit;
  merged.command = Command::Batch;
  return options;
}

}  // namespace dateline
