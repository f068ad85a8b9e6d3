// The command line of dateline-search as plain data. Reads argv and DATELINE_INDEX; touches no
// file.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "common/cli/option_table.h"
#include "common/error.h"
#include "searcher/output/format.h"
#include "searcher/output/terminal.h"
#include "searcher/passages/kwic.h"
#include "searcher/search.h"

namespace dateline {

/// What the program is to do. What each takes and needs stands in command_facts.cc, what it does in
/// commands/command_table.cc.
enum class Command {
  Search,
  Count,
  Kwic,
  Timeline,
  Facets,
  Show,
  Stats,
  Batch,
  Entities,
  About,
  Network,
  Copies,
  Explain,
  Card,
  CopyTo,
  SavedList,
  Forget,
  Alerts,
  Generate,
  Help,
  QueryHelp,
  LongHelp,
  PrintConfig,
  Version
};

/// What --new-since calls the last run: of the indexer, or of a saved search.
inline constexpr const char* kLastRun = "last-run";

struct Options {
  Command command = Command::Search;
  std::string command_option;  ///< that chose it: "--count"; empty: Command::Search
  std::string index;           ///< folder; empty only where the command needs none
  std::optional<std::string>
      query;  ///< all QUERY arguments joined by a space; none if there is none
  bool any_words = false;  ///< --any: the query is plain text, any of its words
  std::string like;                ///< --like: the number of an article or a path; empty: none
  std::optional<DateRange> dates;  ///< --from, --to
  /// --person and so on: articles with any name of each.
  struct AnyName {
    EntityType type = EntityType::Person;
    std::vector<std::string> names;
  };
  std::vector<AnyName> names;
  std::string authority;   ///< --authority: a file; empty: none
  std::string synonyms;    ///< --synonyms: a file; empty: none
  bool raw_names = false;  ///< --raw-entities
  Date today;
  SortOrder sort = SortOrder::Relevance;
  std::uint32_t half_life_days = 0;  ///< --recency; 0: none
  std::uint32_t limit = 10;  ///< kNoLimit: all
  bool limit_given = false;
  std::uint32_t offset = 0;
  bool exact = false;
  Format format = Format::Text;
  bool null_separated = false;
  std::string run_name = "dateline";  ///< --run-name, of Format::Trec
  ColorChoice color = ColorChoice::Auto;
  PassageSettings passages;                         ///< --snippets, --passage-words
  KwicSort kwic_sort = KwicSort::Date;              ///< of Command::Kwic, and so the next two
  std::uint32_t kwic_words = 12;                    ///< of context, either side
  std::uint32_t kwic_columns = 0;                   ///< 0: what the terminal leaves
  std::uint32_t show_id = 0;                        ///< of Command::Show
  std::uint32_t copies_of = 0;                      ///< of Command::Copies
  bool diff = false;                                ///< --diff, of Command::Copies
  bool explain_scores = false;                      ///< --explain-score
  bool collapse = false;                            ///< --collapse, and so the next
  bool no_collapse = false;                         ///< neither: the form decides
  TimelineUnit timeline_unit = TimelineUnit::Year;  ///< of Command::Timeline
  std::vector<std::string> compared;                ///< --compare: more queries for it
  bool share = false;                               ///< --share
  std::vector<FacetField> facets;                   ///< of Command::Facets
  bool multi_select = false;                        ///< --multi-select
  std::uint32_t facet_limit = 10;                   ///< 0: all
  std::string entity_prefix;                        ///< of Command::Entities; empty: all names
  std::string about;                                ///< of Command::About: a name
  std::string network_file;         ///< of Command::Network; "-": standard output
  std::uint32_t network_limit = 200;
  std::uint32_t network_min = 1;
  std::vector<EntityType> types;    ///< --type; empty: all
  std::uint32_t max_expansions = 1000;              ///< so many words a pattern may be taken for
  std::string copy_to;                              ///< of Command::CopyTo: a folder
  std::string new_since;            ///< --new-since: kLastRun, a day or a time; empty: all
  std::uint32_t first_article = 0;  ///< instead of new_since; 0: see there
  std::string save, saved, forget;  ///< names of saved searches
  std::string searches;             ///< --searches: their file; empty: the default
  std::string generate;             ///< of Command::Generate
  std::string config;               ///< of Command::PrintConfig: what is printed
  std::vector<GivenOption> given;   ///< as on the command line
  std::string batch_file;           ///< of Command::Batch; "-" is standard input
};

/// A Problem is bad usage: a message of one line, and a hint.
Result<Options> parse_options(int argc, const char* const* argv);

/// The same of arguments put together, the program's name first.
Result<Options> parse_options(const std::vector<std::string>& arguments);

}  // namespace dateline
