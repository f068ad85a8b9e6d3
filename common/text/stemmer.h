// Folded words to the terms that stand for them in the index: Snowball stems through Xapian, with a
// memory: news repeats its words, so that nearly every call is one hash look-up. Articles and
// queries both get their terms here. Not thread-safe: one stemmer a thread.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "common/text/common_pairs.h"
#include "common/text/string_table.h"

namespace dateline {

/// Xapian refuses terms over 245 bytes; no word people search for is longer than this.
inline constexpr std::size_t kLongestTerm = 64;

/// The same text, or if it is longer than kLongestTerm bytes its beginning and a hash of the whole.
std::string shortened_term(const std::string& text);

class Stemmer {
 public:
  /// `language`: a name or ISO code that Xapian knows ("english", "en"), or "none". Throws Error,
  /// naming those there are, for others.
  explicit Stemmer(const std::string& language);

  /// The number of a folded word's stem ("protests", "protest" -> the same). Numbers count from 0: first
  /// the common words (common_pairs.h) in their order, then by first appearance. They hold until forget().
  std::uint32_t stem_number(std::string_view folded) { return stem_of_word_[word_number(folded)]; }

  /// The same in two steps: the number of the word, counted like those of stems, and its stem's.
  std::uint32_t word_number(std::string_view folded);
  std::uint32_t stem_of_word(std::uint32_t word) const { return stem_of_word_[word]; }

  /// Whether a stem is that of a common word, as "its" has.
  bool is_common_stem(std::uint32_t stem) const { return stem < common_stems_; }

  /// Valid until forget(). REQUIRES a number from word_number().
  std::string_view word_text(std::uint32_t word) const { return words_.text(word); }

  /// The stem as it stands in the index: shortened_term has been at it. Valid until forget().
  /// REQUIRES a number from stem_number().
  std::string_view stem_text(std::uint32_t number) const { return stems_.text(number); }

  /// Whether a word and its stem always begin with the same byte, as where only endings are taken
  /// off.
  bool keeps_first_byte() const { return keeps_first_byte_; }

  std::string_view stem(std::string_view folded) { return stem_text(stem_number(folded)); }

  /// How many stem numbers have been given, the common words' among them.
  std::uint32_t stems() const { return stems_.size(); }

  std::size_t memory_bytes() const;

  /// Empties the memory; all numbers, but those of common words, and views become invalid.
  void forget();

 private:
  void number_common_words();

  Xapian::Stem snowball_;
  bool keeps_first_byte_;
  StringTable words_;
  std::vector<std::uint32_t> stem_of_word_;
  StringTable stems_;
  std::uint32_t common_stems_ = 0;
};

}  // namespace dateline
