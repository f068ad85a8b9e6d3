#include "searcher/options.h"

#include <algorithm>
#include <initializer_list>
#include <iterator>
#include <memory>
#include <utility>
#include <vector>

#include "common/cli/command_line.h"
#include "common/text/columns.h"
#include "common/text/tokenizer.h"
#include "searcher/output/names.h"
#include "searcher/query/date_value.h"

namespace dateline {

namespace {

constexpr const char* kSeeHelp = "dateline-search -h tells all options";

constexpr const char* kExamples = R"(
Queries: words (all must match, in any form), OR, NOT or -, ( ), "exact phrase",
  date:2022 date:2021-06..2022-01 date:2021.. date:none date:conflict
  source:Reuters path:wire/ title:word title:"a phrase"
  person:tokayev org:"United Nations" place:almaty entity:nato -person:putin
Use single quotes around a query, or the shell takes the double ones away. One
that starts with a dash goes behind -- at the end of the line, or say NOT.

Examples:
  dateline-search 'kazakhstan (protest OR unrest) -"oil price"' --from 2022-01
  dateline-search 'title:election source:Reuters' --format csv > hits.csv
  dateline-search '"state of emergency"' --timeline month
  dateline-search protest --facets person,org,place --from 2022
  dateline-search --index archive --sort newest -- -sport president

Exit status: 0 found; 1 nothing found, or not every line of --batch is a query;
  2 bad options or query; 3 failed (no index, disk full)
)";

/// What CLI11 fills: texts, given their meaning afterwards so that every mistake has a message of
/// ours.
struct Texts {
  std::string from, to, today;
  std::string sort = "relevance", format, color = "auto", timeline;
  std::vector<std::pair<EntityType, std::string>> names;
  std::string facets, facet_limit = "10";
  std::string limit = "10", offset = "0", show = "0";
  bool count = false, stats = false, explain = false, help = false, version = false;
};

void add_name_option(CLI::App& app, EntityType type, Texts& texts) {
  static constexpr const char* kHelp[] = {"with this person (A,B: any of them; repeatable)",
                                          "with this organisation", "with this place"};
  const auto place = static_cast<std::size_t>(
      std::find(std::begin(kEntityTypes), std::end(kEntityTypes), type) - std::begin(kEntityTypes));
  app.add_option_function<std::vector<std::string>>(
         "--" + std::string(name_of(type)),
         [&texts, type](const std::vector<std::string>& values) {
           for (const std::string& value : values) texts.names.emplace_back(type, value);
         },
         kHelp[place])
      ->expected(1)
      ->take_all()
      ->allow_extra_args(false)
      ->type_name("NAME");
}

void declare_options(CLI::App& app, Texts& texts, Options& options) {
  app.set_help_flag();
  app.add_option("--index", options.index, "index folder (else $DATELINE_INDEX)")
      ->type_name("DIR")
      ->envname("DATELINE_INDEX");
  app.add_option("--from", texts.from, "from this year, month or day on")->type_name("DATE");
  app.add_option("--to", texts.to, "up to the end of it: 2022, 2022-01, 2022-01-07")
      ->type_name("DATE");
  for (const EntityType type : kEntityTypes) {
    add_name_option(app, type, texts);
  }
  app.add_option("--authority", options.authority, "your rules on names: merge, rename, retype, hide")
      ->type_name("FILE");
  app.add_flag("--raw-entities", options.raw_names, "every name as it is in the articles");
  app.add_option("--today", texts.today, "what date:today means")->type_name("DATE");
  app.add_option("--sort", texts.sort, "relevance, newest or oldest first")->type_name("ORDER");
  app.add_option("--limit", texts.limit, "at most N articles (10)")->type_name("N");
  app.add_option("--offset", texts.offset, "leave out the first N")->type_name("N");
  app.add_flag("--exact", options.exact, "count every match, never \"about\"");
  app.add_flag("--count", texts.count, "print only how many articles match");
  app.add_option("--timeline", texts.timeline, "articles per year, month or day")
      ->type_name("UNIT");
  app.add_option("--facets", texts.facets,
                 "articles per person, org, place, source, year, month: a list")
      ->type_name("LIST");
  app.add_option("--facet-limit", texts.facet_limit, "the N largest of each (10; 0: all)")
      ->type_name("N");
  app.add_option("--show", texts.show, "the article of that number, QUERY highlighted")
      ->type_name("ID");
  app.add_flag("--stats", texts.stats, "what is in the index");
  app.add_option("--batch", options.batch_file, "a query a line (- is stdin), a JSON line each")
      ->type_name("FILE");
  app.add_flag("--explain", texts.explain, "print how QUERY is understood, search nothing");
  app.add_option("--format", texts.format, "text, json, jsonl, csv or paths")->type_name("FORM");
  app.add_flag("-0,--null", options.null_separated, "paths end in NUL");
  app.add_option("--color", texts.color, "auto, always or never")->type_name("WHEN");
  app.add_flag("-h,--help", texts.help, "this text");
  app.add_flag("-v,--version", texts.version, "the version");
  app.formatter(std::make_shared<HelpFormat>("dateline-search [options] QUERY... --index DIR"));
  app.get_formatter()->column_width(18);
  app.footer(kExamples);
}

std::string hint_at_exclusion(const std::string& name) {
  return "to exclude a word write NOT " + name.substr(1) + ", or put -- before the query; " +
         kSeeHelp;
}

void set_query(const std::vector<std::string>& arguments, Options& options) {
  for (const std::string& argument : arguments) {
    options.query = options.query ? *options.query + ' ' + argument : argument;
    const bool has_space = argument.find(' ') != std::string::npos;
    const bool has_quote = argument.find('"') != std::string::npos;
    if (has_space && !has_quote) options.query_lost_quotes = true;
  }
}

template <class Value>
Choices<Value> named(std::initializer_list<Value> values) {
  Choices<Value> choices;
  for (const Value value : values) choices.emplace_back(name_of(value), value);
  return choices;
}

std::optional<Problem> set_choices(const Texts& texts, Options& options) {
  const Choices<Format> formats = {{"text", Format::Text},
                                   {"json", Format::Json},
                                   {"jsonl", Format::Jsonl},
                                   {"csv", Format::Csv},
                                   {"paths", Format::Paths}};
  const Choices<ColorChoice> colors = {
      {"auto", ColorChoice::Auto}, {"always", ColorChoice::Always}, {"never", ColorChoice::Never}};
  const auto orders = named({SortOrder::Relevance, SortOrder::Newest, SortOrder::Oldest});
  if (auto problem = choose("--sort", texts.sort, orders, options.sort)) return problem;
  if (auto problem = choose("--color", texts.color, colors, options.color)) return problem;
  const std::string format = !texts.format.empty()    ? texts.format
                             : options.null_separated ? "paths"
                                                      : "text";
  if (auto problem = choose("--format", format, formats, options.format)) return problem;
  if (options.null_separated && options.format != Format::Paths) {
    return Problem{"-0 goes with --format paths only", "", {}};
  }
  if (texts.timeline.empty()) return std::nullopt;
  const auto units = named({TimelineUnit::Year, TimelineUnit::Month, TimelineUnit::Day});
  return choose("--timeline", texts.timeline, units, options.timeline_unit);
}

/// "person,year"
std::optional<Problem> set_facets(const Texts& texts, Options& options) {
  const auto fields = named({FacetField::Person, FacetField::Organisation, FacetField::Place,
                             FacetField::Source, FacetField::Year, FacetField::Month});
  const std::string& list = texts.facets;
  for (std::size_t begin = 0; !list.empty() && begin <= list.size();) {
    const std::size_t end = std::min(list.find(',', begin), list.size());
    const std::string name(trim(std::string_view(list).substr(begin, end - begin)));
    options.facets.emplace_back();
    if (auto problem = choose("--facets", name, fields, options.facets.back())) return problem;
    begin = end + 1;
  }
  return std::nullopt;
}

std::optional<Problem> set_numbers(const Texts& texts, Options& options) {
  if (auto problem = set_number("--limit", texts.limit, options.limit)) return problem;
  if (auto problem = set_number("--offset", texts.offset, options.offset)) return problem;
  if (auto problem = set_number("--facet-limit", texts.facet_limit, options.facet_limit)) {
    return problem;
  }
  return set_number("--show", texts.show, options.show_id);
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

std::optional<Problem> set_dates(const Texts& texts, Options& options) {
  options.today = today();
  if (!texts.today.empty()) {
    const std::optional<Date> day = parse_iso_date(texts.today);
    if (!day)
      return Problem{"--today \"" + texts.today + "\" is not a day", "write 2022-01-07", {}};
    options.today = *day;
  }
  if (texts.from.empty() && texts.to.empty()) return std::nullopt;
  const DateRange ever{kEarliestDate, kLatestDate};
  const Result<DateRange> from = period_option("--from", texts.from, options.today, ever);
  if (!from) return from.problem();
  const Result<DateRange> to = period_option("--to", texts.to, options.today, ever);
  if (!to) return to.problem();
  if (to.value().last < from.value().first) {
    return Problem{"--from " + texts.from + " is after --to " + texts.to, "exchange them", {}};
  }
  options.dates = DateRange{from.value().first, to.value().last};
  return std::nullopt;
}

/// "Putin, Tokayev": any of them.
std::optional<Problem> set_names(const Texts& texts, Options& options) {
  for (const auto& [type, list] : texts.names) {
    Options::AnyName any{type, {}};
    for (std::size_t begin = 0; begin <= list.size();) {
      const std::size_t end = std::min(list.find(',', begin), list.size());
      any.names.emplace_back(trim(std::string_view(list).substr(begin, end - begin)));
      Token word;
      if (!Tokenizer(any.names.back()).next(word)) {
        return Problem{
            "--" + std::string(name_of(type)) + " \"" + list + "\" lacks a name", "", {}};
      }
      begin = end + 1;
    }
    options.names.push_back(std::move(any));
  }
  return std::nullopt;
}

std::optional<Problem> set_command(const CLI::App& app, Options& options) {
  const std::pair<const char*, Command> commands[] = {
      {"--count", Command::Count}, {"--timeline", Command::Timeline},
      {"--facets", Command::Facets},
      {"--show", Command::Show},   {"--stats", Command::Stats},
      {"--batch", Command::Batch}, {"--explain", Command::Explain}};
  const char* chosen = nullptr;
  for (const auto& [name, command] : commands) {
    if (app.get_option(name)->count() == 0) continue;
    if (chosen != nullptr) {
      return Problem{std::string(chosen) + " and " + name + " exclude each other", "", {}};
    }
    chosen = name;
    options.command = command;
  }
  return std::nullopt;
}

/// What the command needs and what it cannot do with.
std::optional<Problem> check_command(const Options& options) {
  const Command command = options.command;
  const bool takes_none = command == Command::Stats || command == Command::Batch;
  if (takes_none && options.query) {
    return Problem{std::string(command == Command::Stats ? "--stats" : "--batch") +
                       " takes no query, but there is \"" + *options.query + "\"",
                   "",
                   {}};
  }
  const bool needs_query = command == Command::Explain || command == Command::Search;
  if (needs_query && !options.query && !options.dates && options.names.empty()) {
    return Problem{"there is no query", std::string("give words to search for; ") + kSeeHelp, {}};
  }
  if (options.index.empty() && command != Command::Explain) {
    return Problem{
        "there is no index", "name its folder with --index DIR, or in DATELINE_INDEX", {}};
  }
  const bool lists = command == Command::Search || command == Command::Show;
  if (options.format == Format::Paths && !lists) {
    return Problem{"--format paths goes with lists of articles only", "", {}};
  }
  if (options.raw_names && !options.authority.empty()) {
    return Problem{"--raw-entities and --authority exclude each other", "", {}};
  }
  if (command == Command::Facets && options.facets.empty()) {
    return Problem{"--facets needs a list", "write --facets person,org,place", {}};
  }
  if (options.format == Format::Csv && command == Command::Show) {
    return Problem{"--show has no csv form", "use --format json", {}};
  }
  return std::nullopt;
}

}  // namespace

Result<Options> parse_options(int argc, const char* const* argv) {
  CLI::App app;
  Texts texts;
  Options options;
  declare_options(app, texts, options);
  Result<Arguments> arguments = part_arguments(argc, argv, app, kSeeHelp, hint_at_exclusion);
  if (!arguments) return arguments.problem();
  try {
    app.parse(arguments.value().options);
  } catch (const CLI::ParseError& error) {
    return Problem{error.what(), kSeeHelp, {}};  // an option twice
  }
  set_query(arguments.value().positionals, options);
  if (texts.help) options.command = Command::Help;
  if (texts.version) options.command = Command::Version;
  if (texts.help || texts.version) return options;
  if (auto problem = set_choices(texts, options)) return *problem;
  if (auto problem = set_facets(texts, options)) return *problem;
  if (auto problem = set_numbers(texts, options)) return *problem;
  if (auto problem = set_dates(texts, options)) return *problem;
  if (auto problem = set_names(texts, options)) return *problem;
  if (auto problem = set_command(app, options)) return *problem;
  if (auto problem = check_command(options)) return *problem;
  return options;
}

std::string help_text() {
  CLI::App app("Searches an index that dateline-index made.");
  Texts texts;
  Options options;
  declare_options(app, texts, options);
  return app.help();
}

}  // namespace dateline
