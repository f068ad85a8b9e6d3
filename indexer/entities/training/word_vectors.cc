#include "indexer/entities/training/word_vectors.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
#include <random>

namespace dateline {
namespace {

using Vector = std::array<float, kVectorSize>;

/// Summed in lanes, so that the compiler may use wide registers: a third of the time.
float dot(const float* a, const float* b) {
  constexpr std::size_t kLanes = 8;
  static_assert(kVectorSize % kLanes == 0);
  std::array<float, kLanes> sums{};
  for (std::size_t i = 0; i < kVectorSize; i += kLanes) {
    for (std::size_t k = 0; k < kLanes; ++k) sums[k] += a[i + k] * b[i + k];
  }
  return std::accumulate(sums.begin(), sums.end(), 0.0F);
}

class SkipGram {
 public:
  SkipGram(const std::vector<std::uint32_t>& text, std::size_t words)
      : text_(text), in_(words), out_(words), counts_(words, 0) {
    for (const auto word : text_) {
      if (word != kSentenceBreak) ++counts_[word];
    }
    for (auto& vector : in_) {
      for (float& value : vector) value = (uniform() - 0.5F) / kVectorSize;
    }
    fill_noise();
  }

  void run(int epochs) {
    const double total = static_cast<double>(text_.size()) * epochs;
    double done = 0;
    for (int epoch = 0; epoch < epochs; ++epoch) {
      for (std::size_t i = 0; i < text_.size(); ++i) {
        const auto rate = static_cast<float>(0.05 * std::max(1 - done++ / total, 0.01));
        if (text_[i] != kSentenceBreak && keep(text_[i])) learn_around(i, rate);
      }
    }
  }

  std::vector<std::vector<float>> vectors() const {
    std::vector<std::vector<float>> all;
    for (const auto& vector : in_) {
      const float length = std::sqrt(dot(vector.data(), vector.data())) + 1e-9F;
      std::vector<float> unit(vector.begin(), vector.end());
      for (float& value : unit) value /= length;
      all.push_back(std::move(unit));
    }
    return all;
  }

 private:
  static constexpr int kWindow = 2;
  static constexpr int kNegatives = 5;

  float uniform() { return static_cast<float>(random_() >> 8) / 16777216.0F; }

  void fill_noise() {
    double sum = 0;
    for (const auto count : counts_) sum += std::pow(count, 0.75);
    for (std::uint32_t word = 0; word < counts_.size(); ++word) {
      const double share = std::pow(counts_[word], 0.75) / sum;
      noise_.insert(noise_.end(), static_cast<std::size_t>(share * 2e6) + 1, word);
    }
  }

  /// Very common words are skipped most of the time.
  bool keep(std::uint32_t word) {
    const double share = static_cast<double>(counts_[word]) / static_cast<double>(text_.size());
    return uniform() < std::sqrt(1e-3 / share);
  }

  /// Each neighbour is told apart by its side: what follows "in" is not what comes before it.
  void learn_around(std::size_t i, float rate) {
    for (int side : {-1, 1}) {
      std::size_t at = i;
      for (int step = 0; step < kWindow; ++step) {
        if ((side < 0 && at == 0) || at + 1 >= text_.size()) break;
        at = side < 0 ? at - 1 : at + 1;
        if (text_[at] == kSentenceBreak) break;
        learn_pair(text_[i], text_[at], rate);
      }
    }
  }

  void learn_pair(std::uint32_t word, std::uint32_t neighbour, float rate) {
    Vector& in = in_[word];
    Vector slope{};
    for (int n = 0; n <= kNegatives; ++n) {
      const std::uint32_t target = n == 0 ? neighbour : noise_[random_() % noise_.size()];
      if (n > 0 && target == neighbour) continue;
      Vector& out = out_[target];
      const float chance = 1 / (1 + std::exp(-dot(in.data(), out.data())));
      const float step = rate * ((n == 0 ? 1.0F : 0.0F) - chance);
      for (std::size_t k = 0; k < kVectorSize; ++k) {
        slope[k] += step * out[k];
        out[k] += step * in[k];
      }
    }
    for (std::size_t k = 0; k < kVectorSize; ++k) in[k] += slope[k];
  }

  const std::vector<std::uint32_t>& text_;
  std::vector<Vector> in_;
  std::vector<Vector> out_;
  std::vector<std::uint32_t> counts_;
  std::vector<std::uint32_t> noise_;
  std::mt19937 random_{1};
};

}  // namespace

std::vector<std::vector<float>> learn_word_vectors(const std::vector<std::uint32_t>& text,
                                                   std::size_t words, int epochs) {
  SkipGram model(text, words);
  model.run(epochs);
  return model.vectors();
}

std::vector<std::uint16_t> cluster_vectors(const std::vector<std::vector<float>>& vectors,
                                           std::size_t clusters, int rounds) {
  std::vector<std::vector<float>> centres(vectors.begin(),
                                          vectors.begin() + static_cast<std::ptrdiff_t>(clusters));
  std::vector<std::uint16_t> own(vectors.size(), 0);
  for (int round = 0; round < rounds; ++round) {
    std::vector<std::vector<float>> sums(clusters, std::vector<float>(kVectorSize, 0.0F));
    for (std::size_t i = 0; i < vectors.size(); ++i) {
      float best = -2;
      for (std::size_t c = 0; c < clusters; ++c) {
        const float near = dot(vectors[i].data(), centres[c].data());
        if (near > best) {
          best = near;
          own[i] = static_cast<std::uint16_t>(c);
        }
      }
      for (std::size_t k = 0; k < kVectorSize; ++k) sums[own[i]][k] += vectors[i][k];
    }
    for (std::size_t c = 0; c < clusters; ++c) {
      const float length = std::sqrt(dot(sums[c].data(), sums[c].data()));
      if (length <= 0) continue;
      for (std::size_t k = 0; k < kVectorSize; ++k) centres[c][k] = sums[c][k] / length;
    }
  }
  return own;
}

}  // namespace dateline
