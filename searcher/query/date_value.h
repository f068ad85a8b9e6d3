// The dates that people write in queries and options: days, months, years, ranges of them, and times
// that count from today.
#pragma once

#include <cstddef>
#include <string_view>

#include "common/date.h"
#include "common/error.h"

namespace dateline {

/// All the days that `value` names:
///   2022  2022-01  2022-01-07  20220107  2022/01/07  today  yesterday
///   this week|month|year    the whole of it, from Monday or the first on
///   last week|month|year    the one before
///   2w  3d  6m  1y  "3 days"  "last 2 weeks"  "past month"    so long up to and with today
///   A..B  A..  ..B    from the first day of A to the last of B; A and B any of those above
/// "2021..2022-02" -> 2021-01-01..2022-02-28. An open end is kEarliestDate or kLatestDate. A
/// Problem has the column of the part that is wrong, `column` being that of the value's first byte.
Result<DateRange> parse_date_range(std::string_view value, const Date& today, std::size_t column);

/// What lies before or after all the days of one date, as above but no range: ">" "2021" ->
/// 2022-01-01.. ; `comparison` is one of < <= > >=.
Result<DateRange> parse_date_comparison(std::string_view comparison, std::string_view value,
                                        const Date& today, std::size_t column);

/// Whether `value` is the beginning of a date of several words and `next` may go on with it: "last"
/// and "week", "3" and "days".
bool continues_date(std::string_view value, std::string_view next);

}  // namespace dateline
