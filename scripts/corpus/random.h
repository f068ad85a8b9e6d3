// A stream of random numbers that is the same on every machine: integers only (the distributions of
// <random> differ among standard libraries). SplitMix64: Steele, Lea, Flood, "Fast Splittable
// Pseudorandom Number Generators", OOPSLA 2014. Not for secrets.
#pragma once

#include <cstdint>

namespace dateline {

class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed) {}

  std::uint64_t next() {
    state_ += 0x9E3779B97F4A7C15U;
    std::uint64_t mixed = state_;
    mixed = (mixed ^ (mixed >> 30U)) * 0xBF58476D1CE4E5B9U;
    mixed = (mixed ^ (mixed >> 27U)) * 0x94D049BB133111EBU;
    return mixed ^ (mixed >> 31U);
  }

  /// 0 .. bound - 1, even enough for our purpose. REQUIRES bound > 0.
  std::uint32_t below(std::uint32_t bound) {
    return static_cast<std::uint32_t>(((next() >> 32U) * bound) >> 32U);
  }

  /// True once in `times`. REQUIRES times > 0.
  bool once_in(std::uint32_t times) { return below(times) == 0; }

  bool percent(std::uint32_t share) { return below(100) < share; }

 private:
  std::uint64_t state_;
};

}  // namespace dateline
