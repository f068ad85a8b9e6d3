// Reads dates as people write them: 2022-01-07, 20220107, 7 January 2022, 7th Jan., January 7,
// 2022, Fri, 07 Jan 2022 10:00:00 +0000, 07/01/2022 ... and tells a date from half a date and from
// what cannot be one. It knows nothing of where the text stood. Stateless; no clock, no locale.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "common/date.h"

namespace dateline {

inline constexpr int kFirstDateYear = 1400;

/// What dates are judged by: one outside the years kFirstDateYear to next year is none.
struct DateRules {
  Date today;  ///< passed in, so that tests have no clock
  DateOrder order = DateOrder::Unknown;

  int last_year() const { return today.year + 1; }
  bool allows(int year) const { return kFirstDateYear <= year && year <= last_year(); }
};

/// A date as it was written: all of it, a part, or something else.
struct WrittenDate {
  enum class Kind : std::uint8_t {
    None,        ///< no date here
    Full,        ///< year, month, day: a day that exists
    NoYear,      ///< "Jan. 7": month, day
    MonthYear,   ///< "January 2022": year, month
    Year,        ///< a folder "2022": year
    Impossible,  ///< meant as a date, but not one: see problem
    Ambiguous,   ///< 07/01/2022: year, month, day hold it read day first; see problem
  };

  Kind kind = Kind::None;
  int year = 0;  ///< 0 where not written, and so month and day
  int month = 0;
  int day = 0;
  std::size_t length = 0;  ///< bytes of the text up to the end of the date
  std::string problem;     ///< for people, with the date as written: date "2022-02-31" is not a day

  bool is(Kind wanted) const { return kind == wanted; }
  /// REQUIRES Full, or Ambiguous: then read day first.
  Date date() const { return {year, month, day}; }
  /// REQUIRES Ambiguous.
  Date date_month_first() const { return {year, day, month}; }
};

/// The date that `text` starts with, white space and the name of a week day before it apart.
/// "Fri., Jan. 7, 2022 (Reuters)" -> Full 2022-01-07, length 18. A date must end where a word ends.
WrittenDate read_date(std::string_view text, const DateRules& rules);

/// The number (1-12) of a month by its name or abbreviation, any case; none if `word` is neither.
std::optional<int> month_by_name(std::string_view word);

/// Gives a written date with all its parts its kind: Full, or Impossible and why. `written` is
/// quoted.
void judge_date(WrittenDate& date, std::string_view written, const DateRules& rules);

}  // namespace dateline
