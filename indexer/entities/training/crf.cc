#include "indexer/entities/training/crf.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace dateline {
namespace {

constexpr float kTiny = 1e-30F;

/// Allowed pairs as exp(weight), 0 where may_follow forbids.
Transitions exponentials(const Transitions& weights) {
  Transitions out{};
  for (Label a = 0; a < kLabels; ++a) {
    for (Label b = 0; b < kLabels; ++b) out[a][b] = may_follow(a, b) ? std::exp(weights[a][b]) : 0.0F;
  }
  return out;
}

LabelScores exponentials(const LabelScores& scores, LabelMask mask) {
  const float top = *std::max_element(scores.begin(), scores.begin() + kLabels);
  LabelScores out{};
  for (int y = 0; y < kLabels; ++y) out[static_cast<std::size_t>(y)] = (mask >> y & 1) != 0 ? std::exp(scores[static_cast<std::size_t>(y)] - top) + kTiny : 0.0F;
  return out;
}

void normalise(LabelScores& values) {
  const float sum = std::accumulate(values.begin(), values.end(), 0.0F);
  for (float& value : values) value /= sum > 0 ? sum : 1.0F;
}

/// Forward-backward over a chain; marginals per word, and of pairs summed into `pairs`.
class ForwardBackward {
 public:
  ForwardBackward(const std::vector<LabelScores>& scores, const Transitions& steps)
      : scores_(scores), steps_(steps) {}

  template <class Mask>
  void run(std::size_t n, Mask mask, std::vector<LabelScores>& marginals, Transitions& pairs) {
    potentials_.resize(n);
    for (std::size_t t = 0; t < n; ++t) potentials_[t] = exponentials(scores_[t], mask(t));
    forward(n);
    backward(n);
    marginals.resize(n);
    pairs = {};
    for (std::size_t t = 0; t < n; ++t) {
      for (std::size_t y = 0; y < kLabels; ++y) marginals[t][y] = forward_[t][y] * backward_[t][y];
      normalise(marginals[t]);
      add_pairs(t, n, pairs);
    }
    for (std::size_t y = 0; y < kLabels; ++y) {
      pairs[kOutside][y] += marginals[0][y];
      pairs[y][kOutside] += marginals[n - 1][y];
    }
  }

 private:
  void forward(std::size_t n) {
    forward_.assign(n, {});
    for (std::size_t t = 0; t < n; ++t) {
      for (std::size_t b = 0; b < kLabels; ++b) {
        float sum = 0;
        if (t == 0) {
          sum = steps_[kOutside][b];
        } else {
          for (std::size_t a = 0; a < kLabels; ++a) sum += forward_[t - 1][a] * steps_[a][b];
        }
        forward_[t][b] = sum * potentials_[t][b];
      }
      normalise(forward_[t]);
    }
  }

  void backward(std::size_t n) {
    backward_.assign(n, {});
    for (std::size_t t = n; t-- > 0;) {
      for (std::size_t a = 0; a < kLabels; ++a) {
        float sum = 0;
        if (t + 1 == n) {
          sum = steps_[a][kOutside];
        } else {
          for (std::size_t b = 0; b < kLabels; ++b) {
            sum += steps_[a][b] * potentials_[t + 1][b] * backward_[t + 1][b];
          }
        }
        backward_[t][a] = sum;
      }
      normalise(backward_[t]);
    }
  }

  void add_pairs(std::size_t t, std::size_t n, Transitions& pairs) const {
    if (t + 1 == n) return;
    Transitions joint{};
    float sum = 0;
    for (std::size_t a = 0; a < kLabels; ++a) {
      for (std::size_t b = 0; b < kLabels; ++b) {
        joint[a][b] = forward_[t][a] * steps_[a][b] * potentials_[t + 1][b] * backward_[t + 1][b];
        sum += joint[a][b];
      }
    }
    if (sum <= 0) return;
    for (std::size_t a = 0; a < kLabels; ++a) {
      for (std::size_t b = 0; b < kLabels; ++b) pairs[a][b] += joint[a][b] / sum;
    }
  }

  const std::vector<LabelScores>& scores_;
  const Transitions& steps_;
  std::vector<LabelScores> potentials_;
  std::vector<LabelScores> forward_;
  std::vector<LabelScores> backward_;
};

void adagrad(float slope, float rate, float& square, float& weight) {
  square += slope * slope;
  weight += rate * slope / std::sqrt(square + 1e-6F);
}

}  // namespace

std::vector<Label> best_path(const std::vector<LabelScores>& scores, const Transitions& transitions) {
  const std::size_t n = scores.size();
  constexpr float kNever = -std::numeric_limits<float>::infinity();
  std::vector<std::array<Label, kLabelStride>> from(n);
  LabelScores best{};
  for (std::size_t t = 0; t < n; ++t) {
    LabelScores next{};
    next.fill(kNever);
    for (Label b = 0; b < kLabels; ++b) {
      for (Label a = 0; a < (t == 0 ? 1 : kLabels); ++a) {
        if (!may_follow(a, b)) continue;
        const float score = best[a] + transitions[a][b];
        if (score > next[b]) {
          next[b] = score;
          from[t][b] = a;
        }
      }
      next[b] += scores[t][b];
    }
    best = next;
  }
  Label last = kOutside;
  float top = kNever;
  for (Label y = 0; y < kLabels; ++y) {
    if (leaves_open(y)) continue;
    const float score = best[y] + transitions[y][kOutside];
    if (score > top) {
      top = score;
      last = y;
    }
  }
  std::vector<Label> path(n);
  for (std::size_t t = n; t-- > 0; last = from[t][last]) path[t] = last;
  return path;
}

Crf::Crf(std::size_t rows) : weights_(rows), squares_(rows), seen_(rows, 0.0F) {}

void Crf::train(const ChainSet& set, std::vector<std::uint32_t> order, const CrfOptions& options) {
  random_.seed(options.seed);
  const double total = static_cast<double>(options.epochs) * static_cast<double>(order.size());
  std::size_t step = 0;
  for (int epoch = 0; epoch < options.epochs; ++epoch) {
    for (std::size_t i = order.size(); i > 1; --i) std::swap(order[i - 1], order[random_() % i]);
    for (const auto index : order) {
      const double left = 1.0 - static_cast<double>(step++) / total;
      const float rate = options.rate * static_cast<float>(std::max(left, 0.02));
      learn(set, set.chains[index], options, rate);
      decayed_ += rate * options.decay;
    }
  }
  for (std::uint32_t row = 0; row < weights_.size(); ++row) refresh(row);
}

void Crf::pick_uses(const ChainSet& set, const ChainWord& word, const CrfOptions& options,
                    std::vector<std::uint32_t>& rows) {
  std::uint32_t hidden = 0;
  for (std::size_t group = 0; group < options.dropout.size(); ++group) {
    if (options.dropout[group] <= 0) continue;
    const float draw = static_cast<float>(random_() >> 8) / 16777216.0F;
    if (draw < options.dropout[group]) hidden |= 1U << group;
  }
  rows.clear();
  for (std::uint64_t i = 0; i < word.use_count; ++i) {
    const RowUse use = set.uses[word.first_use + i];
    if ((hidden >> use.group & 1U) != 0) continue;
    rows.push_back(use.row);
    __builtin_prefetch(&weights_[use.row]);
    __builtin_prefetch(&squares_[use.row]);
  }
}

void Crf::refresh(std::uint32_t row) {
  const float factor = std::exp(seen_[row] - decayed_);
  seen_[row] = decayed_;
  for (float& weight : weights_[row]) weight *= factor;
}

void Crf::learn(const ChainSet& set, const Chain& chain, const CrfOptions& options, float rate) {
  const std::size_t n = chain.word_count;
  rows_.resize(std::max(rows_.size(), n));
  scores_.assign(n, {});
  LabelMask common = 0;
  bool single = true;
  for (std::size_t t = 0; t < n; ++t) {
    const ChainWord& word = set.words[chain.first_word + t];
    pick_uses(set, word, options, rows_[t]);
    if (!set.offsets.empty()) scores_[t] = set.offsets[chain.first_word + t];
    for (const auto row : rows_[t]) {
      refresh(row);
      for (std::size_t y = 0; y < kLabelStride; ++y) scores_[t][y] += weights_[row][y];
    }
    single = single && (word.right & (word.right - 1)) == 0;
    common |= word.right;
  }
  if (common == kAnyLabel && n == 1) return;  // nothing is known here
  const Transitions steps = exponentials(transitions_);
  ForwardBackward pass(scores_, steps);
  pass.run(n, [](std::size_t) { return kAnyLabel; }, expected_, expected_pairs_);
  pass.run(n, [&](std::size_t t) { return set.words[chain.first_word + t].right; }, wanted_,
           wanted_pairs_);
  for (std::size_t t = 0; t < n; ++t) {
    LabelScores slope{};
    for (std::size_t y = 0; y < kLabels; ++y) slope[y] = wanted_[t][y] - expected_[t][y];
    update(rows_[t], slope, rate);
  }
  update_transitions(rate);
}

void Crf::update(const std::vector<std::uint32_t>& rows, const LabelScores& slope, float rate) {
  for (const auto row : rows) {
    LabelScores& weight = weights_[row];
    LabelScores& square = squares_[row];
    for (std::size_t y = 0; y < kLabelStride; ++y) adagrad(slope[y], rate, square[y], weight[y]);
  }
}

void Crf::update_transitions(float rate) {
  for (Label a = 0; a < kLabels; ++a) {
    for (Label b = 0; b < kLabels; ++b) {
      if (!may_follow(a, b)) continue;
      adagrad(wanted_pairs_[a][b] - expected_pairs_[a][b], rate, transition_squares_[a][b],
              transitions_[a][b]);
    }
  }
}

LabelScores Crf::score(const ChainSet& set, std::size_t word) const {
  LabelScores scores{};
  if (!set.offsets.empty()) scores = set.offsets[word];
  const ChainWord& at = set.words[word];
  for (std::uint64_t i = 0; i < at.use_count; ++i) {
    const LabelScores& weight = weights_[set.uses[at.first_use + i].row];
    for (std::size_t y = 0; y < kLabelStride; ++y) scores[y] += weight[y];
  }
  return scores;
}

std::vector<Label> Crf::decode(const ChainSet& set, const Chain& chain) const {
  std::vector<LabelScores> scores(chain.word_count);
  for (std::size_t t = 0; t < chain.word_count; ++t) scores[t] = score(set, chain.first_word + t);
  return best_path(scores, transitions_);
}

}  // namespace dateline
