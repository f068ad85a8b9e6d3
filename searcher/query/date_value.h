// The dates that people write in queries and options: days, months, years and ranges of them.
#pragma once

#include <cstddef>
#include <string_view>

#include "common/date.h"
#include "common/error.h"

namespace dateline {

/// All the days that `value` names:
///   2022  2022-01  2022-01-07  today  yesterday  A..B  A..  ..B    (A and B: any of the first
///   five)
/// "2021..2022-02" -> 2021-01-01..2022-02-28. An open end is kEarliestDate or kLatestDate. A
/// Problem has the column of the part that is wrong, `column` being that of the value's first byte.
Result<DateRange> parse_date_range(std::string_view value, const Date& today, std::size_t column);

}  // namespace dateline
