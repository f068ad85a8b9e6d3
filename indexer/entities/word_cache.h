// Distinct words met so far, each with its form and the summed weights of its features in the parts it can play
// for a scored word: what makes tagging fast. A pure function of the model, so forgetting it changes
// nothing but time.
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

/// What a word is to the scored word: one or two slots, and for words at the ends of the run the place of the
/// scored word in it. PreviousFirst: the word before a scored word that begins its run, so that it is both
/// Slot::Previous and Slot::BeforeRun.
enum class Part : std::uint8_t {
  Here, HereFirst, HereLast, Start,
  Previous, PreviousFirst, PreviousAlone, BeforeInside, BeforeLast,
  Next, NextLast, NextAlone, AfterInside, AfterFirst,
  Previous2, Next2,
  FirstInside, FirstLast, LastInside, LastFirst,
  LinkedBefore, LinkedAfter,
  Count
};
inline constexpr std::size_t kParts = static_cast<std::size_t>(Part::Count);

struct CachedWord : WordForm {
  std::uint32_t id = 0;  ///< distinct among the words of the cache, never 0
  std::array<std::uint32_t, kParts> sums{};  ///< by part: index of its sums, 0 until they are asked for
};

class WordCache {
 public:
  /// REQUIRES `model` to outlive the cache.
  explicit WordCache(const EntityModel& model);

  /// The word, added if new. The pointer lives until shrink().
  CachedWord* find(std::string_view word);
  /// Stands for what is past the edges of a sentence.
  CachedWord& edge() { return edge_; }
  /// The summed weights of `word` playing `part`; valid until the next call.
  const LabelSums& sums(CachedWord& word, Part part) {
    const auto at = static_cast<std::size_t>(part);
    if (word.sums[at] == 0) fill(word, part);
    return sums_[word.sums[at]];
  }
  /// Forgets everything once there is too much; true if so. Call between sentences.
  bool shrink();

 private:
  static constexpr std::size_t kBlockWords = 256;
  static constexpr std::size_t kMaxWords = 50000;
  static constexpr std::size_t kMaxSums = 400000;
  static constexpr std::size_t kFirstSlots = 4096;

  struct Found {
    std::uint64_t hash = 0;
    CachedWord* word = nullptr;
  };

  void clear();
  void fill(CachedWord& word, Part part);
  void grow();

  const EntityModel& model_;
  CachedWord edge_;
  std::vector<Found> slots_;  ///< open addressing, power of two
  std::vector<std::unique_ptr<CachedWord[]>> blocks_;
  std::size_t count_ = 0;
  std::vector<LabelSums> sums_;
  std::vector<Feature> features_;
};

/// Adds weights to sums, without overflow.
inline void add_weights(const LabelWeights& weights, LabelSums& sums) {
  for (std::size_t y = 0; y < kLabelStride; ++y) {
    sums[y] = static_cast<std::int16_t>(sums[y] + weights[y]);
  }
}

/// Adds what the model knows of `features`.
void add_features(const EntityModel& model, const std::vector<Feature>& features, LabelSums& sums);

}  // namespace dateline
