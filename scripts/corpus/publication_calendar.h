// When the articles of a made archive appear: more from year to year, fewer at weekends, more in
// weeks when much happens.
#pragma once

#include <cstdint>
#include <vector>

#include "common/date.h"

namespace dateline {

class PublicationCalendar {
 public:
  /// REQUIRES first_year <= last_year.
  PublicationCalendar(int first_year, int last_year);

  /// The day of article `number` of `count`, not before the day of the one before it.
  Date day_of(std::uint32_t number, std::uint32_t count) const;

 private:
  std::int32_t first_day_;
  std::vector<std::uint64_t> weight_until_;  // of all days up to and with the n-th
};

}  // namespace dateline
