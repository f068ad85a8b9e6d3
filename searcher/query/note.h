// What --explain says besides the tree: how something was understood that may have been meant
// otherwise.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace dateline {

struct QueryNote {
  std::string text;
  std::size_t column = 0;  ///< 1-based byte column in the query
};

using QueryNotes = std::vector<QueryNote>;

}  // namespace dateline
