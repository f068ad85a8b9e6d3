#include "searcher/words/word_pattern.h"

#include <algorithm>

#include "common/text/utf8.h"

namespace dateline {

namespace {

constexpr std::string_view kWildcards = "*?!";

/// A pattern that takes more is refused: enough for some thousand letters.
constexpr std::int64_t kMostMemory = 8 << 20;

/// Words are lines: nothing may match a line's end.
re2::RE2::Options regex_options() {
  re2::RE2::Options options;
  options.set_log_errors(false);
  options.set_never_nl(true);
  options.set_max_mem(kMostMemory);
  return options;
}

std::string regex_of_wildcard(const std::string& wildcard) {
  std::string regex;
  for (const char c : wildcard) {
    switch (c) {
      case '*':
        regex += ".*";
        break;
      case '?':
        regex += '.';
        break;
      case '!':
        regex += ".?";
        break;
      default:
        regex += re2::RE2::QuoteMeta(re2::StringPiece(&c, 1));
    }
  }
  return regex;
}

/// Whether a regular expression means the same of each line of a text as of the line alone: nothing in
/// it is about the ends of the text, or may be.
bool is_about_lines(const std::string& regex) {
  for (const char* sign : {"\\A", "\\z"}) {
    if (regex.find(sign) != std::string::npos) return false;
  }
  for (std::size_t at = 0; (at = regex.find("(?", at)) != std::string::npos; ++at) {
    if (regex.compare(at, 3, "(?:") != 0) return false;  // (?-m)
  }
  return true;
}

/// What all matches of a regular expression begin with, as far as RE2 tells.
std::string prefix_of(const re2::RE2& regex) {
  std::string least, most;
  constexpr int kLongestPrefix = 16;
  if (!regex.PossibleMatchRange(&least, &most, kLongestPrefix)) return "";
  const std::size_t size = std::min(least.size(), most.size());
  const auto end = std::mismatch(least.begin(), least.begin() + static_cast<std::ptrdiff_t>(size),
                                 most.begin());
  return least.substr(0, static_cast<std::size_t>(end.first - least.begin()));
}

}  // namespace

EditDistance::EditDistance(std::string_view word) {
  for (std::size_t at = 0; at < word.size(); ++size_) {
    const CodePoint letter = decode_utf8(word, at);
    at += letter.bytes;
    const std::uint64_t bit = std::uint64_t{1} << size_;
    if (letter.value >= 0 && letter.value < 128) {
      ascii_[letter.value] |= bit;
      continue;
    }
    const auto known = std::find_if(others_.begin(), others_.end(),
                                    [&](const auto& one) { return one.first == letter.value; });
    if (known != others_.end()) {
      known->second |= bit;
    } else {
      others_.emplace_back(letter.value, bit);
    }
  }
}

std::size_t EditDistance::letters(std::string_view text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xC0) != 0x80; }));
}

std::uint64_t EditDistance::places_of(std::int32_t letter) const {
  if (letter >= 0 && letter < 128) return ascii_[letter];
  for (const auto& [known, places] : others_) {
    if (known == letter) return places;
  }
  return 0;
}

// Column by column of the table of distances between the beginnings of both, a column's vertical
// differences as bits.
std::size_t EditDistance::to(std::string_view other, std::size_t most) const {
  const std::size_t length = letters(other);
  if (length > size_ + most || size_ > length + most) return most + 1;
  if (size_ == 0) return length;
  const std::uint64_t last = std::uint64_t{1} << (size_ - 1);
  std::uint64_t rises = ~std::uint64_t{0}, falls = 0, diagonal = 0, places_before = 0;
  std::size_t distance = size_;
  for (std::size_t at = 0; at < other.size();) {
    const CodePoint letter = decode_utf8(other, at);
    at += letter.bytes;
    const std::uint64_t places = places_of(letter.value);
    const std::uint64_t swapped = ((~diagonal & places) << 1) & places_before;
    diagonal = (((places & rises) + rises) ^ rises) | places | falls | swapped;
    std::uint64_t right_rises = falls | ~(diagonal | rises);
    const std::uint64_t right_falls = diagonal & rises;
    if ((right_rises & last) != 0) ++distance;
    if ((right_falls & last) != 0) --distance;
    right_rises = right_rises << 1 | 1;
    rises = right_falls << 1 | ~(diagonal | right_rises);
    falls = right_rises & diagonal;
    places_before = places;
  }
  return distance;
}

Result<WordPattern> WordPattern::make(const Node& node) {
  WordPattern pattern;
  if (node.pattern == PatternKind::Fuzzy) {
    if (EditDistance::letters(node.value) > EditDistance::kMostLetters) {
      return Problem{"a fuzzy word has at most " + std::to_string(EditDistance::kMostLetters) +
                         " letters",
                     "", node.column};
    }
    pattern.distance_ = std::make_unique<EditDistance>(node.value);
    pattern.edits_ = static_cast<std::size_t>(node.edits);
    return pattern;
  }
  std::string regex = node.value;
  const auto options = regex_options();
  if (node.pattern == PatternKind::Wildcard) {
    const std::size_t first = std::min(node.value.find_first_of(kWildcards), node.value.size());
    pattern.prefix_ = node.value.substr(0, first);
    pattern.is_prefix_ = node.value.substr(first) == "*";
    if (pattern.is_prefix_) return pattern;
    regex = regex_of_wildcard(node.value);
  }
  auto alone = std::make_unique<re2::RE2>(regex, options);
  if (!alone->ok()) {
    const bool is_large = alone->error_code() == re2::RE2::ErrorPatternTooLarge;
    return Problem{is_large ? "this pattern is too large" : "no regular expression: " + alone->error(),
                   is_large ? "" : "what may stand in one: https://github.com/google/re2/wiki/Syntax",
                   node.column};
  }
  if (node.pattern == PatternKind::Regex) {
    pattern.prefix_ = prefix_of(*alone);
    if (!is_about_lines(regex)) {
      pattern.word_ = std::move(alone);
      return pattern;
    }
  }
  pattern.lines_ = std::make_unique<re2::RE2>("(?m)^(?:" + regex + ")$", options);
  if (!pattern.lines_->ok()) return Problem{"this pattern is too large", "", node.column};
  return pattern;
}

void WordPattern::scan(const WordBlock& block, std::size_t begin, std::size_t end,
                       const std::function<void(std::size_t)>& found) const {
  if (is_prefix_) {
    for (std::size_t i = begin; i < end; ++i) found(i);
    return;
  }
  if (distance_) return scan_fuzzy(block, begin, end, found);
  if (word_) return scan_words(block, begin, end, found);
  // All lines at once: 5 times as fast as word by word.
  const std::string_view lines = block.words().range(begin, end);
  const std::size_t offset = static_cast<std::size_t>(lines.data() - block.word(0).data());
  const re2::StringPiece text(lines.data(), lines.size());
  re2::StringPiece match;
  for (std::size_t at = 0; at < lines.size();) {
    if (!lines_->Match(text, at, text.size(), re2::RE2::UNANCHORED, &match, 1)) return;
    const auto start = static_cast<std::size_t>(match.data() - lines.data());
    if (!match.empty()) found(block.words().at_byte(offset + start));
    at = start + match.size() + 1;
  }
}

void WordPattern::scan_words(const WordBlock& block, std::size_t begin, std::size_t end,
                             const std::function<void(std::size_t)>& found) const {
  for (std::size_t i = begin; i < end; ++i) {
    const std::string_view word = block.word(i);
    if (re2::RE2::FullMatch(re2::StringPiece(word.data(), word.size()), *word_)) found(i);
  }
}

void WordPattern::scan_fuzzy(const WordBlock& block, std::size_t begin, std::size_t end,
                             const std::function<void(std::size_t)>& found) const {
  for (std::size_t i = begin; i < end; ++i) {
    if (distance_->to(block.word(i), edits_) <= edits_) found(i);
  }
}

}  // namespace dateline
