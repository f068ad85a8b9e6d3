// Splits raw news text into words and sentences for tagging, in the style of tagged corpora: punctuation
// apart, possessive 's apart, n't apart; "U.S.", "Inc.", "J." keep their dot; hyphenated words stay whole
// except for a name with a small-letter tail ("US-backed" is US - backed). A single line break inside
// a paragraph of wrapped lines is a space.
//
// Not the tokeniser of the index (common/text/tokenizer.h), which knows words only: a tagger needs
// punctuation, case and sentences. Language-neutral but for the abbreviations, which are English.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace dateline {

/// Sentences are cut at this many words, so that tables and lists cost bounded memory.
inline constexpr std::size_t kMaxSentenceWords = 300;

struct SplitWord {
  std::uint32_t begin = 0;   ///< byte offset
  std::uint32_t end = 0;     ///< one past the last byte
  std::uint8_t traits = 0;   ///< traits_of() the word
};

struct SplitText {
  std::vector<SplitWord> words;
  std::vector<std::uint32_t> sentence_ends;  ///< index of the first word after each sentence
};

/// Splits `text` (shorter than 4 GB; need not be valid UTF-8) into `out`, whose old content is dropped.
/// "Mr. Xi's U.S. trip began. It" -> Mr. Xi 's U.S. trip began . | It
void split_words(std::string_view text, SplitText& out);

}  // namespace dateline
