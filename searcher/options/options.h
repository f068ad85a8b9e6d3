// The command line of dateline-search as plain data. Reads argv and DATELINE_INDEX; touches no
// file.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "common/error.h"
#include "searcher/output/format.h"
#include "searcher/output/terminal.h"
#include "searcher/search.h"

namespace dateline {

/// What the program is to do. What each takes and needs stands in command_facts.cc, what it does in
/// commands/command_table.cc.
enum class Command {
  Search,
  Count,
  Timeline,
  Facets,
  Show,
  Stats,
  Batch,
  Explain,
  Help,
  LongHelp,
  Version
};

struct Options {
  Command command = Command::Search;
  std::string command_option;  ///< that chose it: "--count"; empty: Command::Search
  std::string index;           ///< folder; empty only where the command needs none
  std::optional<std::string>
      query;  ///< all QUERY arguments joined by a space; none if there is none
  bool query_lost_quotes =
      false;  ///< an argument had a space: perhaps a phrase whose quotes the shell took
  std::optional<DateRange> dates;  ///< --from, --to
  /// --person and so on: articles with any name of each.
  struct AnyName {
    EntityType type = EntityType::Person;
    std::vector<std::string> names;
  };
  std::vector<AnyName> names;
  std::string authority;   ///< --authority: a file; empty: none
  bool raw_names = false;  ///< --raw-entities
  Date today;
  SortOrder sort = SortOrder::Relevance;
  std::uint32_t limit = 10;
  std::uint32_t offset = 0;
  bool exact = false;
  Format format = Format::Text;
  bool null_separated = false;
  ColorChoice color = ColorChoice::Auto;
  std::uint32_t show_id = 0;                        ///< of Command::Show
  TimelineUnit timeline_unit = TimelineUnit::Year;  ///< of Command::Timeline
  std::vector<FacetField> facets;                   ///< of Command::Facets
  std::uint32_t facet_limit = 10;                   ///< 0: all
  std::uint32_t max_expansions = 1000;  ///< so many words a pattern may be taken for
  std::string batch_file;                           ///< of Command::Batch; "-" is standard input
};

/// A Problem is bad usage: a message of one line, and a hint.
Result<Options> parse_options(int argc, const char* const* argv);

}  // namespace dateline
