// A mistake in a query shown with a caret under it.
#pragma once

#include <string>

#include "common/error.h"

namespace dateline {

/// The message, the query with a caret under the problem's column, the hint; as many of these as
/// there are, each on a line of its own. Of a long query, what is around the column.
///   dateline-search: nothing to search for follows OR
///     oil OR
///         ^
///   hint: AND, OR and NOT in capitals are operators; ...
std::string problem_text(const Problem& problem, const std::string& query);

}  // namespace dateline
