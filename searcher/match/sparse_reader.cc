#include "searcher/match/sparse_reader.h"

#include <algorithm>

#include "common/text/byte_search.h"
#include "common/text/columns.h"
#include "common/text/paragraphs.h"
#include "common/text/tokenizer.h"
#include "searcher/match/spans.h"
#include "searcher/match/text_reader.h"

namespace dateline {

namespace {

/// Of English: a word and the space behind it.
constexpr std::size_t kBytesPerWord = 6;

/// Reading the words around so few is no dearer than looking for fewer.
constexpr std::size_t kBytesPerHit = 512;

std::uint32_t count_words(std::string_view text) {
  Tokenizer tokenizer(text);
  std::uint32_t count = 0;
  for (Token token; tokenizer.next(token);) ++count;
  return count;
}

/// Where to begin so that `words` words at least are read before `from`.
std::size_t back(std::string_view text, std::size_t from, std::uint32_t words) {
  for (std::size_t bytes = words * (kBytesPerWord + 2) + 8;; bytes *= 2) {
    const std::size_t begin = chunk_begin(text, from - std::min(from, bytes));
    if (begin == 0 || count_words(text.substr(begin, from - begin)) >= words) return begin;
  }
}

std::size_t window_begin(std::string_view text, std::size_t hit, const Surroundings& around) {
  std::size_t begin = chunk_begin(text, hit);
  if (around.paragraph) begin = paragraph_begin(text, begin, is_wrapped(text));
  return around.words == 0 ? begin : back(text, begin, around.words);
}

/// The end of the chunk in which the last of the next `words` words ends.
std::size_t forth(std::string_view text, std::size_t from, std::uint32_t words) {
  const std::size_t end = end_of_words(text.substr(from), words);
  return chunk_end(text, from + end);
}

}  // namespace

SparseReader::SparseReader(const QueryWords& words, std::uint32_t apart)
    : words_(words), apart_(apart), places_(words.slots()) {}

bool SparseReader::read(std::string_view title, std::string_view text, const Surroundings& around) {
  if (!find_hits(text, around)) return false;
  const std::size_t of_a_hit =
      kBytesPerWord * (2 * around.words + 1) + (around.paragraph ? 80 * kBytesPerWord : 0);
  if (hits_.size() * of_a_hit > text.size()) return false;
  if ((hits_.size() + 1) * (std::uint64_t{apart_} + 1) + text.size() > kTextPosition) return false;
  for (auto& of_slot : places_) of_slot.clear();
  position_ = 0;
  if (!title.empty()) read_window(title, {0, title.size()});
  position_ = kTextPosition;
  Window open{0, 0};
  std::size_t covered = 0;  // hits before it have the surroundings of one that has been
  for (const std::size_t hit : hits_) {
    if (hit < covered) continue;
    covered = chunk_end(text, hit);
    if (around.paragraph) covered = paragraph_end(text, covered, is_wrapped(text));
    const std::size_t end = around.words == 0 ? covered : forth(text, covered, around.words);
    const std::size_t begin = hit < open.end ? open.begin : window_begin(text, hit, around);
    if (begin > open.end) {
      read_window(text, open);
      open = {begin, end};
    } else {
      open.end = std::max(open.end, end);
    }
  }
  read_window(text, open);
  return true;
}

// The hits of the first choice with few, or of that with the fewest, and of words that may be any.
bool SparseReader::find_hits(std::string_view text, const Surroundings& around) {
  bool first = true;
  for (const auto& beginnings : around.choices) {
    tried_.clear();
    for (const Beginning& beginning : beginnings) find_beginnings(text, beginning, tried_);
    if (first || tried_.size() < hits_.size()) hits_.swap(tried_);
    first = false;
    if (!around.paragraph && hits_.size() <= text.size() / kBytesPerHit) break;
  }
  if (!add_odd_hits(text)) return false;
  if (!std::is_sorted(hits_.begin(), hits_.end())) std::sort(hits_.begin(), hits_.end());
  return true;
}

bool SparseReader::add_odd_hits(std::string_view text) {
  odd_.clear();
  if (!find_odd_words(text, most_odd_words(text), odd_)) return false;
  std::size_t read = 0;
  for (const std::size_t odd : odd_) {
    if (odd < read) continue;
    const std::size_t begin = chunk_begin(text, odd);
    read = chunk_end(text, odd);
    if (has_query_word(text.substr(begin, read - begin))) {
      hits_.push_back(static_cast<std::uint32_t>(odd));
    }
  }
  return true;
}

bool SparseReader::has_query_word(std::string_view chunk) const {
  Tokenizer tokenizer(chunk);
  for (Token token; tokenizer.next(token);) {
    if (words_.has(token.folded)) return true;
  }
  return false;
}

void SparseReader::read_window(std::string_view text, const Window& window) {
  Tokenizer tokenizer(text.substr(window.begin, window.end - window.begin));
  const auto begin = static_cast<std::uint32_t>(window.begin);
  for (Token token; tokenizer.next(token);) {
    words_.note(token.folded, {position_++, begin + token.begin, begin + token.end}, places_);
  }
  position_ += apart_;
}

}  // namespace dateline
