// A word as the tagger sees it: everything that depends on the word alone. Computed once per distinct
// word and cached by whoever needs it; a pure function of the word and the lexicon.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "indexer/entities/lexicon.h"

namespace dateline {

/// What the letters of a word say without any look-up: cheap enough for every word of a text.
struct WordTraits {
  static constexpr std::uint8_t kCapital = 1;   ///< has a capital letter: "Obama", "iPhone", "al-Qaeda"
  static constexpr std::uint8_t kLink = 2;      ///< may stand inside a name in lower case: "of", "de", "&"
  static constexpr std::uint8_t kDigit = 4;     ///< starts with a digit
  static constexpr std::uint8_t kAllCapital = 8;  ///< two letters or more, no small letter
  static constexpr std::uint8_t kSmall = 16;    ///< starts with a small letter
};
std::uint8_t traits_of(std::string_view word);
/// Is `word` one of those with kLink?
bool is_link(std::string_view word);

/// `word` in lower case (Unicode simple mapping). Bytes that are not UTF-8 are kept.
std::string lower_case(std::string_view word);
/// "OBAMA" -> "Obama", "JEAN-PIERRE" -> "Jean-Pierre"
std::string title_case(std::string_view word);

struct WordForm {
  std::uint32_t lower = 0;  ///< hash_word of the word in lower case
  std::uint32_t exact = 0;
  std::uint32_t shape = 0;  ///< "Xx", "X.X.", "dd", "Xx-Xx" ... hashed
  std::array<std::uint32_t, 3> prefixes{};  ///< of 2, 3, 4 bytes of the lower-case word; 0 where it is shorter
  std::array<std::uint32_t, 4> suffixes{};  ///< of 1 to 4 bytes
  NameFacts name;      ///< proper-name lists only count for words with a capital
  WordFacts corpus;
  VectorClasses vector{};
  std::uint8_t traits = 0;

  bool capital() const { return (traits & WordTraits::kCapital) != 0; }
};

WordForm word_form(std::string_view word, const Lexicon& lexicon);

}  // namespace dateline
