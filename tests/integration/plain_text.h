// An article cut into words, sentences and paragraphs by the plainest code there is, for tests that
// check the searcher's: it knows no tokeniser and no TextMatcher, only the rules as they are
// documented, and which characters are letters (common/text/folding.h).
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace dateline {

struct PlainWord {
  std::string folded;
  std::string stem;
  std::size_t begin = 0;  ///< bytes
  std::size_t end = 0;
  std::size_t sentence = 0;   ///< counted from 0
  std::size_t paragraph = 0;
  bool has_small = false;
  bool has_capital = false;
};

/// The words of a title or text; stems are English.
std::vector<PlainWord> plain_words(const std::string& text);

/// Where the lead ends: the paragraphs that begin in the first 200 bytes.
std::size_t plain_lead_end(const std::string& text);

}  // namespace dateline
