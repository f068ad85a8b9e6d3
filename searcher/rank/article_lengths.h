// How many words articles have, which Xapian tells slowly one by one: of a segment all are read once
// they have been asked for often enough. 4 bytes an article; 100,000 take about a millisecond. Not
// thread-safe.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <vector>

#include "common/index/snapshot.h"

namespace dateline {

class ArticleLengths {
 public:
  /// REQUIRES the snapshot to outlive this.
  explicit ArticleLengths(const Snapshot& snapshot);

  /// Of the articles of segment `part` with these numbers, ascending and there, one each. Throws
  /// Xapian::Error; IndexError of a damaged segment.
  std::vector<std::uint32_t> of(const std::vector<Xapian::docid>& numbers, std::size_t part);

 private:
  struct Segment {
    bool is_read = false;
    std::uint64_t asked = 0;              ///< articles, one by one
    std::vector<std::uint32_t> lengths;  ///< by place in the range
  };

  void read(Segment& segment, std::size_t part);

  const Snapshot& snapshot_;
  std::vector<Segment> segments_;
};

}  // namespace dateline
