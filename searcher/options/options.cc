#include "searcher/options/options.h"

#include <utility>

#include "searcher/options/command_facts.h"
#include "searcher/options/option_rows.h"
#include "searcher/query/date_value.h"

namespace dateline {

namespace {

constexpr std::uint32_t kNamesListed = 50;  // a line each: more than of articles
constexpr std::uint32_t kHeadlinesListed = 5;
constexpr std::uint32_t kRunLength = 1000;  // as is the custom of TREC
constexpr const char* kSeeHelp = "dateline-search -h tells the options";

std::string hint_at_exclusion(const std::string& name) {
  return "to exclude a word write NOT " + name.substr(1) + ", or put -- before the query; " +
         kSeeHelp;
}

void set_query(const std::vector<std::string>& arguments, Options& options) {
  for (const std::string& argument : arguments) {
    options.query = options.query ? *options.query + ' ' + argument : argument;
  }
}

std::optional<Problem> set_format(Given& options) {
  if (!options.null_separated) return std::nullopt;
  if (!options.format_given) options.format = Format::Paths;
  if (options.format == Format::Paths) return std::nullopt;
  return Problem{"-0 goes with --format paths only", "", {}};
}

/// The days of the year, month or day that was given to an option; `otherwise` if none was.
Result<DateRange> period_option(const char* option, const std::string& text, const Date& today,
                                const DateRange& otherwise) {
  if (text.empty()) return otherwise;
  if (text.find("..") != std::string::npos) {
    return Problem{std::string(option) + " takes one date, not a range",
                   "write date:" + text + " in the query",
                   {}};
  }
  const Result<DateRange> period = parse_date_range(text, today, 1);
  if (period) return period;
  return Problem{std::string(option) + ": " + period.problem().message, period.problem().hint, {}};
}

std::optional<Problem> set_dates(Given& options) {
  options.today = today();
  if (!options.today_text.empty()) {
    const std::optional<Date> day = parse_iso_date(options.today_text);
    if (!day)
      return Problem{"--today \"" + options.today_text + "\" is not a day", "write 2022-01-07", {}};
    options.today = *day;
  }
  if (options.from.empty() && options.to.empty()) return std::nullopt;
  const DateRange ever{kEarliestDate, kLatestDate};
  const Result<DateRange> from = period_option("--from", options.from, options.today, ever);
  if (!from) return from.problem();
  const Result<DateRange> to = period_option("--to", options.to, options.today, ever);
  if (!to) return to.problem();
  if (to.value().last < from.value().first) {
    return Problem{"--from " + options.from + " is after --to " + options.to, "exchange them", {}};
  }
  options.dates = DateRange{from.value().first, to.value().last};
  return std::nullopt;
}

void set_default_limit(Options& options) {
  if (options.limit_given || !options.like.empty()) return;
  const bool streams = options.command == Command::Search && is_streamed(options.format);
  const bool all = options.command == Command::Kwic || options.command == Command::CopyTo;
  if (streams || all) options.limit = kNoLimit;
  if (options.format == Format::Trec) options.limit = kRunLength;
  if (options.command == Command::Entities) options.limit = kNamesListed;
  if (options.command == Command::About) options.limit = kHeadlinesListed;
}

bool tells_about_program(Command command) {
  return command == Command::Help || command == Command::LongHelp ||
         command == Command::QueryHelp || command == Command::Version ||
         command == Command::Generate;
}

/// What is saved gives the rest, so that nothing is missing yet.
Result<Options> of_saved(Given given) {
  if (given.query)
    return Problem{"--saved has its own query", "say what narrows it by options", {}};
  if (!given.save.empty()) return Problem{"--save and --saved exclude each other", "", {}};
  return Options(std::move(given));
}

/// What follows from several options.
std::optional<Problem> set_rest(Given& given) {
  if (auto problem = set_format(given)) return problem;
  if (auto problem = set_dates(given)) return problem;
  set_default_limit(given);
  return check_command(given);
}

Result<Options> to_print(const Result<std::string>& config) {
  if (!config) return config.problem();
  Options options;
  options.command = Command::PrintConfig;
  options.config = config.value();
  return options;
}

}  // namespace

Result<Options> parse_options(int argc, const char* const* argv) {
  Given given;
  const CommandLineHints hints{kSeeHelp, hint_at_exclusion, "query"};
  auto line = parse_command_line(argc, argv, search_option_rows(), hints, given);
  if (!line) return line.problem();
  if (tells_about_program(given.command)) return Options(std::move(given));
  if (given.print_config) return to_print(*line.value().config);
  set_query(line.value().positionals, given);
  given.given = line.value().options;
  if (!given.saved.empty()) return of_saved(std::move(given));
  if (auto problem = set_rest(given)) return blamed(*problem, line.value().options);
  return Options(std::move(given));
}

Result<Options> parse_options(const std::vector<std::string>& arguments) {
  std::vector<const char*> pointers;
  for (const std::string& argument : arguments) pointers.push_back(argument.c_str());
  return parse_options(static_cast<int>(pointers.size()), pointers.data());
}

}  // namespace dateline
