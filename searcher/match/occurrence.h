// Where a query stands in a text: what the matcher finds, and passages, highlights and lists show.
#pragma once

#include <cstdint>

namespace dateline {

/// One place in a text where a leaf (a word, phrase, pattern or near name, not negated) of the query
/// stands.
struct Occurrence {
  std::uint32_t begin = 0;  ///< byte offsets into the text
  std::uint32_t end = 0;
  std::uint32_t leaf = 0;  ///< which leaf: 0 for the query's first word or phrase, and so on

  friend bool operator==(const Occurrence& a, const Occurrence& b) {
    return a.begin == b.begin && a.end == b.end && a.leaf == b.leaf;
  }
};

}  // namespace dateline
