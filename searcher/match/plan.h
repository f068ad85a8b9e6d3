// What of a query the postings decide, and what is then left to decide on each candidate's text.
#pragma once

#include <string>

#include "common/text/stemmer.h"
#include "searcher/query/tree.h"

namespace dateline {

struct Plan {
  Node residual;  ///< a candidate is a match if its text matches this; All: always
  /// The one term whose postings are the candidates, or empty: then their number needs no counting.
  std::string single_term;

  /// Candidates need no look at their texts.
  bool exact() const { return residual.kind == Node::Kind::All; }
};

/// Deterministic; costs microseconds.
Plan make_plan(const Node& query, Stemmer& stemmer);

}  // namespace dateline
