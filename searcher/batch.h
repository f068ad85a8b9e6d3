// --batch: one query a line through one open index, one JSON line each: the warm path for scripts
// and benchmarks. Knows no Searcher: it is given the function that searches.
#pragma once

#include <functional>
#include <optional>

#include "common/date.h"
#include "common/error.h"
#include "searcher/output/output.h"
#include "searcher/query/synonyms.h"
#include "searcher/search.h"

namespace dateline {

/// What holds for all lines.
struct BatchSettings {
  SearchRequest request;  ///< its query narrows that of every line
  Date today;
  const Synonyms* synonyms = nullptr;  ///< --synonyms; null: none
  bool any_words = false;  ///< lines are plain text, not queries
};

/// A Problem: what the query asks for cannot be looked up.
using SearchFunction = std::function<Result<SearchResults>(const SearchRequest&)>;

/// Answers each line of the file descriptor `input`, in order; a line that is no query is answered
/// with its error. Before waiting for input everything is flushed, so that a program may talk
/// with it through pipes. Stops early when the reader of `out` is gone. `ms` is parsing and
/// searching. False when some line was no query. Throws Error if the input cannot be read (`name`
/// is for messages).
bool run_batch(int input, const std::string& name, const BatchSettings& settings,
               const SearchFunction& search, Output& out);

}  // namespace dateline
