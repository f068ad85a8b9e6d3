// A query tree as Xapian can run it: candidates from the postings, and what of the query is then
// left to decide on each candidate's text.
#pragma once

#include <xapian.h>

#include <string>
#include <vector>

#include "common/text/stemmer.h"
#include "searcher/query/tree.h"

namespace dateline {

struct Plan {
  Xapian::Query candidates;  ///< every match is one of them
  Node residual;             ///< a candidate is a match if its text matches this; All: always
  bool ranked = false;       ///< words give scores; else all candidates are equal
  /// The one term whose postings are the candidates, or empty: then their number needs no counting.
  std::string single_term;

  /// Candidates need no look at their texts.
  bool exact() const { return residual.kind == Node::Kind::All; }
};

/// `roots` are the manifest's. Deterministic; costs microseconds.
Plan make_plan(const Node& query, Stemmer& stemmer, const std::vector<std::string>& roots);

}  // namespace dateline
