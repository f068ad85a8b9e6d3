// dateline-group-vectors: makes data/entities/vectors.tsv from word vectors in GloVe's form on standard input,
// commonest words first: for each of the first 150,000 words its class in each of kClasses.
#include <functional>
#include <future>
#include <iostream>
#include <vector>

#include "indexer/entities/lexicon.h"
#include "indexer/entities/training/vector_classes.h"

namespace dateline {
namespace {

constexpr std::size_t kWords = 150'000;
constexpr std::size_t kClasses[kVectorClassings] = {64, 300, 1200, 4000};
constexpr int kRounds = 12;

void run() {
  const WordVectors vectors = read_vectors(std::cin, kWords);
  std::vector<std::future<std::vector<std::uint16_t>>> running;
  for (const std::size_t classes : kClasses) {
    running.push_back(std::async(std::launch::async, vector_classes, std::cref(vectors), classes, kRounds));
  }
  std::vector<std::vector<std::uint16_t>> classings;
  for (auto& one : running) classings.push_back(one.get());
  for (std::size_t i = 0; i < vectors.words.size(); ++i) {
    std::cout << vectors.words[i];
    for (const auto& classing : classings) std::cout << '\t' << classing[i];
    std::cout << '\n';
  }
}

}  // namespace
}  // namespace dateline

int main() {
  std::ios::sync_with_stdio(false);
  try {
    dateline::run();
  } catch (const std::exception& error) {
    std::cerr << "dateline-group-vectors: " << error.what() << '\n';
    return 3;
  }
}
