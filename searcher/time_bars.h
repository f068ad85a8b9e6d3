// Dates counted into bars of a timeline. Plain data in and out.
#pragma once

#include <cstdint>
#include <map>
#include <optional>

#include "searcher/search.h"

namespace dateline {

class TimeBars {
 public:
  explicit TimeBars(TimelineUnit unit) : unit_(unit) {}

  /// An article of that day, or one without a date.
  void add(std::optional<Date> date);

  /// All that was added; empty units in between included.
  Timeline timeline() const;

 private:
  TimelineUnit unit_;
  std::map<Date, std::uint64_t> counts_;  ///< by first day
  std::uint64_t undated_ = 0;
};

}  // namespace dateline
