// Where a number stands among numbers that ascend: in one step, by a bit for each number between the first and the
// last. Immutable.
#pragma once

#include <xapian.h>

#include <cstddef>
#include <cstdint>
#include <vector>

#include "common/count_bits.h"

namespace dateline {

class NumberTable {
 public:
  static constexpr std::uint32_t kNone = 0xFFFFFFFF;

  NumberTable() = default;
  /// Empty if there are so few numbers that it would take more than 8 bytes for each. REQUIRES them to ascend.
  explicit NumberTable(const std::vector<Xapian::docid>& numbers);

  bool empty() const { return blocks_.empty(); }
  std::size_t bytes() const { return blocks_.size() * sizeof(Block); }

  /// The place of a number among them, or kNone. REQUIRES that the table is not empty.
  std::uint32_t find(Xapian::docid number) const {
    const std::size_t offset = number - std::size_t{first_};  // huge if below the first
    if (offset / 64 >= blocks_.size()) return kNone;
    const Block& block = blocks_[offset / 64];
    if ((block.has >> (offset % 64) & 1U) == 0) return kNone;
    return block.before + count_bits(block.has & ((std::uint64_t{1} << (offset % 64)) - 1));
  }

 private:
  /// Which of 64 numbers in a row are there, and how many there are before them.
  struct Block {
    std::uint64_t has = 0;
    std::uint32_t before = 0;
  };

  Xapian::docid first_ = 0;
  std::vector<Block> blocks_;
};

}  // namespace dateline
