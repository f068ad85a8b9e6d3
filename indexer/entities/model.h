// Everything the tagger knows of one language, immutable and shared by any number of taggers: weights of
// features, what may follow what, the lexicon, the second pass. Made by dateline-train-entities.
//
// On disk: "DLEM", a version byte, then one zstd frame of numbers in little-endian order; see model.cc.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/entities/features.h"
#include "indexer/entities/label.h"

namespace dateline {

/// Weights and sums of weights per label, in steps of EntityModel's scale.
using LabelSums = std::array<std::int16_t, kLabelStride>;
using LabelWeights = std::array<std::int8_t, kLabelStride>;
using LabelPairs = std::array<LabelSums, kLabelStride>;

/// Feature key -> weights: open addressing, at most 2/3 full.
class WeightTable {
 public:
  /// REQUIRES keys and weights of the same length, each key once.
  void assign(const std::vector<FeatureKey>& keys, const std::vector<LabelWeights>& weights);
  /// The weights of `key`, or null.
  const LabelWeights* find(FeatureKey key) const {
    std::size_t at = (key * 0x9E3779B1U) >> shift_;
    while (keys_[at] != key) {
      if (keys_[at] == kEmpty) return nullptr;
      at = (at + 1) & (keys_.size() - 1);
    }
    return &weights_[at];
  }
  void prefetch(FeatureKey key) const {
    __builtin_prefetch(&keys_[(key * 0x9E3779B1U) >> shift_]);
  }
  std::size_t size() const { return size_; }

 private:
  static constexpr FeatureKey kEmpty = 0;
  std::vector<FeatureKey> keys_ = {kEmpty, kEmpty};
  std::vector<LabelWeights> weights_ = {{}, {}};
  int shift_ = 31;
  std::size_t size_ = 0;
};

struct EntityModel {
  Lexicon lexicon;
  std::vector<FeatureKey> keys;        ///< sorted; `weights` in the same order
  std::vector<LabelWeights> weights;
  LabelPairs transitions{};
  std::vector<LabelWeights> article_weights;  ///< of the second pass, by article feature
  LabelPairs article_transitions{};
  WeightTable table;                   ///< from keys and weights, by finish()

  /// Makes the table, after the other members are set.
  void finish();

  std::string serialise() const;
  /// Throws Error where `bytes` are not a model of this version.
  static EntityModel parse(std::string_view bytes);

  /// The English model, compiled in. Unpacked at the first call (thread-safe), so that programs which
  /// do not tag do not pay for it.
  static const EntityModel& english();
};

}  // namespace dateline
