// Counts and times of a search as people read them. Pure functions; no locale.
#pragma once

#include <string>

#include "common/text/numbers.h"
#include "searcher/search.h"

namespace dateline {

/// "1,234 articles match", "1 article matches", "about 1,200 articles match": an estimate has two
/// figures.
std::string match_count(const Total& total);

/// 0.4213 -> "0.42 ms", 1234.5 -> "1.23 s"
std::string duration(double milliseconds);

}  // namespace dateline
