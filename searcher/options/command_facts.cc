#include "searcher/options/command_facts.h"

#include <algorithm>
#include <iterator>
#include <string>

#include "searcher/output/names.h"

namespace dateline {

namespace {

using Query = CommandFacts::Query;

const std::vector<Format> kAll(std::begin(kFormats), std::end(kFormats));
const std::vector<Format> kDocuments = {Format::Text, Format::Json, Format::Jsonl};
const std::vector<Format> kTables = {Format::Text, Format::Json, Format::Jsonl, Format::Csv,
                                     Format::Tsv};
const std::vector<Format> kArticle = {Format::Text, Format::Json,   Format::Jsonl,
                                      Format::Ris,  Format::Bibtex, Format::Paths};

const CommandFacts kCommands[] = {
    {Command::Search, Query::Needed, true, kAll},
    {Command::Count, Query::Optional, true, kTables},
    {Command::Kwic, Query::Needed, true, kTables},
    {Command::Timeline, Query::Optional, true, kTables},
    {Command::Facets, Query::Optional, true, kTables},
    {Command::Show, Query::Optional, true, kArticle},
    {Command::Stats, Query::None, true, kTables},
    {Command::Batch, Query::None, true, kTables},
    {Command::Explain, Query::Needed, false, kTables},
    {Command::Card, Query::Needed, true, kDocuments},
    {Command::CopyTo, Query::Needed, true, kDocuments},
    {Command::SavedList, Query::None, false, kDocuments},
    {Command::Forget, Query::None, false, kAll},
    {Command::Alerts, Query::None, false, kDocuments},
    {Command::Generate, Query::Optional, false, kAll},
    {Command::Help, Query::Optional, false, kAll},
    {Command::LongHelp, Query::Optional, false, kAll},
    {Command::Version, Query::Optional, false, kAll},
};

bool narrows(const Options& options) { return options.dates || !options.names.empty(); }

std::optional<Problem> check_format(const Options& options, const CommandFacts& facts) {
  const auto& formats = facts.formats;
  if (std::find(formats.begin(), formats.end(), options.format) != formats.end()) {
    return std::nullopt;
  }
  const std::string name = name_of(options.format);
  const bool lists = !is_table(options.format);
  if (lists) {
    return Problem{"--format " + name + " goes with lists of articles only", "", {}};
  }
  return Problem{options.command_option + " has no " + name + " form", "use --format json", {}};
}

}  // namespace

const CommandFacts& facts_of(Command command) {
  return *std::find_if(std::begin(kCommands), std::end(kCommands),
                       [command](const CommandFacts& facts) { return facts.command == command; });
}

std::optional<Problem> check_command(const Options& options) {
  const CommandFacts& facts = facts_of(options.command);
  if (facts.query == Query::None && options.query) {
    return Problem{
        options.command_option + " takes no query, but there is \"" + *options.query + "\"",
        "",
        {}};
  }
  if (facts.query == Query::Needed && !options.query && !narrows(options)) {
    return Problem{
        "there is no query", "give words to search for; dateline-search -h tells the options", {}};
  }
  if (facts.needs_index && options.index.empty()) {
    return Problem{
        "there is no index", "name its folder with --index DIR, or in DATELINE_INDEX", {}};
  }
  if (auto problem = check_format(options, facts)) return problem;
  const bool charts = options.command == Command::Timeline;
  if (!charts && (options.share || !options.compared.empty())) {
    return Problem{"--share and --compare go with --timeline only", "", {}};
  }
  if (options.multi_select && options.command != Command::Facets) {
    return Problem{"--multi-select goes with --facets only", "", {}};
  }
  if (options.raw_names && !options.authority.empty()) {
    return Problem{"--raw-entities and --authority exclude each other", "", {}};
  }
  return std::nullopt;
}

}  // namespace dateline
