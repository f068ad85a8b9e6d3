#include "common/text/string_table.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <algorithm>
#include <array>
#include <cstring>

namespace dateline {

namespace {

constexpr std::size_t kFirstSlots = 1024;
constexpr std::size_t kBlockBytes = 64 * 1024;

std::uint64_t hash_of(std::string_view text) { return XXH3_64bits(text.data(), text.size()); }

}  // namespace

StringTable::StringTable() { clear(); }

StringTable::Key StringTable::key_of(std::string_view text, std::uint64_t hash) {
  if (text.size() > kLongestWhole) return {hash, kLong << 24};
  Key key;
  std::array<char, sizeof key.head + sizeof key.tail> bytes{};
  std::copy(text.begin(), text.end(), bytes.begin());
  std::memcpy(&key.head, bytes.data(), sizeof key.head);
  std::memcpy(&key.tail, bytes.data() + sizeof key.head, sizeof key.tail);
  key.tail |= static_cast<std::uint32_t>(text.size()) << 24;
  return key;
}

// The slot that holds `text`, or the free one where it belongs.
std::size_t StringTable::find_slot(std::string_view text, std::uint64_t hash, const Key& key) const {
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = hash & mask;
  while (slots_[at].number_plus_one != 0 &&
         !(slots_[at].key == key &&
           (key.is_whole() || texts_[slots_[at].number_plus_one - 1] == text))) {
    at = (at + 1) & mask;
  }
  return at;
}

std::optional<std::uint32_t> StringTable::find(std::string_view text) const {
  const std::uint64_t hash = hash_of(text);
  const Slot& slot = slots_[find_slot(text, hash, key_of(text, hash))];
  if (slot.number_plus_one == 0) return std::nullopt;
  return slot.number_plus_one - 1;
}

std::uint32_t StringTable::intern(std::string_view text) {
  const std::uint64_t hash = hash_of(text);
  const Key key = key_of(text, hash);
  Slot& slot = slots_[find_slot(text, hash, key)];
  if (slot.number_plus_one != 0) return slot.number_plus_one - 1;
  texts_.push_back(keep(text));
  slot = Slot{key, size()};
  if (texts_.size() * 8 > slots_.size() * 5) grow();
  return size() - 1;
}

std::string_view StringTable::keep(std::string_view text) {
  if (text.empty()) return {};
  if (block_used_ + text.size() > block_size_) {
    block_size_ = std::max(kBlockBytes, text.size());
    blocks_.push_back(std::make_unique<char[]>(block_size_));
    block_used_ = 0;
    arena_bytes_ += block_size_;
  }
  char* to = blocks_.back().get() + block_used_;
  std::memcpy(to, text.data(), text.size());
  block_used_ += text.size();
  return {to, text.size()};
}

void StringTable::grow() {
  std::vector<Slot> old(slots_.size() * 2);
  old.swap(slots_);
  const std::size_t mask = slots_.size() - 1;
  for (const Slot& slot : old) {
    if (slot.number_plus_one == 0) continue;
    std::size_t at = hash_of(texts_[slot.number_plus_one - 1]) & mask;
    while (slots_[at].number_plus_one != 0) at = (at + 1) & mask;
    slots_[at] = slot;
  }
}

std::size_t StringTable::memory_bytes() const {
  return arena_bytes_ + slots_.size() * sizeof(Slot) + texts_.capacity() * sizeof(std::string_view);
}

void StringTable::clear() {
  slots_.assign(kFirstSlots, Slot());
  texts_.clear();
  blocks_.clear();
  block_used_ = block_size_ = arena_bytes_ = 0;
}

}  // namespace dateline
