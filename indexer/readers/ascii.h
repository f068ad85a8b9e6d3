// Small questions about bytes, independent of the locale: what <cctype> would answer in "C", and
// inline. Bytes of 0x80 and above are none of these but is_word().
#pragma once

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>

namespace dateline::ascii {

inline bool is_digit(char c) { return c >= '0' && c <= '9'; }
inline bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
inline bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
inline bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n'; }
inline char to_lower(char c) { return is_upper(c) ? static_cast<char>(c + ('a' - 'A')) : c; }
/// A letter, or part of one that is not ASCII.
inline bool is_letter(char c) { return is_upper(c) || is_lower(c) || (c & 0x80) != 0; }
inline bool is_word(char c) { return is_letter(c) || is_digit(c); }

inline bool equal_ignoring_case(std::string_view a, std::string_view b) {
  return a.size() == b.size() && std::equal(a.begin(), a.end(), b.begin(), [](char x, char y) {
           return to_lower(x) == to_lower(y);
         });
}

inline std::size_t count_spaces(std::string_view text) {
  return static_cast<std::size_t>(std::find_if_not(text.begin(), text.end(), is_space) -
                                  text.begin());
}

inline std::string_view trim(std::string_view text) {
  text.remove_prefix(count_spaces(text));
  while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
  return text;
}

/// Trimmed, and each run of white space one space.
inline std::string fold_spaces(std::string_view text) {
  std::string folded;
  for (char c : trim(text)) {
    if (!is_space(c)) {
      folded += c;
    } else if (folded.back() != ' ') {
      folded += ' ';
    }
  }
  return folded;
}

}  // namespace dateline::ascii
