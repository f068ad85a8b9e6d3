// As much of the index's vocabulary of names as the names in a query need: so that the first query with
// a name need not read all names. What is resolved with it is what would be with the whole, but for
// suggestions and a user's rules, which need that.
#pragma once

#include <optional>
#include <vector>

#include "common/index/snapshot.h"
#include "searcher/names/vocabulary.h"
#include "searcher/query/tree.h"

namespace dateline {

/// The names that the Name nodes of `query` may mean, and all that decide whether these are one entity
/// with others (entities.h): their other forms; and of people who may be, or may have, a family name
/// alone, all who have it or are called so. None if they are so many that the whole vocabulary is read
/// as fast. Cost: some 100 ns for each name with the words looked for. Throws Error and Xapian::Error.
std::optional<std::vector<IndexedName>> nearby_names(const Node& query, Snapshot& snapshot);

}  // namespace dateline
