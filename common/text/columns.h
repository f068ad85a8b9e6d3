// Text as a terminal shows it: how many columns it takes, where to cut it, and what must not be
// sent there. A column is one cell of a fixed-width terminal: two for 北, none for a combining
// accent. Pure functions; invalid UTF-8 is taken byte by byte, each shown as U+FFFD, one column.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace dateline {

/// Whether a code point must not reach a terminal as it is: control and escape characters (C0, DEL,
/// C1), line separators, marks that reverse the reading direction, invisible tags. Also true of -1,
/// what decode_utf8 says of an invalid byte.
bool is_unsafe(std::int32_t code_point);

/// `text` with each unsafe code point as U+FFFD, but tabs and newlines as a space: every string of
/// an article or a path goes through here on its way to a terminal. Always valid UTF-8, and as wide
/// as the original: columns_of(printable(x)) == columns_of(x).
std::string printable(std::string_view text);

std::size_t columns_of(std::string_view text);

/// How many bytes of `text` fit into `columns`; combining marks stay with their letter.
std::size_t bytes_within(std::string_view text, std::size_t columns);

/// The longest part of `text` from its beginning that fits into `columns` and ends at the end of a
/// word, or within one of more than 40 bytes. No space at its end.
std::string_view cut_at_word(std::string_view text, std::size_t columns);

/// `text` whole, or cut_at_word with "…" to end in, fitting into `columns`. REQUIRES columns > 0.
std::string shorten(std::string_view text, std::size_t columns);

/// `text` with "…" behind it in place of a comma, semicolon or colon at its end.
std::string with_ellipsis(std::string_view text);

/// `text` in lines of at most `columns`, broken at spaces where possible; views of `text`, no space
/// at their ends; a character wider than `columns` on a line of its own.
std::vector<std::string_view> wrap(std::string_view text, std::size_t columns);

/// Whether `c` is white space of ASCII.
bool is_ascii_space(char c);

/// `text` without white space at its ends.
std::string_view trim(std::string_view text);

/// `text` trimmed and every run of white space as one space.
std::string fold_spaces(std::string_view text);

}  // namespace dateline
