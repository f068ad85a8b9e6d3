// Interned strings: each distinct string gets the next number, once. Open addressing over an arena,
// made for the words of news: short, few distinct, looked up millions of times.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

namespace dateline {

class StringTable {
 public:
  StringTable();

  /// The number of `text`, given now if it had none: 0, 1, 2 ... in order of first appearance.
  std::uint32_t intern(std::string_view text);

  /// The number of `text`, if it has one.
  std::optional<std::uint32_t> find(std::string_view text) const;

  /// The string of a number. Valid until clear(). REQUIRES number < size().
  std::string_view text(std::uint32_t number) const { return texts_[number]; }

  std::uint32_t size() const { return static_cast<std::uint32_t>(texts_.size()); }

  /// Bytes of memory held, roughly.
  std::size_t memory_bytes() const;

  void clear();

 private:
  struct Slot {
    std::uint32_t hash;
    std::uint32_t number_plus_one;  ///< 0: free
  };

  std::size_t find_slot(std::string_view text, std::uint32_t hash) const;
  std::string_view keep(std::string_view text);
  void grow();

  std::vector<Slot> slots_;  ///< a power of two, at most 5/8 full
  std::vector<std::string_view> texts_;
  std::vector<std::unique_ptr<char[]>> blocks_;
  std::size_t block_used_ = 0;
  std::size_t block_size_ = 0;
  std::size_t arena_bytes_ = 0;
};

}  // namespace dateline
