#include "searcher/passages/passage.h"

#include <algorithm>
#include <map>
#include <utility>

#include "common/text/columns.h"
#include "common/text/utf8.h"
#include "searcher/passages/sentences.h"

namespace dateline {

namespace {

constexpr std::size_t kColumnsPerWord = 6;  // five letters and a space: the mean of English news
constexpr std::size_t kFurthestStart =
    2000;  // bytes that are searched backwards for a sentence's start

constexpr std::size_t kLongestWord =
    40;  // bytes; what is longer may be cut: URLs, scripts without spaces

/// A stretch of a text still being decided on, in bytes.
struct Span {
  std::size_t begin = 0;
  std::size_t end = 0;
};

/// How many bytes of this text the passage may have: a Cyrillic letter takes two, a Han character
/// three for two columns.
std::size_t byte_budget(std::string_view text, std::size_t columns) {
  return std::max(columns, bytes_within(text, columns));
}

/// From the first to the last occurrence of the best window of at most `budget` bytes.
Span best_window(const std::vector<Occurrence>& occurrences, std::size_t budget) {
  std::map<std::uint32_t, std::size_t> in_window;  // leaf -> occurrences of it
  Span best;
  std::pair<std::size_t, std::size_t> best_score{0, 0};  // leaves; leaves there at least twice
  std::size_t repeated = 0;
  std::size_t next = 0;  // one past the last occurrence in the window
  for (std::size_t first = 0; first < occurrences.size(); ++first) {
    const std::size_t begin = occurrences[first].begin;
    while (next < occurrences.size() &&
           (next == first || occurrences[next].end - begin <= budget)) {
      if (++in_window[occurrences[next++].leaf] == 2) ++repeated;
    }
    const std::pair<std::size_t, std::size_t> score{in_window.size(), repeated};
    if (score > best_score) {
      best = Span{begin, occurrences[next - 1].end};
      best_score = score;
    }
    const auto leaving = in_window.find(occurrences[first].leaf);
    if (--leaving->second == 1) --repeated;
    if (leaving->second == 0) in_window.erase(leaving);
  }
  return best;
}

/// The start of the sentence that has the byte at `position`, or a place kFurthestStart before it.
std::size_t sentence_start(std::string_view text, std::size_t position) {
  const std::size_t earliest = position > kFurthestStart ? position - kFurthestStart : 0;
  std::size_t start = position;
  while (start > earliest && text[start - 1] != '\n') --start;
  start = skip_spaces(text, start);
  while (start < position) {
    const std::size_t next = skip_spaces(text, sentence_end(text, start));
    if (next > position) break;
    start = next;
  }
  return start;
}

/// The start of a word at or behind `position`, not behind `limit`.
std::size_t word_start(std::string_view text, std::size_t position, std::size_t limit) {
  for (std::size_t i = position; i < limit; ++i) {
    if (is_ascii_space(text[i])) return skip_spaces(text, i);
  }
  return utf8_floor(text, position);
}

/// Where a passage around `window` begins.
std::size_t begin_before(std::string_view text, const Span& window, std::size_t budget) {
  const std::size_t sentence = sentence_start(text, window.begin);
  if (window.end - sentence <= budget) return sentence;
  const std::size_t used = window.end - window.begin;
  const std::size_t context = used < budget ? (budget - used) / 2 : 0;
  const std::size_t floor = std::max(sentence, window.begin - std::min(context, window.begin));
  return floor == sentence ? sentence : word_start(text, floor, window.begin);
}

/// Where a passage from `begin` ends, at or behind `least`: with the last sentence that fits if
/// that leaves it half its budget, else with a word.
std::size_t end_behind(std::string_view text, std::size_t begin, std::size_t least,
                       std::size_t budget) {
  const std::size_t limit = std::max(least, std::min(text.size(), begin + budget));
  std::size_t end = begin;
  for (std::size_t start = begin; start < limit; start = skip_spaces(text, end)) {
    const std::size_t stop = sentence_end(text, start);
    if (stop > limit) break;
    end = stop;
  }
  if (end >= least && end > begin && (end - begin >= budget / 2 || limit == text.size()))
    return end;
  for (std::size_t i = limit; i > least && limit - i < kLongestWord; --i) {
    if (i == text.size() || is_ascii_space(text[i])) return i;
  }
  for (std::size_t i = limit; i < text.size() && i - limit < kLongestWord; ++i) {
    if (is_ascii_space(text[i])) return i;  // the last hit reaches up to the limit: finish its word
  }
  return std::max(least, utf8_floor(text, limit));
}

/// Fills text and highlights from text[source], white space folded on the way.
void copy_folded(std::string_view text, const std::vector<Occurrence>& occurrences,
                 Passage& passage) {
  const auto [begin, end] = passage.source;
  auto occurrence = std::lower_bound(
      occurrences.begin(), occurrences.end(), begin,
      [](const Occurrence& o, std::uint32_t position) { return o.begin < position; });
  for (std::uint32_t i = begin; i < end; ++i) {
    const auto here = static_cast<std::uint32_t>(passage.text.size());
    if (occurrence != occurrences.end() && i == occurrence->begin && occurrence->end <= end) {
      passage.highlights.push_back({here, here});
    }
    const bool space = is_ascii_space(text[i]);
    const bool skip = space && (passage.text.empty() || passage.text.back() == ' ');
    if (!skip) passage.text += space ? ' ' : text[i];
    if (occurrence == occurrences.end() || i + 1 != occurrence->end) continue;
    passage.highlights.back().end = static_cast<std::uint32_t>(passage.text.size());
    ++occurrence;
  }
}

}  // namespace

Passage best_passage(std::string_view text, const std::vector<Occurrence>& occurrences,
                     std::size_t words, std::size_t lead_begin) {
  const std::size_t budget = byte_budget(text, words * kColumnsPerWord);
  std::size_t begin = skip_spaces(text, lead_begin);
  std::size_t least = begin;
  if (!occurrences.empty()) {
    const Span window = best_window(occurrences, budget);
    begin = begin_before(text, window, budget);
    least = window.end;
  }
  const std::size_t end = end_behind(text, begin, least, budget);
  const std::size_t trimmed = begin + trim(text.substr(begin, end - begin)).size();

  Passage passage;
  passage.source = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(trimmed)};
  passage.cut_before = sentence_start(text, begin) != begin;
  passage.cut_after = trimmed > begin && trimmed < text.size() &&
                      sentence_end(text, sentence_start(text, trimmed - 1)) > trimmed;
  copy_folded(text, occurrences, passage);
  return passage;
}

}  // namespace dateline
