// Distinct words met so far, each with its form and, per slot, the summed weights of its features: what
// makes tagging fast. A pure function of the model, so forgetting it changes nothing but time.
//
// Not thread-safe: one per tagger. At most about 25 MB.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include "indexer/entities/model.h"

namespace dateline {

struct CachedWord : WordForm {
  std::uint64_t hash = 0;
  std::uint16_t ready = 0;  ///< bit per slot: its sums are there
  std::array<LabelSums, kSlots> sums{};
};

class WordCache {
 public:
  /// REQUIRES `model` to outlive the cache.
  explicit WordCache(const EntityModel& model);

  /// The word, added if new. The pointer lives until shrink().
  CachedWord* find(std::string_view word);
  /// The summed weights of `word` in `slot`.
  const LabelSums& sums(CachedWord& word, Slot slot) {
    const auto at = static_cast<std::size_t>(slot);
    if ((word.ready >> at & 1U) == 0) fill(word, slot);
    return word.sums[at];
  }
  /// Forgets everything once there is too much. Call between sentences.
  void shrink();

 private:
  static constexpr std::size_t kBlockWords = 256;
  static constexpr std::size_t kMaxWords = 50000;

  void fill(CachedWord& word, Slot slot);
  void grow();

  const EntityModel& model_;
  std::vector<CachedWord*> slots_;  ///< open addressing, power of two
  std::vector<std::unique_ptr<CachedWord[]>> blocks_;
  std::size_t count_ = 0;
  std::vector<Feature> features_;
};

/// Adds weights to sums, without overflow.
inline void add_weights(const LabelWeights& weights, LabelSums& sums) {
  for (std::size_t y = 0; y < kLabelStride; ++y) {
    sums[y] = static_cast<std::int16_t>(sums[y] + weights[y]);
  }
}
inline void add_sums(const LabelSums& more, LabelSums& sums) {
  for (std::size_t y = 0; y < kLabelStride; ++y) {
    sums[y] = static_cast<std::int16_t>(sums[y] + more[y]);
  }
}

}  // namespace dateline
