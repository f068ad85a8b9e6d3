// Groups words by their vectors: k-means on the unit sphere (Dhillon and Modha 2001), which puts each word into
// the class whose mean direction its vector has the largest cosine with. One thread, deterministic.
#pragma once

#include <cstdint>
#include <iosfwd>
#include <string>
#include <vector>

namespace dateline {

/// Words with a vector of length 1 each.
struct WordVectors {
  std::vector<std::string> words;
  std::size_t dimensions = 0;
  std::vector<float> numbers;  ///< `dimensions` of each word, one word after another
};

/// Reads the first `most` lines of the form of GloVe's files: a word and its numbers, with spaces between. Throws
/// Error where a line has another count of numbers than the first.
WordVectors read_vectors(std::istream& in, std::size_t most);

/// The class, 1 .. classes, of each word after `rounds` rounds. The means start at the vectors of words drawn
/// from the first 60,000. REQUIRES classes <= the smaller of that and the number of words.
std::vector<std::uint16_t> vector_classes(const WordVectors& vectors, std::size_t classes, int rounds);

}  // namespace dateline
