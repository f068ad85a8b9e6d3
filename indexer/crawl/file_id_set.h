// A set of files by device and inode, exact and small: inodes of one archive lie close together, so
// a word holds 64 neighbours (about 1 byte a file; 60 where no two are neighbours).
#pragma once

#include <sys/types.h>

#include <cstddef>
#include <cstdint>
#include <functional>
#include <unordered_map>

namespace dateline {

class FileIdSet {
 public:
  /// False if it was there already.
  bool insert(dev_t device, ino_t inode) {
    std::uint64_t& word = words_[{device, inode >> 6}];
    const std::uint64_t bit = std::uint64_t{1} << (inode & 63);
    const bool is_new = (word & bit) == 0;
    word |= bit;
    return is_new;
  }

 private:
  struct Key {
    dev_t device;
    ino_t block;
    friend bool operator==(const Key& a, const Key& b) {
      return a.device == b.device && a.block == b.block;
    }
  };
  struct Hash {
    std::size_t operator()(const Key& key) const {
      return std::hash<std::uint64_t>()(key.block * 0x9E3779B97F4A7C15U ^ key.device);
    }
  };

  std::unordered_map<Key, std::uint64_t, Hash> words_;
};

}  // namespace dateline
