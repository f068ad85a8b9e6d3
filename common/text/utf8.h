// One code point at a time out of UTF-8, invalid bytes included: what the tokeniser and the outputs
// need and no more.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace dateline {

struct CodePoint {
  std::int32_t value = -1;  ///< -1: the byte there is not the start of a valid sequence
  std::uint32_t bytes = 1;  ///< how many it takes; 1 for an invalid byte
};

/// The code point at `position`. REQUIRES position < text.size().
CodePoint decode_utf8(std::string_view text, std::size_t position);

/// Appends a code point that is valid (not a surrogate, at most U+10FFFF).
void append_utf8(std::int32_t code_point, std::string& out);

/// Where the code point that contains the byte at `position` starts; `position` itself when that
/// byte belongs to none. `position` may be text.size().
std::size_t utf8_floor(std::string_view text, std::size_t position);

}  // namespace dateline
