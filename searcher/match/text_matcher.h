// Decides on the text of one article whether it matches a query, and where the query's words stand in
// it. "Postings pick the candidates, the stored text decides": phrases and title searches are decided
// here; highlights and passages come from here for all queries. Not thread-safe: one a thread.
#pragma once

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include "common/text/stemmer.h"
#include "searcher/query/tree.h"

namespace dateline {

/// One place in a text where a leaf (a word or phrase, not negated) of the query stands.
struct Occurrence {
  std::uint32_t begin = 0;  ///< byte offsets into the text
  std::uint32_t end = 0;
  std::uint32_t leaf = 0;  ///< which leaf: 0 for the query's first word or phrase, and so on

  friend bool operator==(const Occurrence& a, const Occurrence& b) {
    return a.begin == b.begin && a.end == b.end && a.leaf == b.leaf;
  }
};

}  // namespace dateline
