// Names in a query to the terms of the index: the step between parsing a query and running it.
#pragma once

#include <string>
#include <vector>

#include "searcher/names/vocabulary.h"
#include "searcher/query/tree.h"
#include "searcher/search.h"

namespace dateline {

/// Whether a query asks for names, and so needs a vocabulary.
bool has_names(const Node& query);

/// Fills the terms of all Name nodes; says for each, in the order of the query, which names it took.
std::vector<NamesTaken> resolve_names(Node& query, const Vocabulary& vocabulary);

}  // namespace dateline
