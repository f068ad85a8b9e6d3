// Population count.
#pragma once

#include <cstdint>

namespace dateline {

/// How many bits of `bits` are set. A plain x86-64 need not have the instruction for it, and what the compiler's library
/// has instead is a call of a function that is slower than this.
inline std::uint32_t count_bits(std::uint64_t bits) {
  bits -= bits >> 1 & 0x5555555555555555;
  bits = (bits & 0x3333333333333333) + (bits >> 2 & 0x3333333333333333);
  bits = (bits + (bits >> 4)) & 0x0F0F0F0F0F0F0F0F;
  return static_cast<std::uint32_t>(bits * 0x0101010101010101 >> 56);
}

}  // namespace dateline
