// Counts over time of one query or several, side by side, with how many articles there are in all.
// Plain data and pure functions.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "searcher/search.h"

namespace dateline {

/// One query over the units of a comparison.
struct TimelineSeries {
  std::string query;       ///< as typed
  std::string understood;  ///< the tree as text
  std::vector<std::uint64_t> counts;
  std::vector<bool> bursts;  ///< see bursts.h
  std::uint64_t undated = 0;

  std::uint64_t dated() const;
  std::uint64_t total() const { return dated() + undated; }
};

struct TimelineComparison {
  TimelineUnit unit = TimelineUnit::Month;
  std::vector<Date> units;         ///< first days, from the first to the last match of any series
  std::vector<std::uint64_t> all;  ///< articles of each unit, matching or not
  std::uint64_t all_undated = 0;
  std::vector<TimelineSeries> series;

  bool empty() const;  ///< no match at all
};

/// `all`: every article that the options leave, over the same unit. Series without matches are
/// kept. REQUIRES bars of one unit without gaps, as Searcher::timeline() gives them.
struct CountedQuery {
  std::string query;
  std::string understood;
  Timeline counts;
};
TimelineComparison compared(const std::vector<CountedQuery>& queries, const Timeline& all);

/// Per cent: 100 * part / whole; 0 of nothing.
double per_cent(std::uint64_t part, std::uint64_t whole);

}  // namespace dateline
