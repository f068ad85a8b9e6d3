// The boolean terms that stand for a filter of a query: made here for Xapian's matcher and for sets
// of matches alike.
#pragma once

#include <string>
#include <vector>

#include "searcher/query/tree.h"

namespace dateline {

/// Whether the node is a filter with terms: a date, a source.
bool has_filter_terms(const Node& node);

/// An article matches the node if it has any of these; it has one of them at most. REQUIRES
/// has_filter_terms(node).
std::vector<std::string> filter_terms(const Node& node);

}  // namespace dateline
