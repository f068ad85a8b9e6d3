// Key word in context: every place where the query's words stand, with what stands left and right
// of it, as plain data. Pure functions.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "common/date.h"
#include "searcher/search.h"

namespace dateline {

/// One line of a concordance. White space is folded in `left`, `hit` and `right`, with none at the
/// ends of left's and right's far sides.
struct KwicLine {
  std::uint32_t id = 0;
  std::optional<Date> date;
  std::string source;
  std::string path;
  bool in_title = false;    ///< else in the text
  std::uint32_t begin = 0;  ///< of the hit, in bytes of the title or text as stored
  std::uint32_t end = 0;
  std::string left, hit, right;
};

enum class KwicSort { Date, Left, Right, Source };

/// The lines of an article, those of its title first, with up to `words` words of context on either
/// side (and at most 12 columns a word, which bounds scripts without spaces). REQUIRES occurrences
/// found.
std::vector<KwicLine> kwic_lines(const Hit& hit, std::size_t words);

/// What lines sort by, as bytes: the words to the left, nearest first, or to the right (then the
/// hit itself), or the source; accents and case folded. Empty for Date.
std::string kwic_key(const KwicLine& line, KwicSort sort);

}  // namespace dateline
