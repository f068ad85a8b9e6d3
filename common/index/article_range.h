// The numbers that the articles of a segment have. What lists in a damaged segment say is not believed: a
// number of theirs is held against these before it is the index of anything.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "common/error.h"

namespace dateline {

class ArticleRange {
 public:
  /// Both ends included. REQUIRES first <= last.
  ArticleRange(std::uint32_t first, std::uint32_t last) : first_(first), last_(last) {}

  std::uint32_t first() const { return first_; }
  std::uint32_t last() const { return last_; }
  std::size_t size() const { return std::size_t{last_} - first_ + 1; }

  bool has(std::uint32_t number) const { return first_ <= number && number <= last_; }
  /// How many numbers of the segment come before this one. Throws IndexError if it is none of them.
  std::size_t place(std::uint32_t number) const {
    if (!has(number)) {
      throw IndexError("the index lists article " + std::to_string(number) + " in a segment of " +
                       std::to_string(first_) + " to " + std::to_string(last_));
    }
    return number - first_;
  }

  /// Throws IndexError unless the numbers are all of the segment, in order, each once.
  void require_all(const std::vector<std::uint32_t>& numbers) const {
    if (numbers.empty()) return;
    place(numbers.front());
    place(numbers.back());
    for (std::size_t i = 1; i < numbers.size(); ++i) {
      if (numbers[i - 1] >= numbers[i]) throw IndexError("the index lists articles out of order");
    }
  }

 private:
  std::uint32_t first_;
  std::uint32_t last_;
};

}  // namespace dateline
