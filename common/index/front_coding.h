// Ascending texts in few bytes: each as how many bytes it shares with the one before it, and the rest.
// What the blocks of words and names are made of.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "common/index/packed.h"

namespace dateline {

/// What a damaged block claims to have beyond it is not believed.
inline constexpr std::size_t kLargestBlock = 1 << 30;

/// Builds the texts of one block after the other.
class FrontCoder {
 public:
  /// Ascending texts have most in common; Lines::lower_bound() wants them so.
  void add(std::string_view text);

  std::size_t size() const { return size_; }
  std::size_t bytes() const { return rests_.size(); }

  /// Appends what was added since the last call.
  void take(BlockPacker& packer, std::string& block);

 private:
  std::string last_;
  std::string shared_, sizes_, rests_;
  std::size_t size_ = 0;
};

/// The texts of one block in memory, each with a newline behind it.
class Lines {
 public:
  Lines() = default;
  /// Takes `count` texts off a block. Throws Error if it is damaged.
  Lines(PackedReader& block, BlockUnpacker& unpacker, std::size_t count, const char* what);

  std::size_t size() const { return begins_.empty() ? 0 : begins_.size() - 1; }
  /// Of memory, roughly.
  std::size_t memory_bytes() const { return text_.size() + begins_.size() * sizeof begins_[0]; }
  std::string_view operator[](std::size_t i) const {
    return std::string_view(text_).substr(begins_[i], begins_[i + 1] - 1 - begins_[i]);
  }
  /// Texts i to end with their newlines.
  std::string_view range(std::size_t i, std::size_t end) const {
    return std::string_view(text_).substr(begins_[i], begins_[end] - begins_[i]);
  }
  /// Which text has the byte `at` of range(0, size()).
  std::size_t at_byte(std::size_t at) const;
  /// The first text that is not less than `wanted`; size() if none is.
  std::size_t lower_bound(std::string_view wanted) const;

 private:
  std::string text_;
  std::vector<std::uint32_t> begins_;  ///< one more than texts
};

/// Numbers, `count` of them, out of a stream of them. Throws Error if it has not just those.
template <class Take>
void read_numbers(std::string_view stream, std::size_t count, const char* what, const Take& take) {
  PackedReader reader(stream, what);
  for (std::size_t i = 0; i < count; ++i) take(reader.number());
  if (!reader.done()) reader.damaged();
}

}  // namespace dateline
