// The few things the lexer asks of single bytes, without a locale.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace dateline {

inline bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// A byte of a letter or digit; all of those beyond ASCII count.
inline bool is_letter_or_digit(char c) {
  return is_digit(c) || ((c | 32) >= 'a' && (c | 32) <= 'z') || (c & 0x80) != 0;
}

/// One digit or more, and nothing else.
inline bool is_digits(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

/// ASCII letters made small, all else as it is.
inline std::string lower_ascii(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c | 32);
  }
  return out;
}

/// The number, or `most` where it is larger. REQUIRES is_digits(digits).
inline std::uint32_t bounded_number(std::string_view digits, std::uint32_t most) {
  std::uint64_t value = 0;
  for (char c : digits) {
    value = 10 * value + static_cast<std::uint64_t>(c - '0');
    if (value >= most) return most;
  }
  return static_cast<std::uint32_t>(value);
}

}  // namespace dateline
