// Numbers as people read them. Pure functions; no locale.
#pragma once

#include <cstdint>
#include <string>

#include "searcher/search.h"

namespace dateline {

/// 1234567 -> "1,234,567"
std::string with_commas(std::uint64_t number);

/// 1 -> "1 article", 1234 -> "1,234 articles"
std::string counted(std::uint64_t number, const std::string& singular);

/// "1,234 articles match", "1 article matches", "about 1,200 articles match": an estimate has two
/// figures.
std::string match_count(const Total& total);

/// 318000000 -> "318.0 MB": powers of 1000
std::string byte_size(std::uint64_t bytes);

/// 0.4213 -> "0.42 ms", 1234.5 -> "1.23 s"
std::string duration(double milliseconds);

}  // namespace dateline
