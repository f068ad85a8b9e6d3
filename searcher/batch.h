// --batch: one query a line through one open index, one JSON line each (or the lines of a run for
// trec_eval): the warm path for scripts and benchmarks. Knows no Searcher: it is given the function that
// searches.
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "common/date.h"
#include "common/error.h"
#include "searcher/output/answer.h"
#include "searcher/output/output.h"
#include "searcher/output/trec_output.h"
#include "searcher/query/synonyms.h"
#include "searcher/words/expand.h"

namespace dateline {

/// What holds for all lines that say nothing else.
struct BatchSettings {
  SearchRequest request;  ///< its query narrows that of every line
  Date today;
  const Synonyms* synonyms = nullptr;  ///< --synonyms; null: none
  bool any_words = false;  ///< lines are plain text, not queries
  std::size_t max_expansions = kMostExpansions;
};

/// A line as it is understood.
struct BatchLine {
  std::string id;     ///< of a run only
  std::string query;  ///< as typed
  SearchRequest request;
  std::size_t max_expansions = kMostExpansions;
};

/// The query of a line that has no options of its own.
Result<BatchLine> read_batch_line(const std::string& line, const BatchSettings& settings);

/// A Problem: the line is no query.
using ReadLine = std::function<Result<BatchLine>(const std::string& line)>;

/// A Problem: what the query asks for cannot be looked up.
using SearchLine = std::function<Result<SearchResults>(const BatchLine& line)>;

/// Answers each line of the file descriptor `input`, in order; a line that is no query is answered
/// with its error. Before waiting for input everything is flushed, so that a program may talk
/// with it through pipes. Stops early when the reader of `out` is gone. `ms` is parsing and
/// searching. False when some line was no query. Throws Error if the input cannot be read (`name`
/// is for messages).
///
/// With `run` a line is an id, a tab and the query, and its answer the lines of its hits; what is wrong with
/// a line then goes to standard error.
bool run_batch(int input, const std::string& name, const ReadLine& read, const SearchLine& search,
               const std::optional<TrecQuery>& run, Output& out);

}  // namespace dateline
