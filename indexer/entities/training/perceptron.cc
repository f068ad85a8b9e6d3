#include "indexer/entities/training/perceptron.h"

#include <algorithm>
#include <numeric>
#include <random>

namespace dateline {
namespace {

constexpr float kForbidden = -1e9F;

class Perceptron {
 public:
  Perceptron(const ChainSet& set, std::size_t rows)
      : set_(set), now_{std::vector<LabelScores>(rows), {}}, late_(now_) {}

  void learn(const Chain& chain) {
    ++step_;
    score(chain);
    const std::vector<Label> found = best_path(scores_, now_.transitions);
    if (is_right(chain, found)) return;
    for (std::uint32_t t = 0; t < chain.word_count; ++t) {
      const LabelMask right = set_.words[chain.first_word + t].right;
      for (Label y = 0; y < kLabels; ++y) {
        if ((right >> y & 1) == 0) scores_[t][y] = kForbidden;
      }
    }
    add(chain, best_path(scores_, now_.transitions), 1);
    add(chain, found, -1);
  }

  /// The mean of the weights after each step.
  ChainWeights average() const {
    ChainWeights mean = now_;
    const auto steps = static_cast<float>(step_);
    for (std::size_t row = 0; row < mean.rows.size(); ++row) {
      for (std::size_t y = 0; y < kLabels; ++y) mean.rows[row][y] -= late_.rows[row][y] / steps;
    }
    for (std::size_t a = 0; a < kLabels; ++a) {
      for (std::size_t b = 0; b < kLabels; ++b) mean.transitions[a][b] -= late_.transitions[a][b] / steps;
    }
    return mean;
  }

 private:
  template <class Visit>
  void each_row(const ChainWord& word, Visit visit) const {
    for (std::uint64_t i = 0; i < word.use_count; ++i) visit(set_.uses[word.first_use + i].row);
  }

  void score(const Chain& chain) {
    scores_.assign(chain.word_count, {});
    for (std::uint32_t t = 0; t < chain.word_count; ++t) {
      each_row(set_.words[chain.first_word + t], [&](std::uint32_t row) {
        for (std::size_t y = 0; y < kLabelStride; ++y) scores_[t][y] += now_.rows[row][y];
      });
    }
  }

  bool is_right(const Chain& chain, const std::vector<Label>& labels) const {
    for (std::uint32_t t = 0; t < chain.word_count; ++t) {
      if ((set_.words[chain.first_word + t].right >> labels[t] & 1) == 0) return false;
    }
    return true;
  }

  void add(const Chain& chain, const std::vector<Label>& labels, float sign) {
    const float late = sign * static_cast<float>(step_ - 1);
    Label previous = kOutside;
    for (std::uint32_t t = 0; t < chain.word_count; ++t) {
      const Label label = labels[t];
      each_row(set_.words[chain.first_word + t], [&](std::uint32_t row) {
        now_.rows[row][label] += sign;
        late_.rows[row][label] += late;
      });
      now_.transitions[previous][label] += sign;
      late_.transitions[previous][label] += late;
      previous = label;
    }
    now_.transitions[previous][kOutside] += sign;
    late_.transitions[previous][kOutside] += late;
  }

  const ChainSet& set_;
  ChainWeights now_;
  ChainWeights late_;  ///< each change times the steps before it: what averaging takes off
  std::uint64_t step_ = 0;
  std::vector<LabelScores> scores_;
};

}  // namespace

ChainWeights train_perceptron(const ChainSet& set, std::size_t rows, int epochs) {
  Perceptron perceptron(set, rows);
  std::vector<std::uint32_t> order(set.chains.size());
  std::iota(order.begin(), order.end(), 0U);
  std::mt19937 random(1);
  for (int epoch = 0; epoch < epochs; ++epoch) {
    for (std::size_t i = order.size(); i > 1; --i) std::swap(order[i - 1], order[random() % i]);
    for (const auto index : order) perceptron.learn(set.chains[index]);
  }
  return perceptron.average();
}

}  // namespace dateline
