#include "indexer/entities/training/vector_classes.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <istream>
#include <random>

#include "common/error.h"

namespace dateline {
namespace {

/// The means start at words of some frequency: the vectors of rare ones are noise.
constexpr std::size_t kFrequentWords = 60'000;

/// Makes a row of `count` numbers, `stride` apart, as long as 1.
void normalize(float* row, std::size_t count, std::size_t stride) {
  double squares = 0;
  for (std::size_t d = 0; d < count; ++d) squares += double{row[d * stride]} * row[d * stride];
  if (squares == 0) return;
  const auto factor = static_cast<float>(1 / std::sqrt(squares));
  for (std::size_t d = 0; d < count; ++d) row[d * stride] *= factor;
}

class SphericalMeans {
 public:
  /// The means lie side by side, number by number, so that the cosines with all of them are summed at once.
  SphericalMeans(const WordVectors& vectors, std::size_t classes)
      : vectors_(vectors), classes_(classes), means_(vectors.dimensions * classes), cosines_(classes) {
    std::vector<std::size_t> drawn(std::min(vectors.words.size(), kFrequentWords));
    for (std::size_t i = 0; i < drawn.size(); ++i) drawn[i] = i;
    std::mt19937 random(static_cast<std::uint32_t>(classes));
    for (std::size_t k = 0; k < classes; ++k) {
      std::swap(drawn[k], drawn[k + random() % (drawn.size() - k)]);
      add(drawn[k], k);
    }
  }

  std::uint16_t nearest(std::size_t word) {
    const float* vector = &vectors_.numbers[word * vectors_.dimensions];
    std::fill(cosines_.begin(), cosines_.end(), 0.0F);
    for (std::size_t d = 0; d < vectors_.dimensions; ++d) {
      const float* mean = &means_[d * classes_];
      for (std::size_t k = 0; k < classes_; ++k) cosines_[k] += vector[d] * mean[k];
    }
    const auto best = std::max_element(cosines_.begin(), cosines_.end());
    return static_cast<std::uint16_t>(best - cosines_.begin());
  }

  void move_to(const std::vector<std::uint16_t>& class_of) {
    std::fill(means_.begin(), means_.end(), 0.0F);
    for (std::size_t word = 0; word < class_of.size(); ++word) add(word, class_of[word]);
    for (std::size_t k = 0; k < classes_; ++k) normalize(&means_[k], vectors_.dimensions, classes_);
  }

 private:
  void add(std::size_t word, std::size_t k) {
    for (std::size_t d = 0; d < vectors_.dimensions; ++d) {
      means_[d * classes_ + k] += vectors_.numbers[word * vectors_.dimensions + d];
    }
  }

  const WordVectors& vectors_;
  std::size_t classes_;
  std::vector<float> means_;
  std::vector<float> cosines_;
};

}  // namespace

WordVectors read_vectors(std::istream& in, std::size_t most) {
  WordVectors vectors;
  std::string line;
  while (vectors.words.size() < most && std::getline(in, line)) {
    const std::size_t space = line.find(' ');
    if (space == std::string::npos) throw Error("vectors: no numbers: " + line);
    vectors.words.push_back(line.substr(0, space));
    const std::size_t first = vectors.numbers.size();
    char* end = line.data() + space;
    for (char* at = end;; at = end) {
      const float number = std::strtof(at, &end);
      if (end == at) break;
      vectors.numbers.push_back(number);
    }
    const std::size_t count = vectors.numbers.size() - first;
    if (vectors.dimensions == 0) vectors.dimensions = count;
    if (count == 0 || count != vectors.dimensions) {
      throw Error("vectors: " + std::to_string(count) + " numbers for " + vectors.words.back());
    }
    normalize(&vectors.numbers[first], count, 1);
  }
  return vectors;
}

std::vector<std::uint16_t> vector_classes(const WordVectors& vectors, std::size_t classes, int rounds) {
  SphericalMeans means(vectors, classes);
  std::vector<std::uint16_t> class_of(vectors.words.size());
  for (int round = 0; round < rounds; ++round) {
    if (round > 0) means.move_to(class_of);
    for (std::size_t word = 0; word < class_of.size(); ++word) class_of[word] = means.nearest(word);
  }
  for (std::uint16_t& number : class_of) ++number;
  return class_of;
}

}  // namespace dateline
