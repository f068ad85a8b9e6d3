// What of a query gives scores: its words, each once, with the weights the query gives them.
#pragma once

#include <string>
#include <vector>

#include "common/text/stemmer.h"
#include "searcher/query/tree.h"

namespace dateline {

/// A word of the query as ranking sees it: one stem, or several that count as one word (a pattern).
struct ScoredWord {
  std::vector<std::string> stems;  ///< one or more, sorted
  double weight = 1;               ///< as many times as it stands in the query, times the weights there
};

/// In the order of the query. Words under a Not give no score, nor do filters.
std::vector<ScoredWord> scored_words(const Node& query, Stemmer& stemmer);

}  // namespace dateline
