// The second look at an article: what the first pass made of the same words elsewhere in it. Shared by
// the tagger and the trainer.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "indexer/entities/label.h"

namespace dateline {

/// A scored word after the first pass.
struct MemoryWord {
  std::uint32_t lower = 0;  ///< WordForm::lower
  bool capital = false;
  Label label = kOutside;   ///< by the first pass
};

/// Collects first-pass answers over one article, then gives each word features: small numbers that
/// index the model's article weights. Time and memory linear in the words.
class ArticleMemory {
 public:
  static constexpr int kFeaturesPerWord = 3;
  static constexpr int kFeatureCount = 512;
  using Features = std::array<std::uint16_t, kFeaturesPerWord>;

  void clear();
  /// Adds a stretch of words that were scored together.
  void add(const MemoryWord* words, std::size_t count);
  /// REQUIRES that the word was added in a stretch.
  Features features(const MemoryWord& word, std::uint32_t name_length) const;

 private:
  /// Counts by kind: 0 outside, 1..3 index_of(type) + 1, 4 Misc.
  struct Seen {
    std::array<std::uint16_t, 5> kinds{};
    std::uint8_t longest = 0;        ///< words in the longest name that has this word
    std::uint8_t longest_kind = 0;
    std::uint8_t longest_place = 0;  ///< 0 first, 1 last, 2 inside
  };
  struct Entry {
    std::uint32_t lower = 0;
    std::uint32_t article = 0;  ///< in which it was put here: others are free
    Seen seen;
  };

  Seen& seen(std::uint32_t lower);
  const Entry* find(std::uint32_t lower) const;
  std::size_t slot_of(std::uint32_t lower) const;
  void grow();

  std::vector<Entry> entries_;  ///< open addressing, power of two, at most half full
  std::size_t used_ = 0;
  std::uint32_t article_ = 0;
};

/// Sets `lengths` to the length in words of the name each word is part of by the first pass, 0 outside.
void name_lengths(const MemoryWord* words, std::size_t count, std::vector<std::uint32_t>& lengths);

}  // namespace dateline
