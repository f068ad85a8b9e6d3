#include "searcher/query/date_value.h"

#include <string>

#include "searcher/query/ascii.h"
#include "searcher/query/relative_date.h"
#include "searcher/query/tree.h"

namespace dateline {

namespace {

constexpr const char* kForms =
    "write 2022, 2022-01, 2022-01-07, today, 2w, \"last month\", or a range of them: 2021..2022-06, "
    "2021.., ..2021-06";

/// A date as typed, and where.
struct Written {
  std::string_view text;
  std::size_t column = 0;
};

Problem wrong(const Written& written, const std::string& why, std::string hint) {
  return Problem{"date \"" + std::string(written.text) + "\" " + why, std::move(hint),
                 written.column};
}

/// Whether `text` has the form of `pattern`, in which 0 stands for any digit.
bool has_form(std::string_view text, std::string_view pattern) {
  if (text.size() != pattern.size()) return false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool digit = text[i] >= '0' && text[i] <= '9';
    if (pattern[i] == '0' ? !digit : text[i] != pattern[i]) return false;
  }
  return true;
}

/// REQUIRES digits only.
int number(std::string_view digits) {
  int value = 0;
  for (char c : digits) value = 10 * value + (c - '0');
  return value;
}

Result<DateRange> year_period(const Written& written, int year) {
  if (year < kFirstYear) return wrong(written, "is not a year: they start with 0001", kForms);
  return DateRange{{year, 1, 1}, {year, 12, 31}};
}

Result<DateRange> month_period(const Written& written, int year, int month) {
  if (month < 1 || month > 12)
    return wrong(written, "is not a month: they go from 01 to 12", kForms);
  const Result<DateRange> whole_year = year_period(written, year);
  if (!whole_year) return whole_year;
  return DateRange{{year, month, 1}, {year, month, days_in_month(year, month)}};
}

Result<DateRange> day_period(const Written& written, int year, int month, int day) {
  const Result<DateRange> whole_month = month_period(written, year, month);
  if (!whole_month) return whole_month;
  const Date last = whole_month.value().last;
  if (day < 1 || day > last.day) {
    return wrong(written, "is not a day", "the last day of that month is " + to_iso(last));
  }
  return DateRange{{year, month, day}, {year, month, day}};
}

Result<DateRange> parse_period(const Written& written, const Date& today) {
  const std::string_view text = written.text;
  if (const auto days = parse_relative_date(text, today)) return *days;
  if (has_form(text, "0000")) return year_period(written, number(text));
  if (has_form(text, "0000-00") || has_form(text, "0000/00")) {
    return month_period(written, number(text.substr(0, 4)), number(text.substr(5)));
  }
  if (has_form(text, "0000-00-00") || has_form(text, "0000/00/00")) {
    return day_period(written, number(text.substr(0, 4)), number(text.substr(5, 2)),
                      number(text.substr(8)));
  }
  if (has_form(text, "00000000")) {
    return day_period(written, number(text.substr(0, 4)), number(text.substr(4, 2)),
                      number(text.substr(6)));
  }
  return wrong(written, "is not understood", kForms);
}

}  // namespace

Result<DateRange> parse_date_range(std::string_view value, const Date& today, std::size_t column) {
  const std::size_t dots = value.find("..");
  if (dots == std::string_view::npos) return parse_period({value, column}, today);

  const Written from{value.substr(0, dots), column};
  const Written to{value.substr(dots + 2), column + dots + 2};
  if (from.text.empty() && to.text.empty()) {
    return wrong({value, column}, "is a range without ends", kForms);
  }
  DateRange range{kEarliestDate, kLatestDate};
  if (!from.text.empty()) {
    const Result<DateRange> period = parse_period(from, today);
    if (!period) return period;
    range.first = period.value().first;
  }
  if (!to.text.empty()) {
    const Result<DateRange> period = parse_period(to, today);
    if (!period) return period;
    range.last = period.value().last;
  }
  if (range.last < range.first) {
    return wrong({value, column}, "is a range backwards",
                 "write " + std::string(to.text) + ".." + std::string(from.text));
  }
  return range;
}

Result<DateRange> parse_date_comparison(std::string_view comparison, std::string_view value,
                                        const Date& today, std::size_t column) {
  const Written written{value, column};
  if (value.find("..") != std::string_view::npos) {
    return wrong(written, "is a range, which nothing is before or after", "write one date");
  }
  const Result<DateRange> period = parse_period(written, today);
  if (!period) return period;
  const DateRange& days = period.value();
  if (comparison == ">=") return DateRange{days.first, kLatestDate};
  if (comparison == "<=") return DateRange{kEarliestDate, days.last};
  const bool after = comparison == ">";
  if (after ? days.last == kLatestDate : days.first == kEarliestDate) {
    return wrong(written, after ? "has no day after it" : "has no day before it", "");
  }
  if (after) return DateRange{date_from_day_number(day_number(days.last) + 1), kLatestDate};
  return DateRange{kEarliestDate, date_from_day_number(day_number(days.first) - 1)};
}

bool continues_date(std::string_view value, std::string_view next) {
  const std::string typed = lower_ascii(value);
  const std::size_t mark = typed.find_last_of(" .");
  const std::string last = typed.substr(mark == std::string::npos ? 0 : mark + 1);
  const bool expects_more = last == "last" || last == "past" || last == "this" ||
                            (is_digits(last) && last.size() < 4);
  if (!expects_more) return false;
  const std::string word = lower_ascii(next.substr(0, next.find("..")));
  for (const char* unit : {"day", "days", "week", "weeks", "month", "months", "year", "years"}) {
    if (word == unit) return true;
  }
  return is_digits(word) && word.size() < 4 && !is_digits(last);
}

}  // namespace dateline
