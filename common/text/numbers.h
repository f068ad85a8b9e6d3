// Numbers as people read them. Pure functions; no locale.
#pragma once

#include <cstdint>
#include <string>

namespace dateline {

/// 1234567 -> "1,234,567"
std::string with_commas(std::uint64_t number);

/// 1 -> "1 article", 1234 -> "1,234 articles"
std::string counted(std::uint64_t number, const std::string& singular);

/// 1.25, 1 -> "1.2"
std::string with_decimals(double number, int decimals);

/// 318000000 -> "318.0 MB": powers of 1000
std::string byte_size(std::uint64_t bytes);

}  // namespace dateline
