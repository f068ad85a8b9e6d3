// Random numbers that are the same on every machine, which the distributions of <random> are not.
#pragma once

#include <cassert>
#include <cstddef>
#include <cstdint>
#include <random>
#include <vector>

namespace dateline {

class Random {
 public:
  explicit Random(std::uint32_t seed) : engine_(seed) {}

  /// 0 .. n - 1. REQUIRES n > 0.
  std::size_t below(std::size_t n) {
    assert(n > 0);
    return engine_() % n;
  }
  bool one_in(std::size_t n) { return below(n) == 0; }
  /// REQUIRES that there are some.
  template <class Item>
  const Item& one_of(const std::vector<Item>& items) {
    return items[below(items.size())];
  }

 private:
  std::mt19937 engine_;
};

}  // namespace dateline
