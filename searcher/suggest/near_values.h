// Which sources or sections an index has that a query which names another probably meant.
#pragma once

#include <cstddef>
#include <vector>

#include <xapian.h>

#include "searcher/query/tree.h"
#include "searcher/words/expand.h"

namespace dateline {

/// At most `most` nodes like `node`, a Source or Section that is not in `database`, with a value that is: first
/// those one or two letters away, then those with the value's words or some of them alone; of those as near, those
/// of most articles first. As to_query writes them, folded, with how many articles have them. Empty for other
/// kinds. Throws Xapian::Error. Cost: one pass over all values.
std::vector<FoundWord> near_values(const Xapian::Database& database, const Node& node, std::size_t most);

}  // namespace dateline
