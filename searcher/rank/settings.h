// What ranking by relevance is made of. The defaults are what searcher/rank/README.md has measured;
// others are for measuring.
#pragma once

#include <cstddef>
#include <cstdint>

#include "common/date.h"

namespace dateline {

struct Bm25Settings {
  double k1 = 1.2;  ///< how soon further occurrences of a word stop to count
  double b = 0.5;   ///< how much long articles are held against their counts: 0 not, 1 fully
};

/// RankSettings::reranked for queries of plain text, which any of their words satisfies: there the order
/// is all.
inline constexpr std::size_t kAnyWordReranked = 200;

struct RankSettings {
  Bm25Settings bm25;
  double proximity = 1;         ///< of the bonus for words that stand near each other; 0: none
  std::size_t reranked = 20;    ///< best articles whose texts are read for it: some 10 us each
  double lead = 1;              ///< what a word in the lead counts
  double title = 1;             ///< what a word in the title counts
  std::uint32_t lead_words = 50;
  double half_life_days = 0;  ///< of a score, by the article's age; 0: age is nothing to it
  Date today;                 ///< what age is counted to
};

}  // namespace dateline
