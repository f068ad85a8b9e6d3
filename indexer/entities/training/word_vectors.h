// Word vectors and clusters from plain text, for words that no tagged corpus has. Skip-gram with
// negative sampling (Mikolov et al. 2013) with a narrow window, which groups words by what they are
// rather than by topic; then k-means. One thread, deterministic.
#pragma once

#include <cstdint>
#include <vector>

namespace dateline {

inline constexpr std::size_t kVectorSize = 64;

/// `text`: word numbers below `words`, kSentenceBreak between sentences. Returns a unit vector per word.
inline constexpr std::uint32_t kSentenceBreak = 0xFFFFFFFF;
std::vector<std::vector<float>> learn_word_vectors(const std::vector<std::uint32_t>& text,
                                                   std::size_t words, int epochs);

/// The cluster, 0 .. clusters-1, of each vector. REQUIRES at least as many vectors as clusters; the
/// first ones seed them.
std::vector<std::uint16_t> cluster_vectors(const std::vector<std::vector<float>>& vectors,
                                           std::size_t clusters, int rounds);

}  // namespace dateline
