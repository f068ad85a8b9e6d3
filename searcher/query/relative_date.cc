#include "searcher/query/relative_date.h"

#include <algorithm>
#include <string>
#include <vector>

#include "searcher/query/ascii.h"

namespace dateline {

namespace {

enum class Unit { Day, Week, Month, Year };

std::optional<Unit> unit_of(std::string_view text) {
  if (text == "d" || text == "day" || text == "days") return Unit::Day;
  if (text == "w" || text == "week" || text == "weeks") return Unit::Week;
  if (text == "m" || text == "month" || text == "months") return Unit::Month;
  if (text == "y" || text == "year" || text == "years") return Unit::Year;
  return std::nullopt;
}

std::vector<std::string> parts_of(std::string_view text) {
  std::vector<std::string> parts(1);
  for (const char c : lower_ascii(text)) {
    if (c == ' ' || c == '-' || c == '_') {
      if (!parts.back().empty()) parts.emplace_back();
    } else {
      parts.back() += c;
    }
  }
  if (parts.back().empty()) parts.pop_back();
  return parts;
}

std::optional<Date> day_at(std::int32_t number) {
  const Date first{kFirstYear, 1, 1};
  const Date last{kLastYear, 12, 31};
  if (number < day_number(first) || number > day_number(last)) return std::nullopt;
  return date_from_day_number(number);
}

std::optional<DateRange> days(std::int32_t first, std::int32_t last) {
  const auto from = day_at(first);
  const auto to = day_at(last);
  if (!from || !to) return std::nullopt;
  return DateRange{*from, *to};
}

/// The calendar unit that `today` is in, or the one before.
std::optional<DateRange> calendar(Unit unit, const Date& today, bool before) {
  const std::int32_t now = day_number(today);
  if (unit == Unit::Day) return days(now - (before ? 1 : 0), now - (before ? 1 : 0));
  if (unit == Unit::Week) {
    const std::int32_t monday = now - ((now + 3) % 7 + 7) % 7;  // 1970-01-01 was a Thursday
    return days(monday - (before ? 7 : 0), monday + (before ? -1 : 6));
  }
  int year = today.year;
  int month = today.month;
  if (before) {
    if (unit == Unit::Year) --year;
    if (unit == Unit::Month && --month == 0) month = 12, --year;
  }
  if (year < kFirstYear) return std::nullopt;
  if (unit == Unit::Year) return DateRange{{year, 1, 1}, {year, 12, 31}};
  return DateRange{{year, month, 1}, {year, month, days_in_month(year, month)}};
}

/// `count` units up to and with today.
std::optional<DateRange> span(int count, Unit unit, const Date& today) {
  const std::int32_t now = day_number(today);
  if (count < 1) return std::nullopt;
  if (unit == Unit::Day) return days(now - count + 1, now);
  if (unit == Unit::Week) return days(now - 7 * count + 1, now);
  const int months = 12 * today.year + today.month - 1 - count * (unit == Unit::Year ? 12 : 1);
  if (months < 12 * kFirstYear) return std::nullopt;
  const int year = months / 12;
  const int month = months % 12 + 1;
  const Date same_day{year, month, std::min(today.day, days_in_month(year, month))};
  return days(day_number(same_day) + 1, now);
}

/// "3" "days", "3days"
std::optional<DateRange> parse_span(const std::vector<std::string>& parts, std::size_t from,
                                    const Date& today) {
  std::string text;
  for (std::size_t i = from; i < parts.size(); ++i) text += parts[i];
  const std::size_t digits = std::min(text.find_first_not_of("0123456789"), text.size());
  const auto unit = unit_of(std::string_view(text).substr(digits));
  if (digits == 0 || !unit || parts.size() - from > 2) return std::nullopt;
  const auto count = bounded_number(std::string_view(text).substr(0, digits), 1'000'000);
  return span(static_cast<int>(count), *unit, today);
}

}  // namespace

std::optional<DateRange> parse_relative_date(std::string_view text, const Date& today) {
  const std::vector<std::string> parts = parts_of(text);
  if (parts.empty()) return std::nullopt;
  const std::string& first = parts[0];
  if (parts.size() == 1 && first == "today") return calendar(Unit::Day, today, false);
  if (parts.size() == 1 && first == "yesterday") return calendar(Unit::Day, today, true);
  std::optional<Unit> unit;
  if (parts.size() == 2 && parts[1].size() > 1) unit = unit_of(parts[1]);
  if (first == "this" && unit) return calendar(*unit, today, false);
  if (first == "last" && unit) return calendar(*unit, today, true);
  if (first == "past" && unit) return span(1, *unit, today);
  const bool counts_back = first == "last" || first == "past";
  return parse_span(parts, counts_back ? 1 : 0, today);
}

}  // namespace dateline
