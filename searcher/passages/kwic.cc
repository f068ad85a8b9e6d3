#include "searcher/passages/kwic.h"

#include <algorithm>
#include <string_view>

#include "common/text/columns.h"
#include "common/text/folding.h"
#include "common/text/tokenizer.h"
#include "common/text/utf8.h"

namespace dateline {

namespace {

constexpr std::size_t kMostColumnsAWord = 12;

/// Where context of `words` words that ends at `end` begins.
std::size_t context_begin(std::string_view text, std::size_t end, std::size_t words) {
  const std::size_t most = words * kMostColumnsAWord;
  std::size_t begin = end;
  bool in_word = false;
  for (std::size_t left = words; begin > 0 && end - begin < most;) {
    const bool space = is_ascii_space(text[begin - 1]);
    if (space && in_word && --left == 0) break;
    in_word = !space;
    --begin;
  }
  while (begin < end && (static_cast<unsigned char>(text[begin]) & 0xC0) == 0x80) ++begin;
  return begin;
}

std::size_t context_end(std::string_view text, std::size_t begin, std::size_t words) {
  const std::size_t limit = std::min(text.size(), begin + words * kMostColumnsAWord);
  std::size_t end = begin;
  bool in_word = false;
  for (std::size_t left = words; end < limit; ++end) {
    const bool space = is_ascii_space(text[end]);
    if (space && in_word && --left == 0) break;
    in_word = !space;
  }
  return utf8_floor(text, end);
}

/// White space folded as fold_spaces does, but one kept at the side of the hit.
std::string left_context(std::string_view text) {
  std::string folded = fold_spaces(text);
  if (!text.empty() && is_ascii_space(text.back()) && !folded.empty()) folded += ' ';
  return folded;
}

std::string right_context(std::string_view text) {
  std::string folded = fold_spaces(text);
  if (!text.empty() && is_ascii_space(text.front()) && !folded.empty()) folded.insert(0, 1, ' ');
  return folded;
}

std::vector<std::string> words_of(const std::string& text) {
  std::vector<std::string> words;
  Tokenizer tokenizer(text);
  for (Token token; tokenizer.next(token);) words.emplace_back(token.folded);
  return words;
}

}  // namespace

std::vector<KwicLine> kwic_lines(const Hit& hit, std::size_t words) {
  std::vector<KwicLine> lines;
  const auto add = [&](std::string_view text, const Occurrence& at, bool in_title) {
    KwicLine line;
    line.id = hit.id;
    line.date = hit.article.date;
    line.source = hit.source;
    line.path = hit.path;
    line.in_title = in_title;
    line.begin = at.begin;
    line.end = at.end;
    const std::size_t begin = context_begin(text, at.begin, words);
    const std::size_t end = context_end(text, at.end, words);
    line.left = left_context(text.substr(begin, at.begin - begin));
    line.hit = fold_spaces(text.substr(at.begin, at.end - at.begin));
    line.right = right_context(text.substr(at.end, end - at.end));
    lines.push_back(std::move(line));
  };
  for (const Occurrence& at : hit.title_occurrences) add(hit.article.title, at, true);
  for (const Occurrence& at : hit.occurrences) add(hit.article.text, at, false);
  return lines;
}

std::string kwic_key(const KwicLine& line, KwicSort sort) {
  std::vector<std::string> words;
  switch (sort) {
    case KwicSort::Date:
      return "";
    case KwicSort::Source:
      return fold(line.source);
    case KwicSort::Left:
      words = words_of(line.left);
      std::reverse(words.begin(), words.end());
      break;
    case KwicSort::Right:
      words = words_of(line.right);
      break;
  }
  for (std::string& word : words_of(line.hit)) words.push_back(std::move(word));
  std::string key;
  for (const std::string& word : words) key += word + ' ';
  return key;
}

}  // namespace dateline
