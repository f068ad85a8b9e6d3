// A tree written in the query language: the query as it was understood, which reads back to the same
// tree. For saved searches and records of a search.
#pragma once

#include <string>

#include "searcher/query/tree.h"

namespace dateline {

/// A query that parse_query reads as `node`, in one line. Dates are written out, so that it means
/// the same on another day. Empty for All, which no query says. A Word that is not read as
/// it is folded is not written as it can be read; there are few: n's's is n's, and that is n.
///   (and (near/5 (word a) (word b)) (date ..2021-12-31)) -> "(a w/5 b) date:..2021-12-31"
std::string to_query(const Node& node);

}  // namespace dateline
