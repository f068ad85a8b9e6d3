// The largest of many counts, and how large one must be to be among them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "searcher/search.h"

namespace dateline {

class TopCounts {
 public:
  /// Keeps `limit` of them; 0: all.
  explicit TopCounts(std::size_t limit) : limit_(limit) {}

  /// Counts of 0 are not kept.
  void add(std::string name, std::uint64_t count);

  /// A smaller count than this is not kept.
  std::uint64_t least() const;

  /// Largest first, then by name. Leaves nothing.
  std::vector<Facet::Value> take();

 private:
  std::size_t limit_;
  std::vector<Facet::Value> kept_;  ///< a heap, the one to go next in front, once there are `limit`
};

}  // namespace dateline
