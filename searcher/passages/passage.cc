#include "searcher/passages/passage.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
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

/// How good a window is: leaves that no passage has shown; leaves; leaves there at least twice.
using Score = std::array<std::size_t, 3>;

struct Window {
  Span span;  ///< from its first to its last occurrence
  Score score{};
};

/// The best window of at most `budget` bytes on occurrences [first, last).
Window best_window(std::vector<Occurrence>::const_iterator first,
                   std::vector<Occurrence>::const_iterator last,
                   const std::set<std::uint32_t>& shown, std::size_t budget) {
  std::map<std::uint32_t, std::size_t> in_window;  // leaf -> occurrences of it
  Window best;
  std::size_t repeated = 0;
  std::size_t unseen = 0;
  auto next = first;  // one past the last occurrence in the window
  for (auto at = first; at != last; ++at) {
    const std::size_t begin = at->begin;
    while (next != last && (next == at || next->end - begin <= budget)) {
      const std::size_t count = ++in_window[next->leaf];
      if (count == 1 && shown.count(next->leaf) == 0) ++unseen;
      if (count == 2) ++repeated;
      ++next;
    }
    const Score score{unseen, in_window.size(), repeated};
    if (score > best.score) best = {Span{begin, (next - 1)->end}, score};
    const auto leaving = in_window.find(at->leaf);
    if (--leaving->second == 1) --repeated;
    if (leaving->second > 0) continue;
    if (shown.count(at->leaf) == 0) --unseen;
    in_window.erase(leaving);
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

/// The passage around `window` (or at its beginning, where it is empty) that stays within `free`.
Passage passage_around(std::string_view text, const std::vector<Occurrence>& occurrences,
                       const Span& window, const Span& free, std::size_t budget) {
  const bool anywhere = window.end > window.begin;
  const std::size_t begin =
      std::max(free.begin, anywhere ? begin_before(text, window, budget) : window.begin);
  const std::size_t end =
      std::min(free.end, end_behind(text, begin, std::max(begin, window.end), budget));
  const std::size_t trimmed = begin + trim(text.substr(begin, end - begin)).size();

  Passage passage;
  passage.source = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(trimmed)};
  passage.cut_before = sentence_start(text, begin) != begin;
  passage.cut_after = trimmed > begin && trimmed < text.size() &&
                      sentence_end(text, sentence_start(text, trimmed - 1)) > trimmed;
  copy_folded(text, occurrences, passage);
  return passage;
}

/// What is left of `free` beside a passage: before it and behind it.
std::array<Span, 2> rest_of(std::string_view text, const Span& free, const Passage& passage) {
  return {Span{free.begin, passage.source.begin},
          Span{skip_spaces(text, passage.source.end), free.end}};
}

}  // namespace

Passages best_passages(std::string_view text, const std::vector<Occurrence>& occurrences,
                       const PassageSettings& settings, std::size_t lead_begin) {
  const std::size_t budget = byte_budget(text, settings.words * kColumnsPerWord);
  std::vector<Span> free = {{0, text.size()}};
  std::set<std::uint32_t> shown;
  Passages passages;
  while (passages.all.size() < std::max<std::size_t>(settings.count, 1)) {
    Window best;
    auto where = free.end();
    for (auto span = free.begin(); span != free.end(); ++span) {
      const auto within = [](const Occurrence& o, std::size_t position) {
        return o.begin < position;
      };
      const auto first =
          std::lower_bound(occurrences.begin(), occurrences.end(), span->begin, within);
      auto last = std::lower_bound(first, occurrences.end(), span->end, within);
      while (last != first && (last - 1)->end > span->end) --last;
      const Window window = best_window(first, last, shown, budget);
      if (window.score > best.score) {
        best = window;
        where = span;
      }
    }
    if (where == free.end()) break;
    passages.all.push_back(passage_around(text, occurrences, best.span, *where, budget));
    const Passage& found = passages.all.back();
    for (const Occurrence& o : occurrences) {
      if (o.begin >= found.source.begin && o.end <= found.source.end) shown.insert(o.leaf);
    }
    const auto [before, behind] = rest_of(text, *where, found);
    *where = before;
    free.push_back(behind);
  }
  if (passages.all.empty()) {
    const std::size_t begin = skip_spaces(text, lead_begin);
    passages.all.push_back(
        passage_around(text, occurrences, {begin, begin}, {0, text.size()}, budget));
  }
  const std::uint32_t best_begin = passages.all.front().source.begin;
  std::sort(passages.all.begin(), passages.all.end(),
            [](const Passage& a, const Passage& b) { return a.source.begin < b.source.begin; });
  while (passages.all[passages.best].source.begin != best_begin) ++passages.best;
  return passages;
}

Passage best_passage(std::string_view text, const std::vector<Occurrence>& occurrences,
                     std::size_t words, std::size_t lead_begin) {
  return std::move(best_passages(text, occurrences, {words, 1}, lead_begin).all.front());
}

}  // namespace dateline
