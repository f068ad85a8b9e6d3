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
  const auto shares = small_numbers(shared, count, what);
  const auto rest_sizes = small_numbers(sizes, count, what);
  std::uint64_t rest_bytes = 0;
  begins_.reserve(count + 1);
  std::uint64_t begin = 0, size = 0;  // of the text before
  for (std::size_t i = 0; i < count; ++i) {
    if (shares[i] > size) block.damaged();
    begins_.push_back(static_cast<std::uint32_t>(begin));
    rest_bytes += rest_sizes[i];
    size = std::uint64_t{shares[i]} + rest_sizes[i];
    begin += size + 1;
    if (begin > kLargestBlock) block.damaged();
  }
  if (rest_bytes != rests.size()) block.damaged();
  begins_.push_back(static_cast<std::uint32_t>(begin));
  text_.resize(begin);
  char* to = text_.data();
  const char* before = to;
  const char* rest = rests.data();
  for (std::size_t i = 0; i < count; ++i) {
    char* const text = to;
    to = std::copy_n(before, shares[i], to);
    to = std::copy_n(rest, rest_sizes[i], to);
    *to++ = '\n';
    rest += rest_sizes[i];
    before = text;
  }
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
