// The files an index already holds, to tell unchanged from changed, new and vanished ones. Read
// from the index itself: 16 bytes of memory an article.
#pragma once

#include <cstdint>
#include <functional>
#include <string_view>
#include <vector>

#include "common/index/snapshot.h"

namespace dateline {

class Catalog {
 public:
  /// An empty one.
  Catalog() = default;
  explicit Catalog(const Snapshot& snapshot);

  struct Known {
    bool unchanged = false;
    std::uint32_t number = 0;  ///< of the article; 0: the file is new
  };

  /// What is known of a file, which is marked as seen. Files are told apart by a 64-bit hash of
  /// root and path: two of fifty million share one with a chance of 1 in 15,000.
  Known look_up(std::uint32_t root, std::string_view path, std::uint32_t fingerprint);

  /// The numbers, ascending, of the articles whose files were not seen and are `wanted`.
  std::vector<std::uint32_t> unseen(
      const Snapshot& snapshot, const std::function<bool(const schema::FileRecord&)>& wanted) const;

  std::size_t memory_bytes() const {
    return entries_.capacity() * sizeof(Entry) + seen_.size() / 8;
  }

 private:
  struct Entry {
    std::uint64_t path_hash;
    std::uint32_t number;
    std::uint32_t fingerprint;
  };

  std::vector<Entry> entries_;  ///< by path_hash
  std::vector<bool> seen_;      ///< by place in entries_
};

}  // namespace dateline
