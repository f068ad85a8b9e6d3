// Finds the best labels for words that were scored together (Viterbi).
#pragma once

#include <vector>

#include "indexer/entities/model.h"

namespace dateline {

/// Scratch for best_labels; one a thread.
struct DecoderScratch {
  std::vector<std::array<Label, kLabelStride>> from;
};

/// Writes the best sequence under may_follow and `pairs` to `labels` (count of them), with kOutside
/// standing on both sides. REQUIRES count > 0.
void best_labels(const LabelSums* scores, std::size_t count, const LabelPairs& pairs,
                 DecoderScratch& scratch, Label* labels);

}  // namespace dateline
