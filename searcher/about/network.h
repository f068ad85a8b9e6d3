// Who appears with whom: the entities that most matches have, and for each two of them the matches
// that have both. Exact over all matches; memory is that of one counter for each two entities.
#pragma once

#include "searcher/about/answers.h"
#include "searcher/facets/entity_counter.h"

namespace dateline {

/// REQUIRES a counter over the matches of the request's query, and a limit from 1 to
/// kLargestNetwork.
EntityNetwork count_network(const EntityNetworkRequest& request, Snapshot& snapshot,
                            const Vocabulary& vocabulary, const Entities& entities,
                            EntityCounter& counter);

}  // namespace dateline
