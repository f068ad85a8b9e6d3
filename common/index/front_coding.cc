#include "common/index/front_coding.h"

#include <algorithm>

namespace dateline {

void FrontCoder::add(std::string_view text) {
  std::size_t shared = 0;
  if (size_ > 0) {
    const std::size_t most = std::min(last_.size(), text.size());
    while (shared < most && last_[shared] == text[shared]) ++shared;
  }
  append_number(shared_, shared);
  append_number(sizes_, text.size() - shared);
  rests_ += text.substr(shared);
  last_ = text;
  ++size_;
}

void FrontCoder::take(BlockPacker& packer, std::string& block) {
  for (std::string* stream : {&shared_, &sizes_, &rests_}) {
    packer.append(block, *stream);
    stream->clear();
  }
  size_ = 0;
}

Lines::Lines(PackedReader& block, BlockUnpacker& unpacker, std::size_t count, const char* what) {
  const std::string shared = unpacker.take(block, kLargestBlock);
  const std::string sizes = unpacker.take(block, kLargestBlock);
  const std::string rests = unpacker.take(block, kLargestBlock);
  PackedReader shares(shared, what), rest_sizes(sizes, what), letters(rests, what);
  begins_.reserve(count + 1);
  text_.reserve(rests.size() * 3);
  std::size_t before = 0;
  for (std::size_t i = 0; i < count; ++i) {
    const std::size_t begin = text_.size();
    const std::uint64_t share = shares.number_to(i == 0 ? 0 : begin - 1 - before);
    begins_.push_back(static_cast<std::uint32_t>(begin));
    text_.append(text_, before, share);
    text_ += letters.bytes(rest_sizes.number());
    text_ += '\n';
    if (text_.size() > kLargestBlock) block.damaged();
    before = begin;
  }
  if (!shares.done() || !rest_sizes.done() || !letters.done()) block.damaged();
  begins_.push_back(static_cast<std::uint32_t>(text_.size()));
}

std::size_t Lines::at_byte(std::size_t at) const {
  return static_cast<std::size_t>(
      std::upper_bound(begins_.begin(), begins_.end(), static_cast<std::uint32_t>(at)) -
      begins_.begin() - 1);
}

std::size_t Lines::lower_bound(std::string_view wanted) const {
  std::size_t low = 0;
  for (std::size_t high = size(); low < high;) {
    const std::size_t middle = (low + high) / 2;
    if ((*this)[middle] < wanted) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}

}  // namespace dateline
