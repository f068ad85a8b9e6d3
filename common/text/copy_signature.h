// Near copies: texts that have most of their runs of five words in common, as wire copy has that was
// republished under another headline, cut or lightly edited. Exactly: the share of the distinct runs of
// either text that both have (Jaccard) is kNearCopy or more. A signature of 16 bytes, made when indexing,
// tells which articles may be near copies; their texts decide. What a signature is made of is on disk.
//
// One-permutation MinHash (Li, Owen, Zhang 2012) with the empty bins filled from others (Shrivastava 2017),
// of which one bit a bin is kept (Li, König 2010): of texts with the Jaccard J a bit differs with the
// probability (1 - J) / 2.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/count_bits.h"

namespace dateline {

inline constexpr std::size_t kShingleWords = 5;
inline constexpr double kNearCopy = 0.8;

using CopySignature = std::array<std::uint64_t, 2>;

/// In how many of the 128 bits two signatures differ: 0 for the same text, 12.8 expected where the
/// Jaccard is 0.8, 64 for texts that have nothing in common.
inline unsigned distance(const CopySignature& a, const CopySignature& b) {
  return count_bits(a[0] ^ b[0]) + count_bits(a[1] ^ b[1]);
}

/// Two articles further apart than this are no near copies: 2 % of those with a Jaccard of just 0.8
/// are, of unrelated ones 1 in 10^14 is not. Up to kSurelyCopies they are, without a look at the texts.
/// scripts/evaluate-copies measures both.
inline constexpr unsigned kPerhapsCopies = 20;
inline constexpr unsigned kSurelyCopies = 5;

/// 16 bytes, and back; none if it is no signature.
std::string encode_signature(const CopySignature& signature);
std::optional<CopySignature> decode_signature(std::string_view bytes);

/// Makes signatures, one after the other: some 5 ns a word.
class CopySigner {
 public:
  CopySigner() { clear(); }

  /// The next word of the text, as Tokenizer folds it.
  void add_word(std::string_view folded);

  /// Of the words added, which are then forgotten. None of fewer than kShingleWords.
  std::optional<CopySignature> finish();

 private:
  static constexpr std::size_t kBins = 128;

  void clear();

  std::array<std::uint64_t, kShingleWords> words_{};  ///< hashes of the last words
  std::size_t count_ = 0;
  std::uint64_t rolling_ = 0;
  std::array<std::uint64_t, kBins> smallest_;
};

/// The hashes of the distinct runs of five words, ascending.
std::vector<std::uint64_t> shingles_of(std::string_view text);

/// The share of all that both have, from 0 to 1; 0 if both are empty. REQUIRES shingles_of's order.
double jaccard(const std::vector<std::uint64_t>& a, const std::vector<std::uint64_t>& b);

}  // namespace dateline
