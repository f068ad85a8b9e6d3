#include "searcher/rank/proximity.h"

#include <algorithm>

namespace dateline {

double proximity_bonus(const std::vector<ScoredPlaces::Place>& places,
                       const std::vector<ScoredWord>& words, const Bm25& bm25, double norm) {
  std::vector<double> sums(words.size());
  for (std::size_t i = 1; i < places.size(); ++i) {
    const auto& [before, left] = places[i - 1];
    const auto& [at, right] = places[i];
    if (left == right || at == before || at - before > kFarthestNear) continue;
    const double distance = at - before;
    sums[left] += words[right].weight / (distance * distance);
    sums[right] += words[left].weight / (distance * distance);
  }
  double bonus = 0;
  for (std::size_t i = 0; i < words.size(); ++i) {
    bonus += std::min(1.0, words[i].weight) * bm25.share(sums[i], norm);
  }
  return bonus;
}

double most_proximity(const std::vector<ScoredWord>& words, const Bm25& bm25) {
  double most = 0;
  for (const ScoredWord& word : words) most += std::min(1.0, word.weight) * bm25.most();
  return most;
}

}  // namespace dateline
