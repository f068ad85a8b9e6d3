// A date is a civil day of the proleptic Gregorian calendar, without time or zone. This file knows
// days and nothing about how people write them, but for ISO 8601.
#pragma once

#include <cstdint>
#include <ctime>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace dateline {

/// A day that exists. Made by make_date, parse_iso_date or date_from_day_number only.
struct Date {
  int year = 1970;
  int month = 1;  ///< 1..12
  int day = 1;    ///< 1..31

  friend bool operator==(const Date& a, const Date& b) {
    return a.year == b.year && a.month == b.month && a.day == b.day;
  }
  friend bool operator!=(const Date& a, const Date& b) { return !(a == b); }
  friend bool operator<(const Date& a, const Date& b) {
    if (a.year != b.year) return a.year < b.year;
    if (a.month != b.month) return a.month < b.month;
    return a.day < b.day;
  }
  friend bool operator<=(const Date& a, const Date& b) { return !(b < a); }
};

/// What 07/01/2022 means. With Unknown a date that may be either is ambiguous.
enum class DateOrder : std::uint8_t { Unknown, DayFirst, MonthFirst };

/// As options and the manifest name them; Unknown has no name.
inline constexpr std::pair<const char*, DateOrder> kDateOrders[] = {{"dmy", DateOrder::DayFirst},
                                                                    {"mdy", DateOrder::MonthFirst}};

/// "dmy"; "" of Unknown.
const char* date_order_name(DateOrder order);

/// All days from first to last, both included.
struct DateRange {
  Date first;
  Date last;

  friend bool operator==(const DateRange& a, const DateRange& b) {
    return a.first == b.first && a.last == b.last;
  }
};

inline constexpr int kFirstYear = 1;
inline constexpr int kLastYear = 9999;

/// The day, if there is one: make_date(2022, 2, 31) is none. Years kFirstYear..kLastYear.
std::optional<Date> make_date(int year, int month, int day);

/// 28..31. REQUIRES month in 1..12.
int days_in_month(int year, int month);

/// Days since 1970-01-01, negative before it. (Algorithm: Howard Hinnant, "chrono-Compatible
/// Low-Level Date Algorithms", days_from_civil.)
std::int32_t day_number(const Date& date);

/// The inverse of day_number. REQUIRES a day within the years kFirstYear..kLastYear.
Date date_from_day_number(std::int32_t days);

/// The Monday of the week of `date`. (0001-01-01 is one.)
Date monday_of(const Date& date);

/// "2022-01-07"
std::string to_iso(const Date& date);

/// Exactly "YYYY-MM-DD" naming a day that exists; none for anything else.
std::optional<Date> parse_iso_date(std::string_view text);

/// Today in the local time zone.
Date today();

/// A moment as ISO 8601 in UTC, to the second: "2022-01-07T06:30:00Z".
std::string utc_text(std::time_t time);

}  // namespace dateline
