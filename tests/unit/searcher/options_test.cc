#include "searcher/options/options.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <ostream>
#include <sstream>
#include <string>
#include <vector>

#include "common/cli/help.h"
#include "searcher/options/option_rows.h"
#include "searcher/query/tree.h"

namespace dateline {
namespace {

Result<Options> parsed(std::vector<const char*> arguments) {
  arguments.insert(arguments.begin(), "dateline-search");
  return parse_options(static_cast<int>(arguments.size()), arguments.data());
}

/// With an index given, which most rows do not care about.
Result<Options> parsed_with_index(std::vector<const char*> arguments) {
  arguments.insert(arguments.begin(), {"--index", "x"});
  return parsed(arguments);
}

TEST(Options, QueryArgumentsAreJoinedByASpace) {
  const std::pair<std::vector<const char*>, const char*> rows[] = {
      {{"oil", "prices"}, "oil prices"},
      {{"oil prices"}, "oil prices"},
      {{"oil", "--sort", "newest", "prices"}, "oil prices"},
      {{"a", "--", "-oil", "--sort"}, "a -oil --sort"},
      {{"[a,b]", "{c}"}, "[a,b] {c}"},
      {{"", "a"}, " a"},
      {{""}, ""},
      {{"-"}, "-"},
      {{"\"a b\"", "%%x"}, "\"a b\" %%x"},
  };
  for (const auto& [arguments, query] : rows) {
    const Result<Options> options = parsed_with_index(arguments);
    ASSERT_TRUE(options) << query;
    EXPECT_EQ(options.value().query, query);
  }
}

TEST(Options, RecencyIsANumberOfDaysWeeksOrYears) {
  const std::pair<const char*, std::uint32_t> times[] = {{"90d", 90}, {"12w", 84}, {"2y", 730}};
  for (const auto& [time, days] : times) {
    const Result<Options> options = parsed_with_index({"--recency", time, "oil"});
    ASSERT_TRUE(options) << time;
    EXPECT_EQ(options.value().half_life_days, days);
  }
  for (const char* no_time : {"d", "90", "0d", "-1d", "1.5y", "90 d", "99999y", "3m"}) {
    const Result<Options> options = parsed_with_index({"--recency", no_time, "oil"});
    ASSERT_FALSE(options) << no_time;
    EXPECT_EQ(options.problem().hint, "write 90d, 12w or 2y");
  }
}

TEST(Options, ValuesAreTakenAsTheyStand) {
  const Result<Options> options = parsed(
      {"--index=-x", "--limit=5", "--offset", "20", "--sort=oldest", "--format", "csv", "--color",
       "never", "--exact", "--from", "2021", "--to", "2022-02", "--today", "2022-01-07", "q"});
  ASSERT_TRUE(options) << options.problem().message;
  const Options& values = options.value();
  EXPECT_EQ(values.index, "-x");
  EXPECT_EQ(values.limit, 5u);
  EXPECT_EQ(values.offset, 20u);
  EXPECT_EQ(values.sort, SortOrder::Oldest);
  EXPECT_EQ(values.format, Format::Csv);
  EXPECT_EQ(values.color, ColorChoice::Never);
  EXPECT_TRUE(values.exact);
  EXPECT_EQ(values.dates, (DateRange{{2021, 1, 1}, {2022, 2, 28}}));
  EXPECT_EQ(values.today, (Date{2022, 1, 7}));
}

TEST(Options, OneEndOfTheDatesMayBeOpen) {
  EXPECT_EQ(parsed_with_index({"--from", "2021"}).value().dates,
            (DateRange{{2021, 1, 1}, kLatestDate}));
  EXPECT_EQ(parsed_with_index({"--to", "2021"}).value().dates,
            (DateRange{kEarliestDate, {2021, 12, 31}}));
  EXPECT_FALSE(parsed_with_index({"q"}).value().dates);
}

TEST(Options, CommandsHaveTheirOwn) {
  EXPECT_EQ(parsed_with_index({"q"}).value().command, Command::Search);
  EXPECT_EQ(parsed_with_index({"--count", "q"}).value().command, Command::Count);
  EXPECT_EQ(parsed_with_index({"--count"}).value().command, Command::Count);
  EXPECT_EQ(parsed_with_index({"--stats"}).value().command, Command::Stats);
  EXPECT_EQ(parsed({"--explain", "q"}).value().command, Command::Explain);
  EXPECT_EQ(parsed({"-h"}).value().command, Command::Help);
  EXPECT_EQ(parsed({"--version"}).value().command, Command::Version);
  EXPECT_EQ(parsed_with_index({"--batch", "-"}).value().batch_file, "-");
  EXPECT_EQ(parsed_with_index({"--show", "17", "q"}).value().show_id, 17u);
  EXPECT_EQ(parsed_with_index({"--timeline", "day"}).value().timeline_unit, TimelineUnit::Day);
  EXPECT_EQ(parsed_with_index({"--facets", "year, org"}).value().facets,
            (std::vector<FacetField>{FacetField::Year, FacetField::Organisation}));
  EXPECT_EQ(parsed_with_index({"-0", "q"}).value().format, Format::Paths);
}

TEST(Options, NamesAreAnyOfWithinOneAndAllOfAcross) {
  const Options options =
      parsed_with_index({"--person", "Putin, Angela Merkel", "--place=iran", "--person", "Tokayev"})
          .value();
  ASSERT_EQ(options.names.size(), 3u);
  EXPECT_EQ(options.command, Command::Search);
  EXPECT_EQ(options.names[0].names, (std::vector<std::string>{"Putin", "Angela Merkel"}));
  EXPECT_EQ(options.names[1].names, (std::vector<std::string>{"Tokayev"}));
  EXPECT_EQ(options.names[2].type, EntityType::Place);
}

TEST(Options, AnOptionalValueIsWhatFollowsUnlessItIsAnOption) {
  struct Line {
    std::vector<const char*> arguments;
    const char* prefix;
    const char* query;
  };
  const Line lines[] = {{{"--entities"}, "", ""},
                        {{"--entities", "ob"}, "ob", ""},
                        {{"--entities=ob", "oil"}, "ob", "oil"},
                        {{"--entities=", "oil"}, "", "oil"},
                        {{"--entities", "--type", "person", "oil"}, "", "oil"},
                        {{"--entities", "--", "oil"}, "", "oil"},
                        {{"oil", "--entities"}, "", "oil"}};
  for (const Line& line : lines) {
    const Result<Options> options = parsed_with_index(line.arguments);
    ASSERT_TRUE(options) << options.problem().message;
    EXPECT_EQ(options.value().command, Command::Entities);
    EXPECT_EQ(options.value().entity_prefix, line.prefix);
    EXPECT_EQ(options.value().query.value_or(""), line.query);
  }
}

TEST(Options, ListsOfNamesAreLonger) {
  EXPECT_EQ(parsed_with_index({"--entities"}).value().limit, 50U);
  EXPECT_EQ(parsed_with_index({"--about", "NATO"}).value().limit, 5U);
  EXPECT_EQ(parsed_with_index({"--entities", "--limit", "7"}).value().limit, 7U);
}

TEST(Options, TheIndexMayBeInTheEnvironment) {
  setenv("DATELINE_INDEX", "from/environment", 1);
  EXPECT_EQ(parsed({"q"}).value().index, "from/environment");
  EXPECT_EQ(parsed_with_index({"q"}).value().index, "x");
  unsetenv("DATELINE_INDEX");
}

struct Row {
  std::vector<const char*> arguments;
  const char* message;
  const char* hint_start;
};

TEST(Options, MistakesAreOneLineWithAHint) {
  const Row rows[] = {
      {{"--sotr", "x"}, "unknown option --sotr", "did you mean --sort?"},
      {{"--zzz=1"}, "unknown option --zzz", "dateline-search -h"},
      {{"-protest"}, "unknown option -protest", "to exclude a word write NOT protest, or put --"},
      {{"-hostage"}, "unknown option -hostage", "to exclude a word write NOT hostage"},
      {{"--limit"}, "--limit needs a value", "dateline-search -h"},
      {{"--limit", "x"}, "--limit \"x\" is not a number from 0 to 4294967295", ""},
      {{"--limit", "-4"}, "--limit \"-4\" is not a number from 0 to 4294967295", ""},
      {{"--limit", ""}, "--limit \"\" is not a number from 0 to 4294967295", ""},
      {{"--offset", "4294967296"},
       "--offset \"4294967296\" is not a number from 0 to 4294967295",
       ""},
      {{"--show", "1x"}, "--show \"1x\" is not a number from 0 to 4294967295", ""},
      {{"--sort", "newst", "q"},
       "--sort \"newst\" is none of relevance, newest, oldest",
       "did you mean newest?"},
      {{"--format", "xml", "q"},
       "--format \"xml\" is none of text, json, jsonl, csv, tsv, ris, bibtex, paths, trec, names, "
       "graphml",
       ""},
      {{"--timeline", "decade"}, "--timeline \"decade\" is none of year, month, week, day", ""},
      {{"--about"}, "--about needs a value", ""},
      {{"--about", "..."}, "--about \"...\" lacks a name", ""},
      {{"q", "--type", "person"},
       "--type goes with --entities, --about and --network only",
       "for the names in articles write --person"},
      {{"--entities", "--type", "persn"},
       "--type \"persn\" is none of person, org, place",
       "did you mean person?"},
      {{"--network", "x.csv", "--network-limit", "0"}, "--network-limit is from 1 to 5000", ""},
      {{"--network", "-", "--format", "json"},
       "--network has no json form",
       "use --format graphml"},
      {{"--about", "x", "--format", "csv"}, "--about has no csv form", "use --format json"},
      {{"q", "--format", "names"}, "--format names goes with --entities only", ""},
      {{"q", "--format", "graphml"}, "--format graphml goes with --network only", ""},
      {{"--share", "q"}, "--share and --compare go with --timeline only", ""},
      {{"--color", "red", "q"}, "--color \"red\" is none of auto, always, never", ""},
      {{"-0", "--format", "csv", "q"}, "-0 goes with --format paths only", ""},
      {{"--count", "--format", "paths"}, "--format paths goes with lists of articles only", ""},
      {{"--show", "1", "--format", "csv"}, "--show has no csv form", "use --format json"},
      {{"--count", "--stats"}, "--count and --stats exclude each other", ""},
      {{"--stats", "q"}, "--stats takes no query, but there is \"q\"", ""},
      {{"--batch", "-", "q"}, "--batch takes no query, but there is \"q\"", ""},
      {{}, "there is no query", "give words to search for"},
      {{"--explain"}, "there is no query", "give words to search for"},
      {{"--from", "2022-13", "q"},
       "--from: date \"2022-13\" is not a month: they go from 01 to 12",
       "write 2022"},
      {{"--to", "2022-02-31", "q"}, "--to: date \"2022-02-31\" is not a day", "the last day"},
      {{"--from", "2021..2022", "q"},
       "--from takes one date, not a range",
       "write date:2021..2022 in the query"},
      {{"--from", "2022", "--to", "2021", "q"}, "--from 2022 is after --to 2021", "exchange them"},
      {{"--person", "a,,b"}, "--person \"a,,b\" lacks a name", ""},
      {{"--org", "..."}, "--org \"...\" lacks a name", ""},
      {{"--facets", "person,yaer"},
       "--facets \"yaer\" is none of person, org, place, source, year, month",
       "did you mean year?"},
      {{"--raw-entities", "--authority", "f", "q"},
       "--raw-entities and --authority exclude each other",
       ""},
      {{"--facets", ""}, "--facets needs a list", ""},
      {{"--facets", "year", "--facet-limit", "x"},
       "--facet-limit \"x\" is not a number from 0 to 4294967295",
       ""},
      {{"--today", "2022", "q"}, "--today \"2022\" is not a day", "write 2022-01-07"},
  };
  for (const Row& row : rows) {
    const Result<Options> options = parsed_with_index(row.arguments);
    ASSERT_FALSE(options) << row.message;
    EXPECT_EQ(options.problem().message, row.message);
    EXPECT_EQ(options.problem().hint.rfind(row.hint_start, 0), 0u) << options.problem().hint;
    EXPECT_EQ(options.problem().message.find('\n'), std::string::npos);
  }
  EXPECT_EQ(parsed({"q"}).problem().message, "there is no index");
  EXPECT_FALSE(parsed({"--index", "a", "--index", "b", "q"}));
}

TEST(Options, MoreLikeThisNeedsNoQueryAndIsAPageInEveryForm) {
  const Result<Options> options = parsed_with_index({"--like", "17", "--format", "csv"});
  ASSERT_TRUE(options);
  EXPECT_EQ(options.value().like, "17");
  EXPECT_EQ(options.value().limit, 10U);
  EXPECT_FALSE(parsed_with_index({"--like", "17", "--kwic"}));
}

TEST(Options, ARunHasAThousandArticlesUnlessToldOtherwise) {
  EXPECT_EQ(parsed_with_index({"q", "--format", "trec"}).value().limit, 1000U);
  EXPECT_EQ(parsed_with_index({"--batch", "-", "--format", "trec"}).value().limit, 1000U);
  EXPECT_EQ(parsed_with_index({"q", "--format", "trec", "--limit", "7"}).value().limit, 7U);
  EXPECT_EQ(parsed_with_index({"--batch", "-", "--format", "csv"}).problem().message,
            "--batch has no csv form");
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

TEST(Help, FitsAScreen) {
  const auto lines = lines_of(short_help(search_program()));
  EXPECT_LE(lines.size(), 40u);
  for (const std::string& line : lines) EXPECT_LE(line.size(), 80u) << line;
}

TEST(Help, TheLongOneTellsEveryOption) {
  const std::string help = long_help(search_program());
  for (const std::string& line : lines_of(help)) EXPECT_LE(line.size(), 80u) << line;
  for (const OptionGroup& group : search_program().groups) {
    for (const OptionFacts& option : group.options) {
      EXPECT_EQ(help.find(option.name()) != std::string::npos, !option.hidden) << option.name();
    }
  }
}

TEST(Help, GoesWithEverything) {
  EXPECT_EQ(parsed({"-h", "--count"}).value().command, Command::Help);
  EXPECT_EQ(parsed({"--format", "csv", "--show", "1", "--help"}).value().command,
            Command::LongHelp);
}

}  // namespace
}  // namespace dateline
