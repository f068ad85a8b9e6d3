#include "searcher/rank/number_table.h"

namespace dateline {

namespace {

/// 16 bytes for 64 numbers are then at most 8 for each that is there.
constexpr std::size_t kLargestSpan = 32;

}  // namespace

NumberTable::NumberTable(const std::vector<Xapian::docid>& numbers) {
  if (numbers.empty()) return;
  first_ = numbers.front();
  const std::size_t span = numbers.back() - first_ + std::size_t{1};
  if (span > numbers.size() * kLargestSpan) return;
  blocks_.resize((span + 63) / 64);
  for (const Xapian::docid number : numbers) {
    const std::size_t offset = number - first_;
    blocks_[offset / 64].has |= std::uint64_t{1} << (offset % 64);
  }
  std::uint32_t before = 0;
  for (Block& block : blocks_) {
    block.before = before;
    before += count_bits(block.has);
  }
}

}  // namespace dateline
