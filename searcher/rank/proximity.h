// A bonus for words of the query that stand near each other: BM25TP (Büttcher, Clarke and Lushman, "Term
// proximity scoring for ad-hoc retrieval on very large text collections", SIGIR 2006). Pure numbers.
#pragma once

#include <vector>

#include "searcher/rank/bm25.h"
#include "searcher/rank/scored_terms.h"
#include "searcher/rank/scored_places.h"

namespace dateline {

/// Words farther apart than this do not count as near: they would add less than 1/400 of what neighbours do.
inline constexpr std::uint32_t kFarthestNear = 20;

/// `places` of an article, by position, whose Bm25::norm is `norm`. Each two neighbours among them that
/// are different words, d <= kFarthestNear positions apart, add the weight of the other to either word's sum, over d * d;
/// the bonus is the sum over the words of min(1, weight) * share(its sum, norm).
double proximity_bonus(const std::vector<ScoredPlaces::Place>& places,
                       const std::vector<ScoredWord>& words, const Bm25& bm25, double norm);

/// More than any article gets.
double most_proximity(const std::vector<ScoredWord>& words, const Bm25& bm25);

}  // namespace dateline
