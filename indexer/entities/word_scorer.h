// Scores the words of sentences: for each the sum of the weights of all its features, as Sentence and features.h
// give them. The sums of features that depend on one word, or on two, are kept and used again, so that most
// words cost a dozen additions. Where a word is outside of names beyond doubt, the rest of its features is left
// out.
//
// Not thread-safe: one per tagger. About 2 MB beside its words.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "indexer/entities/sentence.h"
#include "indexer/entities/word_cache.h"

namespace dateline {

/// Sums by a 64-bit key, never 0; a new key takes the place of an old one.
class SumCache {
 public:
  explicit SumCache(int bits) : entries_(std::size_t{1} << bits), shift_(64 - bits) {}

  /// The sums of `key`; where they are not kept, `fill(LabelSums&)` makes them from zeros.
  template <class Fill>
  const LabelSums& get(std::uint64_t key, Fill fill) {
    Entry& entry = entries_[(key * 0x9E3779B97F4A7C15ULL) >> shift_];
    if (entry.key != key) {
      entry = {key, {}};
      fill(entry.sums);
    }
    return entry.sums;
  }
  void clear() { entries_.assign(entries_.size(), {}); }

 private:
  struct Entry {
    std::uint64_t key = 0;
    LabelSums sums{};
  };
  std::vector<Entry> entries_;
  int shift_;
};

class WordScorer {
 public:
  /// REQUIRES `model` to outlive the scorer.
  explicit WordScorer(const EntityModel& model);

  /// Makes `sentence` ready for `words`, whose traits_of are `traits`: both must live as long as the sentence is
  /// used. Sentences loaded before are no longer scored.
  void load(const std::vector<std::string_view>& words, const std::vector<std::uint8_t>& traits,
            Sentence& sentence);

  /// The sums of word i of the sentence that was loaded last. REQUIRES sentence.scored(i).
  LabelSums score(const Sentence& sentence, std::size_t i);

 private:
  class Total;

  void add_parts(const Sentence& sentence, std::size_t i, RunPlace place, Total& total);
  void add_pairs(const Sentence& sentence, std::size_t i, Total& total);
  void add_rare(const Sentence& sentence, std::size_t i, Total& total);
  CachedWord& word_or_edge(const WordForm* form);
  template <class Add>
  const LabelSums& kept(SumCache& cache, std::uint64_t key, Add add);

  const EntityModel& model_;
  WordCache words_;
  SumCache before_{14};
  SumCache after_{14};
  SumCache around_{14};
  SumCache shapes_{11};
  SumCache edges_{12};
  std::vector<LabelSums> runs_;  ///< by length of the run * 4 + place in it
  std::vector<Feature> features_;
};

}  // namespace dateline
