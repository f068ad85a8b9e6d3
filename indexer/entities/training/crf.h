// Learns the weights of a linear-chain conditional random field by AdaGrad on single chains. A label
// mask per word says which labels are right: one, or several where the corpus does not tell.
// Single-threaded and free of the clock: the same input gives the same weights, bit for bit.
#pragma once

#include <array>
#include <cstdint>
#include <random>
#include <vector>

#include "indexer/entities/article_memory.h"
#include "indexer/entities/label.h"

namespace dateline {

using LabelMask = std::uint32_t;
inline constexpr LabelMask kAnyLabel = (LabelMask{1} << kLabels) - 1;

using LabelScores = std::array<float, kLabelStride>;
using Transitions = std::array<LabelScores, kLabelStride>;

/// A feature of a word: its row of weights, and the group that dropout hides it with.
struct RowUse {
  std::uint32_t row : 28;
  std::uint32_t group : 4;
};

/// Words that are scored together; kOutside stands on both sides.
struct Chain {
  std::uint32_t first_word = 0;  ///< into ChainSet::words
  std::uint32_t word_count = 0;
  std::uint32_t article = 0;     ///< number of the article it comes from
};

struct ChainWord {
  std::uint64_t first_use = 0;  ///< into ChainSet::uses
  std::uint32_t use_count = 0;
  LabelMask right = kAnyLabel;
};

struct ChainSet {
  std::vector<Chain> chains;
  std::vector<ChainWord> words;
  std::vector<MemoryWord> memory;    ///< per word, for the second pass; labels unset
  std::vector<RowUse> uses;
  std::vector<LabelScores> offsets;  ///< per word, added to its scores; empty: none
};

struct ChainWeights {
  std::vector<LabelScores> rows;
  Transitions transitions{};
};

struct CrfOptions {
  int epochs = 12;
  float rate = 0.15F;
  float decay = 1e-5F;                 ///< share of each weight lost per chain seen, times the rate
  std::array<float, 16> dropout{};     ///< chance of hiding a group of a word
  std::uint32_t seed = 1;
};

class Crf {
 public:
  explicit Crf(std::size_t rows);

  /// Learns from the given chains of `set`.
  void train(const ChainSet& set, std::vector<std::uint32_t> chains, const CrfOptions& options);
  /// The best labels of a chain.
  std::vector<Label> decode(const ChainSet& set, const Chain& chain) const;
  /// The summed weights of a word, without dropout.
  LabelScores score(const ChainSet& set, std::size_t word) const;

  const Transitions& transitions() const { return transitions_; }
  const std::vector<LabelScores>& rows() const { return weights_; }
  /// For blending rows after training.
  LabelScores& row(std::size_t index) { return weights_[index]; }

 private:
  using Rows = std::vector<LabelScores>;

  void learn(const ChainSet& set, const Chain& chain, const CrfOptions& options, float rate);
  void pick_uses(const ChainSet& set, const ChainWord& word, const CrfOptions& options,
                 std::vector<std::uint32_t>& rows);
  void refresh(std::uint32_t row);
  void update(const std::vector<std::uint32_t>& rows, const LabelScores& slope, float rate);
  void update_transitions(float rate);

  Rows weights_;
  Rows squares_;
  std::vector<float> seen_;  ///< value of decayed_ when a row was last decayed
  float decayed_ = 0;        ///< the exponent of all decay so far
  Transitions transitions_{};
  Transitions transition_squares_{};
  std::mt19937 random_;

  // Scratch of learn().
  std::vector<std::vector<std::uint32_t>> rows_;
  std::vector<LabelScores> scores_;
  std::vector<LabelScores> wanted_;
  std::vector<LabelScores> expected_;
  Transitions wanted_pairs_{};
  Transitions expected_pairs_{};
};

/// The best path through `scores` (one per word), kOutside on both sides.
std::vector<Label> best_path(const std::vector<LabelScores>& scores, const Transitions& transitions);

}  // namespace dateline
