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
  /// Stands for a string in its slot: nearly all words of news fit whole, so that finding one takes one
  /// line of memory instead of three.
  struct Key {
    std::uint64_t head = 0;
    std::uint32_t tail = 0;  ///< its highest byte: the length, or kLong
    bool operator==(const Key& other) const { return head == other.head && tail == other.tail; }
    bool is_whole() const { return tail >> 24 != kLong; }
  };
  struct Slot {
    Key key;
    std::uint32_t number_plus_one = 0;  ///< 0: free
  };
  static constexpr std::size_t kLongestWhole = 11;
  static constexpr std::uint32_t kLong = 0xFF;  ///< the key is the hash

  static Key key_of(std::string_view text, std::uint64_t hash);
  std::size_t find_slot(std::string_view text, std::uint64_t hash, const Key& key) const;
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
