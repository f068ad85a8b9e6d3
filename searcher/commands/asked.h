// What the commands share: a query read and resolved against an open index, and what is said on
// standard error. The commands themselves stand one family a file, declared in command_table.h.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "common/error.h"
#include "searcher/match/searcher.h"
#include "searcher/options/options.h"
#include "searcher/output/answer.h"
#include "searcher/output/hit_form.h"
#include "searcher/output/output.h"
#include "searcher/output/terminal.h"
#include "searcher/query/parser.h"
#include "searcher/stopwatch.h"

namespace dateline {

/// A query put to an index.
struct Asked {
  const Options& options;
  Searcher& searcher;
  Node tree;                      ///< resolved, narrowed by the options
  std::vector<NamesTaken> names;  ///< of the query
  std::vector<PatternTaken> patterns;  ///< the same
  Stopwatch stopwatch;            ///< from before it was resolved

  /// As typed; empty if only options narrow.
  std::string query() const { return options.query.value_or(""); }
};

/// The index of the options, with their rules on names, and only what is new where they say so.
Result<std::unique_ptr<Searcher>> open_searcher(const Options& options);

/// Of --synonyms; none without. A Problem names the line. Throws Error if there is no such file.
Result<Synonyms> read_synonyms(const Options& options);

/// As read_query, with what --explain says besides.
Result<ParsedQuery> read_query_with_notes(const Options& options,
                                          std::optional<EntityType> but = std::nullopt);

/// The same with what read_synonyms gave for the options.
Result<ParsedQuery> read_query_with_synonyms(const Options& options, const Synonyms& synonyms,
                                             std::optional<EntityType> but = std::nullopt);

/// The tree of the query narrowed by options, which is every article where there is none.
Result<Node> read_query(const Options& options, std::optional<EntityType> but = std::nullopt);

/// `tree` within --from, --to, --person and so on; of the options that name people, organisations
/// or places without those of type `but`.
Node narrowed_by_options(Node tree, const Options& options,
                         std::optional<EntityType> but = std::nullopt);

SearchRequest request_of(const Options& options);

/// How hits of the index are written one by one.
HitForm form_of(const Options& options, const Searcher& searcher);

Terminal terminal_for(const Options& options);

/// Prints a problem on standard error, with a caret where it has a column.
void tell(const Problem& problem, const std::string& query);

/// Says on standard error which names of the query the index does not have.
void tell_unknown(const std::vector<NamesTaken>& names, const Searcher& searcher);

/// Why no article matches; REQUIRES that none does.
WhyNothing why_nothing(Asked& asked);

/// Says on standard error that no article matches, and why.
void tell_no_match(Asked& asked);

/// Says on standard error that there is nothing to show.
void tell_nothing(const Options& options, const Total& total);

}  // namespace dateline
