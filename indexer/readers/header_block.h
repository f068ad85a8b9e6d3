// Reads what stands above an article's body: "Key: value" lines with known keys, and the main
// form's date, which runs straight on into the body. Only the very top is looked at. Stateless.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "indexer/readers/date_text.h"

namespace dateline {

struct HeaderBlock {
  std::string title;  ///< values trimmed, white space folded; empty where there is none
  std::string author;
  std::string source;
  std::string url;
  std::string section;
  WrittenDate date;  ///< Impossible, with the problem told, if there is a value but no date in it
  std::size_t body_begin = 0;  ///< offset of the body in the text, behind the white space before it
  bool body_runs_on = false;   ///< the body starts on the date's line: the main form
};

/// Header lines are read until a blank line or the first line that is none; nothing below is
/// touched. Keys in any case: title|headline, date|published, author|byline, source|publication,
/// url, section. A key that comes again adds its value ("A; B"), up to 10,000 bytes; the first date
/// counts. The colon
/// may be missing behind a date key that a date follows:
///   " date 2022-01-07 The violent turmoil" -> date 2022-01-07, body_begin 17, body_runs_on
///   "Title: A\nDate: 7 January 2022\n\nThe" -> title A, date 2022-01-07, body_begin at The
///   "Date palms are" -> nothing, body_begin 0
/// A main-form line ends the block.
HeaderBlock read_header_block(std::string_view text, const DateRules& rules);

}  // namespace dateline
