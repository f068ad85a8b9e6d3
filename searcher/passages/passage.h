// The passage of an article that shows best why it was found: text and ranges in it, never markup.
// Pure functions; the cost is one walk over the occurrences and over some hundred bytes around the
// best.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/match/occurrence.h"

namespace dateline {

/// Bytes [begin, end) of a text.
struct TextRange {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  friend bool operator==(const TextRange& a, const TextRange& b) {
    return a.begin == b.begin && a.end == b.end;
  }
};

struct Passage {
  std::string text;                   ///< white space folded; without "…"
  std::vector<TextRange> highlights;  ///< in `text`: the query's words
  TextRange source;                   ///< where it stands in the article's text
  bool cut_before = false;            ///< begins inside a sentence: show "…" before it
  bool cut_after = false;             ///< ends inside a sentence: show "…" behind it
};

inline constexpr std::size_t kPassageWords = 35;

/// How much of an article is shown.
struct PassageSettings {
  std::size_t words = kPassageWords;  ///< about so many each
  std::size_t count = 1;              ///< at most
};

/// About `words` words of `text` (taken as 6 columns each, so that it holds for any script): where
/// the most different leaves of the query stand together, then the most of them twice (more is no
/// better: lists of links repeat a word most), then the earliest. Begins and ends with a sentence
/// where that fits. Without occurrences: what stands at `lead_begin`. REQUIRES `occurrences` as in
/// Hit, lead_begin <= text.size().
Passage best_passage(std::string_view text, const std::vector<Occurrence>& occurrences,
                     std::size_t words = kPassageWords, std::size_t lead_begin = 0);

/// The best passage, then, as long as words are left and up to `settings.count`, the next best of
/// what no passage has yet: where leaves stand that none has shown, then as above. None overlap.
/// In the order of the text, `best` the place of the first chosen.
struct Passages {
  std::vector<Passage> all;  ///< at least one
  std::size_t best = 0;
};
Passages best_passages(std::string_view text, const std::vector<Occurrence>& occurrences,
                       const PassageSettings& settings, std::size_t lead_begin = 0);

}  // namespace dateline
