// Names in a query to the terms of the index: the step between parsing a query and running it.
#pragma once

#include <vector>

#include "searcher/names/find_entities.h"
#include "searcher/query/tree.h"
#include "searcher/search.h"

namespace dateline {

/// Whether a query asks for names, and so needs a vocabulary.
bool has_names(const Node& query);

/// Fills the terms of all Name nodes: those of all entities one of whose names is meant. Says for
/// each, in the order of the query, which entities it took. `count` is asked about those of several
/// names. REQUIRES `entities` to be of `vocabulary`.
std::vector<NamesTaken> resolve_names(Node& query, const Vocabulary& vocabulary,
                                      const Entities& entities, const CountArticles& count);

}  // namespace dateline
