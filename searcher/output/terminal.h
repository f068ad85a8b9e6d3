// What the place that text is printed to can show, and text with colours for it. Colour changes are
// all that is ever sent: no cursor is moved, so that a pager shows the same.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/passages/passage.h"

namespace dateline {

enum class ColorChoice { Auto, Always, Never };

struct Terminal {
  bool is_terminal = false;
  bool color = false;
  std::size_t columns = 80;  ///< at least 20
};

/// Of the file descriptor. Auto is colour on a terminal unless NO_COLOR is set (no-color.org) or
/// TERM is "dumb". Columns: COLUMNS in the environment, else what the terminal says, else 80.
Terminal terminal_of(int fd, ColorChoice choice);

enum class Paint { Headline, Facts, Quiet, Highlight, Person, Organisation, Place, Removed, Added };

/// `text`, which must have been made printable, in that colour.
std::string painted(const std::string& text, Paint paint, const Terminal& terminal);

/// A part of a text that stands out.
struct PaintedRange {
  TextRange range;
  Paint paint = Paint::Highlight;
};

/// text[part] made printable, with the ranges inside painted. `ranges` sorted, in `text`.
std::string highlighted(std::string_view text, const TextRange& part,
                        const std::vector<PaintedRange>& ranges, const Terminal& terminal);

/// text[part] made printable, with the highlights inside painted. `highlights` sorted, ranges in
/// `text`.
std::string highlighted(std::string_view text, const TextRange& part,
                        const std::vector<TextRange>& highlights, const Terminal& terminal);

}  // namespace dateline
