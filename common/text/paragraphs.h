// Where the paragraphs of an article's text end, and its lead: one rule for the indexer, which
// marks names of the lead, and for the searcher, which looks for words there. Pure functions.
//
// A line break ends a paragraph, as the readers leave texts. But in a text that was wrapped to a
// width (no line of it has more than kWidestWrap characters) a line goes on with the next, unless
// that one is blank or begins with white space.
#pragma once

#include <cstddef>
#include <string_view>

namespace dateline {

inline constexpr std::size_t kWidestWrap = 100;

/// Whether no line has more than kWidestWrap characters. One walk to the first that has.
bool is_wrapped(std::string_view text);

/// Whether the '\n' at `newline` ends a paragraph. REQUIRES `wrapped` == is_wrapped(text).
bool ends_paragraph(std::string_view text, std::size_t newline, bool wrapped);

/// Where the paragraph with the byte at `position` starts, perhaps with white space, and ends: at
/// its newline or with the text. REQUIRES position <= text.size(), `wrapped` as above.
std::size_t paragraph_begin(std::string_view text, std::size_t position, bool wrapped);
std::size_t paragraph_end(std::string_view text, std::size_t position, bool wrapped);

/// One past the last byte of the lead: the paragraphs that begin in the first 200 bytes, most often
/// one.
std::size_t lead_end(std::string_view text);

}  // namespace dateline
