// Words known in part, and globs: a byte that says what kind, and a pattern (of a glob: a line, and
// then a text), held against a plain reading of the same.
#include <re2/re2.h>

#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "common/text/glob.h"
#include "common/text/utf8.h"
#include "searcher/words/expand.h"
#include "tests/fuzz/fuzz_target.h"
#include "tests/support/word_segment.h"

namespace dateline::fuzz {

namespace {

using Letters = std::u32string;

const std::map<std::string, std::uint64_t>& vocabulary() {
  static const std::map<std::string, std::uint64_t> words = {
      {"a", 9},          {"aa", 1},       {"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaab", 1},
      {"ab", 2},         {"abc", 3},      {"astana", 4},
      {"better", 5},     {"erdogan", 2},  {"kazakhstan", 6},
      {"kezakhstan", 1}, {"protest", 8},  {"protested", 4},
      {"protests", 7},   {"tokaev", 3},   {"tokayev", 5},
      {"wman", 1},       {"woman", 6},    {"women", 5},
      {"x&y", 1},        {"3.5", 2},      {"北京", 2},
      {"京大", 1},       {"don't", 2},    {"źdźbło", 1}};
  return words;
}

Words& words() {
  static Words all({test::segment_of(test::table_of(vocabulary()))});
  return all;
}

Letters letters_of(std::string_view text) {
  Letters letters;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint read = decode_utf8(text, at);
    letters.push_back(static_cast<char32_t>(read.value));
    at += read.bytes;
  }
  return letters;
}

bool is_utf8(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint read = decode_utf8(text, at);
    if (read.value < 0) return false;
    at += read.bytes;
  }
  return true;
}

/// By the table of which beginnings of a pattern fit which beginnings of a word.
bool fits_wildcard(const Letters& pattern, const Letters& word) {
  std::vector<bool> fits(word.size() + 1, false);
  fits[0] = true;
  for (const char32_t sign : pattern) {
    std::vector<bool> next(word.size() + 1, false);
    for (std::size_t i = 0; i <= word.size(); ++i) {
      const bool one_more = i > 0 && fits[i - 1];
      if (sign == U'*') next[i] = fits[i] || (i > 0 && next[i - 1]);
      if (sign == U'?') next[i] = one_more;
      if (sign == U'!') next[i] = fits[i] || one_more;
      if (sign != U'*' && sign != U'?' && sign != U'!') next[i] = one_more && word[i - 1] == sign;
    }
    fits = std::move(next);
  }
  return fits[word.size()];
}

/// Optimal string alignment, by its table.
std::size_t distance(const Letters& a, const Letters& b) {
  std::vector<std::vector<std::size_t>> table(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
  for (std::size_t i = 0; i <= a.size(); ++i) {
    for (std::size_t j = 0; j <= b.size(); ++j) {
      std::size_t& least = table[i][j];
      least = i + j;
      if (i > 0) least = std::min(least, table[i - 1][j] + 1);
      if (j > 0) least = std::min(least, table[i][j - 1] + 1);
      if (i > 0 && j > 0) least = std::min(least, table[i - 1][j - 1] + (a[i - 1] != b[j - 1]));
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        least = std::min(least, table[i - 2][j - 2] + 1);
      }
    }
  }
  return table[a.size()][b.size()];
}

bool fits(const Node& node, const std::string& word, const re2::RE2& regex) {
  switch (node.pattern) {
    case PatternKind::Wildcard:
      return fits_wildcard(letters_of(node.value), letters_of(word));
    case PatternKind::Fuzzy:
      return distance(letters_of(node.value), letters_of(word)) <=
             static_cast<std::size_t>(node.edits);
    case PatternKind::Regex:
      break;
  }
  return re2::RE2::FullMatch(word, regex);
}

void check_pattern(const Node& node) {
  const auto found = words().expand(node);
  if (!found) return require(!found.problem().message.empty(), "a mistake is told");
  re2::RE2::Options options;
  options.set_log_errors(false);
  options.set_never_nl(true);
  const re2::RE2 regex(node.pattern == PatternKind::Regex ? node.value : "", options);
  std::string got, wanted;
  std::vector<std::string> found_words;
  for (const FoundWord& one : found.value()) found_words.push_back(one.word);
  std::sort(found_words.begin(), found_words.end());
  for (const std::string& word : found_words) got += word + ' ';
  for (const auto& [word, occurrences] : vocabulary()) {
    if (fits(node, word, regex)) wanted += word + ' ';
  }
  require_equal(got, wanted, "a pattern finds the words that fit");
}

void check_glob(std::string_view pattern, std::string_view text) {
  const bool fits = Glob(pattern, GlobOf::Text).matches(text);
  Glob(pattern, GlobOf::Path).matches(text, false);
  const bool is_plain = pattern.find_first_of("[!") == std::string_view::npos;
  const bool is_short = pattern.size() < 200 && text.size() < 200;
  if (!is_plain || !is_short) return;
  if (!is_utf8(pattern) || !is_utf8(text)) return;
  require(fits == fits_wildcard(letters_of(pattern), letters_of(text)), "a glob fits what a plain reading says");
}

}  // namespace

void fuzz_patterns(std::string_view input) {
  Pieces pieces(input);
  const std::size_t kind = pieces.number(5);
  if (kind == 4) {
    const std::string_view pattern = pieces.line();
    return check_glob(pattern, pieces.rest());
  }
  Node node;
  node.kind = Node::Kind::Pattern;
  node.pattern = kind == 0   ? PatternKind::Wildcard
                 : kind == 1 ? PatternKind::Regex
                             : PatternKind::Fuzzy;
  node.edits = kind == 3 ? 2 : 1;
  node.value = pieces.rest();
  constexpr std::size_t kLongest = 2000;  // the plain reading is slow
  if (node.value.size() > kLongest || !is_utf8(node.value)) return;
  check_pattern(node);
}

}  // namespace dateline::fuzz
