#include "searcher/options/command_facts.h"

#include <algorithm>
#include <iterator>
#include <string>

#include "searcher/about/answers.h"
#include "searcher/output/names.h"

namespace dateline {

namespace {

using Query = CommandFacts::Query;

const std::vector<Format> kAll(std::begin(kArticleFormats), std::end(kArticleFormats));
const std::vector<Format> kDocuments = {Format::Text, Format::Json, Format::Jsonl};
const std::vector<Format> kTables = {Format::Text, Format::Json, Format::Jsonl, Format::Csv,
                                     Format::Tsv};
const std::vector<Format> kArticle = {Format::Text, Format::Json,   Format::Jsonl,
                                      Format::Ris,  Format::Bibtex, Format::Paths};

const std::vector<Format> kBatch = {Format::Text, Format::Json, Format::Jsonl, Format::Trec};
const std::vector<Format> kNames = {Format::Text, Format::Json, Format::Jsonl,
                                    Format::Csv,  Format::Tsv,  Format::Names};
const std::vector<Format> kNetwork = {Format::Text, Format::GraphMl, Format::Csv, Format::Tsv};

const CommandFacts kCommands[] = {
    {Command::Search, Query::Needed, true, kAll},
    {Command::Count, Query::Optional, true, kTables},
    {Command::Kwic, Query::Needed, true, kTables},
    {Command::Timeline, Query::Optional, true, kTables},
    {Command::Facets, Query::Optional, true, kTables},
    {Command::Show, Query::Optional, true, kArticle},
    {Command::Stats, Query::None, true, kTables},
    {Command::Copies, Query::None, true, kTables},
    {Command::Batch, Query::None, true, kBatch},
    {Command::Entities, Query::Optional, true, kNames},
    {Command::About, Query::Optional, true, kDocuments},
    {Command::Network, Query::Optional, true, kNetwork},
    {Command::Explain, Query::Needed, false, kTables},
    {Command::Card, Query::Needed, true, kDocuments},
    {Command::CopyTo, Query::Needed, true, kDocuments},
    {Command::SavedList, Query::None, false, kDocuments},
    {Command::Forget, Query::None, false, kAll},
    {Command::Alerts, Query::None, false, kDocuments},
    {Command::Generate, Query::Optional, false, kAll},
    {Command::Help, Query::Optional, false, kAll},
    {Command::LongHelp, Query::Optional, false, kAll},
    {Command::QueryHelp, Query::Optional, false, kAll},
    {Command::PrintConfig, Query::Optional, false, kAll},
    {Command::Version, Query::Optional, false, kAll},
};

/// What follows from the entity commands' own options.
std::optional<Problem> check_entities(const Options& options) {
  const bool is_entity_command = options.command == Command::Entities ||
                                 options.command == Command::About ||
                                 options.command == Command::Network;
  if (!options.types.empty() && !is_entity_command) {
    return Problem{"--type goes with --entities, --about and --network only",
                   "for the names in articles write --person, --org or --place",
                   {}};
  }
  if (options.network_limit < 1 || options.network_limit > kLargestNetwork) {
    return Problem{"--network-limit is from 1 to " + std::to_string(kLargestNetwork), "", {}};
  }
  return std::nullopt;
}

/// Options of lists of articles.
std::optional<Problem> check_list_options(const Options& options) {
  if (options.collapse && options.no_collapse) {
    return Problem{"--collapse and --no-collapse exclude each other", "", {}};
  }
  const bool has_scores = options.command == Command::Search && !is_streamed(options.format);
  if (options.explain_scores && !has_scores) {
    return Problem{"--explain-score goes with lists of articles as text or json only", "", {}};
  }
  if (!options.like.empty() && !options.save.empty()) {
    return Problem{"--like cannot be kept with --save", "", {}};
  }
  if (options.command == Command::Search) return std::nullopt;
  if (options.collapse || options.no_collapse) {
    return Problem{"--collapse and --no-collapse go with lists of articles only", "", {}};
  }
  if (!options.like.empty()) return Problem{"--like goes with lists of articles only", "", {}};
  return std::nullopt;
}

/// There is something to search for, though no query.
bool narrows(const Options& options) {
  return options.dates || !options.names.empty() || !options.like.empty();
}

std::optional<Problem> check_format(const Options& options, const CommandFacts& facts) {
  const auto& formats = facts.formats;
  if (std::find(formats.begin(), formats.end(), options.format) != formats.end()) {
    return std::nullopt;
  }
  const std::string name = name_of(options.format);
  if (options.format == Format::GraphMl || options.format == Format::Names) {
    const char* command = options.format == Format::GraphMl ? "--network" : "--entities";
    return Problem{"--format " + name + " goes with " + command + " only", "", {}};
  }
  const bool is_document = options.format == Format::Json || options.format == Format::Jsonl;
  if (!is_table(options.format) && !is_document) {
    return Problem{"--format " + name + " goes with lists of articles only", "", {}};
  }
  return Problem{options.command_option + " has no " + name + " form",
                 std::string("use --format ") + name_of(formats[1]),
                 {}};
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
  if (auto problem = check_entities(options)) return problem;
  const bool charts = options.command == Command::Timeline;
  if (!charts && (options.share || !options.compared.empty())) {
    return Problem{"--share and --compare go with --timeline only", "", {}};
  }
  if (options.diff && (options.command != Command::Copies || is_table(options.format))) {
    return Problem{"--diff goes with --copies only, and not with tables", "", {}};
  }
  if (options.multi_select && options.command != Command::Facets) {
    return Problem{"--multi-select goes with --facets only", "", {}};
  }
  if (auto problem = check_list_options(options)) return problem;
  if (options.raw_names && !options.authority.empty()) {
    return Problem{"--raw-entities and --authority exclude each other", "", {}};
  }
  return std::nullopt;
}

}  // namespace dateline
