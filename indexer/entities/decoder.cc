#include "indexer/entities/decoder.h"

#include <algorithm>

namespace dateline {
namespace {

constexpr std::int32_t kNever = -1000000000;
using Totals = std::array<std::int32_t, kLabelStride>;

/// The labels that may come before each label.
struct Predecessors {
  std::array<std::array<Label, kLabels>, kLabels> labels{};
  std::array<std::uint8_t, kLabels> counts{};

  constexpr Predecessors() {
    for (Label b = 0; b < kLabels; ++b) {
      for (Label a = 0; a < kLabels; ++a) {
        if (may_follow(a, b)) labels[b][counts[b]++] = a;
      }
    }
  }
};
constexpr Predecessors kBefore;

Totals first_totals(const LabelSums& scores, const LabelPairs& pairs) {
  Totals totals;
  totals.fill(kNever);
  for (Label y = 0; y < kLabels; ++y) {
    if (may_follow(kOutside, y)) totals[y] = scores[y] + pairs[kOutside][y];
  }
  return totals;
}

Label best_last(const Totals& totals, const LabelPairs& pairs) {
  Label best = kOutside;
  std::int32_t top = kNever;
  for (Label y = 0; y < kLabels; ++y) {
    if (leaves_open(y)) continue;
    const std::int32_t total = totals[y] + pairs[y][kOutside];
    if (total > top) {
      top = total;
      best = y;
    }
  }
  return best;
}

}  // namespace

void best_labels(const LabelSums* scores, std::size_t count, const LabelPairs& pairs,
                 DecoderScratch& scratch, Label* labels) {
  Totals totals = first_totals(scores[0], pairs);
  if (count == 1) {
    labels[0] = best_last(totals, pairs);
    return;
  }
  if (scratch.from.size() < count) scratch.from.resize(count);
  for (std::size_t t = 1; t < count; ++t) {
    Totals next;
    next.fill(kNever);
    for (Label b = 0; b < kLabels; ++b) {
      for (std::size_t k = 0; k < kBefore.counts[b]; ++k) {
        const Label a = kBefore.labels[b][k];
        const std::int32_t total = totals[a] + pairs[a][b];
        if (total > next[b]) {
          next[b] = total;
          scratch.from[t][b] = a;
        }
      }
      next[b] = std::max(next[b], kNever) + scores[t][b];
    }
    totals = next;
  }
  Label label = best_last(totals, pairs);
  for (std::size_t t = count; t-- > 0;) {
    labels[t] = label;
    if (t > 0) label = scratch.from[t][label];
  }
}

}  // namespace dateline
