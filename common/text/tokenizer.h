// Splits text into words: the one tokeniser of the project, for articles, queries, phrases,
// highlights and passages alike, so that all of them agree on what a word is.
//
// A word is a run of letters, digits and marks. Inside it: an apostrophe (' or ’) or & before a
// letter ("don't", "at&t"), one of . , between digits ("3.5"; the comma is dropped: "1,000" is
// 1000). Initials are one word without their dots ("U.S." is us). A possessive 's is not part of
// the word ("Kazakhstan's" is kazakhstan). A hyphen separates. Scripts written without spaces (Han,
// Kana, Hangul, Thai, Lao, Khmer, Myanmar) come as overlapping pairs of characters, a lone
// character as itself.
//
// `folded` is lower-case without accents: Erdoğan is erdogan, ﬁre fire, Straße strasse, Đokić
// dokic. Marks are kept where they make another letter (Cyrillic й, Japanese が).
//
// Not thread-safe: one tokeniser a thread. Invalid UTF-8 is skipped over byte by byte, never read
// past.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace dateline {

/// One word of a text. Byte offsets are 32 bits: texts are shorter than 4 GB.
struct Token {
  std::uint32_t begin = 0;  ///< byte offset of the word as written
  std::uint32_t end = 0;    ///< one past its last byte
  std::string_view folded;  ///< valid until the next call of next()
};

class Tokenizer {
 public:
  /// REQUIRES `text` to outlive the tokeniser.
  explicit Tokenizer(std::string_view text) : text_(text) {}

  /// Reads the next word into `token`; false at the end of the text.
  /// " U.S. ruler’s" -> {1, 5, "us"}, {6, 11, "ruler"}
  bool next(Token& token);

 private:
  bool read_plain_word(Token& token);
  bool read_word(Token& token);
  std::size_t fold_word(std::size_t begin);
  bool read_unspaced(Token& token);

  std::string_view text_;
  std::size_t position_ = 0;
  std::size_t unspaced_end_ = 0;  ///< end of the run of unspaced script that position_ is in, or 0
  std::string folded_;
  std::size_t apostrophe_ = 0;  ///< the last one in the word that is being read
  std::array<char, 48> plain_;  ///< the folded form of a plain word
};

/// All of `text` folded, with whatever stands between its words kept: for comparing names and
/// values that are not tokenised. "Agence France-Presse" -> "agence france-presse"
std::string fold(std::string_view text);

}  // namespace dateline
