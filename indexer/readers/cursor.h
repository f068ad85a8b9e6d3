// What the readers of dates and times share: going through a short text from left to right.
#pragma once

#include <cstddef>
#include <string_view>

#include "indexer/readers/ascii.h"

namespace dateline {

/// May `c` stand between a month's name and a number, as in "Sept. 7", "7-Jan-2022"?
inline bool is_separator(char c) {
  return c != '\0' && std::string_view(" ,.-/_").find(c) != std::string_view::npos;
}

struct Digits {
  int value = 0;
  std::size_t count = 0;  ///< 0: no digits here
};

/// A place in a text; a copy is a place to come back to. REQUIRES the text to outlive it.
class Cursor {
 public:
  explicit Cursor(std::string_view text) : text_(text) {}

  std::size_t position() const { return position_; }
  /// NUL at the end.
  char peek(std::size_t ahead = 0) const {
    return position_ + ahead < text_.size() ? text_[position_ + ahead] : '\0';
  }
  void skip(std::size_t count) { position_ += count; }
  bool eat(char c) {
    if (peek() != c || c == '\0') return false;
    ++position_;
    return true;
  }

  /// The value is meaningless for more than 8 digits.
  Digits digits() {
    Digits read;
    while (ascii::is_digit(peek())) {
      if (++read.count <= 8) read.value = read.value * 10 + (peek() - '0');
      ++position_;
    }
    return read;
  }
  /// At most 20 bytes, longer than any word looked for.
  std::string_view word() {
    constexpr std::size_t kLongestWord = 20;
    const std::size_t begin = position_;
    while (ascii::is_letter(peek()) && position_ - begin < kLongestWord) ++position_;
    return text_.substr(begin, position_ - begin);
  }
  /// Skips up to three, as in "Jan. 7 , 2022".
  void separators() {
    constexpr int kMostSeparators = 3;
    for (int i = 0; i < kMostSeparators; ++i) {
      if (!is_separator(peek())) return;
      ++position_;
    }
  }

 private:
  std::string_view text_;
  std::size_t position_ = 0;
};

}  // namespace dateline
