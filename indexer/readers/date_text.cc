#include "indexer/readers/date_text.h"

#include "indexer/readers/ascii.h"
#include "indexer/readers/cursor.h"

namespace dateline {

namespace {

using Kind = WrittenDate::Kind;

struct NamedNumber {
  std::string_view name;  ///< lower case; letters that are not ASCII are compared as they are
  int number;
};

/// A second language joins by adding its rows.
constexpr NamedNumber kMonths[] = {
    {"january", 1},   {"february", 2},  {"march", 3},  {"april", 4},     {"may", 5},
    {"june", 6},      {"july", 7},      {"august", 8}, {"september", 9}, {"october", 10},
    {"november", 11}, {"december", 12}, {"jan", 1},    {"feb", 2},       {"mar", 3},
    {"apr", 4},       {"jun", 6},       {"jul", 7},    {"aug", 8},       {"sep", 9},
    {"sept", 9},      {"oct", 10},      {"nov", 11},   {"dec", 12},
};

constexpr NamedNumber kWeekDays[] = {
    {"monday", 1},   {"tuesday", 2}, {"wednesday", 3}, {"thursday", 4}, {"friday", 5},
    {"saturday", 6}, {"sunday", 7},  {"mon", 1},       {"tue", 2},      {"tues", 2},
    {"wed", 3},      {"weds", 3},    {"thu", 4},       {"thur", 4},     {"thurs", 4},
    {"fri", 5},      {"sat", 6},     {"sun", 7},
};

constexpr std::string_view kOrdinals[] = {"st", "nd", "rd", "th"};

template <class Table>
std::optional<int> number_of(const Table& table, std::string_view word) {
  for (const NamedNumber& row : table) {
    if (ascii::equal_ignoring_case(row.name, word)) return row.number;
  }
  return std::nullopt;
}

bool is_day_or_month(const Digits& digits) { return digits.count == 1 || digits.count == 2; }

WrittenDate parts(Kind kind, int year, int month, int day) {
  WrittenDate date;
  date.kind = kind;
  date.year = year;
  date.month = month;
  date.day = day;
  return date;
}

std::optional<int> read_month_name(Cursor& in) {
  Cursor ahead = in;
  const auto month = month_by_name(ahead.word());
  if (month) in = ahead;
  return month;
}

void skip_ordinal(Cursor& in) {
  Cursor ahead = in;
  const std::string_view word = ahead.word();
  for (std::string_view ordinal : kOrdinals) {
    if (ascii::equal_ignoring_case(word, ordinal)) in = ahead;
  }
}

/// Day and month are known: the year may follow.
WrittenDate read_year_behind(Cursor& in, int month, int day) {
  Cursor ahead = in;
  ahead.separators();
  const Digits year = ahead.digits();
  if (year.count != 4) return parts(Kind::NoYear, 0, month, day);
  in = ahead;
  return parts(Kind::Full, year.value, month, day);
}

/// 2022-01-07, 2022/1/7, 2022-Jan-7, 2022-01; the year has been read.
WrittenDate read_year_first(Cursor& in, int year) {
  const char separator = in.peek();
  if (!is_separator(separator)) return {};
  in.skip(1);
  if (const auto month = read_month_name(in)) {
    in.separators();
    const Digits day = in.digits();
    if (!is_day_or_month(day)) return {};
    return parts(Kind::Full, year, *month, day.value);
  }
  const Digits month = in.digits();
  if (!is_day_or_month(month) || separator == ' ') return {};
  if (in.peek() == separator && ascii::is_digit(in.peek(1))) {
    in.skip(1);
    const Digits day = in.digits();
    return is_day_or_month(day) ? parts(Kind::Full, year, month.value, day.value) : WrittenDate{};
  }
  if (separator != '-' || month.count != 2) return {};
  return parts(Kind::MonthYear, year, month.value, 0);
}

/// 07/01/2022, 7.1.2022; the first number has been read.
WrittenDate read_numbers(Cursor& in, int first, const DateRules& rules) {
  const char separator = in.peek();
  in.skip(1);
  const Digits second = in.digits();
  if (!is_day_or_month(second) || !in.eat(separator)) return {};
  const Digits year = in.digits();
  if (year.count != 4) return {};
  const bool month_first_only = second.value > 12 && first <= 12;
  const bool day_first_only = first > 12 && second.value <= 12;
  if (month_first_only || (rules.order == DateOrder::MonthFirst && !day_first_only)) {
    return parts(Kind::Full, year.value, first, second.value);
  }
  const bool sure = day_first_only || rules.order == DateOrder::DayFirst || first == second.value ||
                    (first > 12 && second.value > 12);
  return parts(sure ? Kind::Full : Kind::Ambiguous, year.value, second.value, first);
}

/// 7 January 2022, 7th of Jan., 07Jan2022, 07/01/2022; the first number has been read.
WrittenDate read_day_first(Cursor& in, int first, const DateRules& rules) {
  const bool is_numeric = ascii::is_digit(in.peek(1)) && (in.peek() == '/' || in.peek() == '.' ||
                                                          in.peek() == '-' || in.peek() == '_');
  if (is_numeric) return read_numbers(in, first, rules);
  skip_ordinal(in);
  in.separators();
  Cursor ahead = in;
  if (ascii::equal_ignoring_case(ahead.word(), "of") && ahead.eat(' ')) in = ahead;
  const auto month = read_month_name(in);
  return month ? read_year_behind(in, *month, first) : WrittenDate{};
}

/// January 7, 2022; Jan. 7; January 2022.
WrittenDate read_month_first(Cursor& in) {
  const auto month = read_month_name(in);
  if (!month) return {};
  in.separators();
  const Digits number = in.digits();
  if (number.count == 4) return parts(Kind::MonthYear, number.value, *month, 0);
  if (!is_day_or_month(number)) return {};
  skip_ordinal(in);
  return read_year_behind(in, *month, number.value);
}

WrittenDate read_parts(Cursor& in, const DateRules& rules) {
  if (!ascii::is_digit(in.peek())) return read_month_first(in);
  const Digits first = in.digits();
  if (first.count == 8) {
    return parts(Kind::Full, first.value / 10000, first.value / 100 % 100, first.value % 100);
  }
  if (first.count == 4) return read_year_first(in, first.value);
  return is_day_or_month(first) ? read_day_first(in, first.value, rules) : WrittenDate{};
}

void skip_week_day(Cursor& in) {
  Cursor ahead = in;
  if (!number_of(kWeekDays, ahead.word())) return;
  ahead.separators();
  in = ahead;
}

void make_impossible(WrittenDate& date, std::string_view written, const std::string& why) {
  date.kind = Kind::Impossible;
  date.problem = "date \"" + std::string(written) + "\" " + why;
}

bool ends_inside_word(const Cursor& in) {
  if (in.peek() == 'T' && ascii::is_digit(in.peek(1))) return false;  // a time
  return ascii::is_word(in.peek());
}

}  // namespace

std::optional<int> month_by_name(std::string_view word) { return number_of(kMonths, word); }

void judge_date(WrittenDate& date, std::string_view written, const DateRules& rules) {
  if (date.year != 0 || !date.is(Kind::NoYear)) {
    if (date.year < kFirstDateYear) {
      return make_impossible(date, written, "is before the year " + std::to_string(kFirstDateYear));
    }
    if (date.year > rules.last_year()) {
      return make_impossible(date, written, "is after the year " + std::to_string(rules.last_year()));
    }
  }
  constexpr int kLeapYear = 2000;  // without a year, February 29 is possible
  const int day = date.is(Kind::MonthYear) ? 1 : date.day;
  if (!make_date(date.is(Kind::NoYear) ? kLeapYear : date.year, date.month, day)) {
    return make_impossible(date, written,
                           date.is(Kind::MonthYear) ? "is not a month" : "is not a day");
  }
  if (date.is(Kind::Ambiguous)) {
    date.problem = "date \"" + std::string(written) + "\" can be " + to_iso(date.date()) + " or " +
                   to_iso(date.date_month_first()) + ": --date-order decides";
  }
}

WrittenDate read_date(std::string_view text, const DateRules& rules) {
  Cursor in(text);
  in.skip(ascii::count_spaces(text));
  skip_week_day(in);
  const std::size_t begin = in.position();
  WrittenDate date = read_parts(in, rules);
  if (date.is(Kind::None) || ends_inside_word(in)) return {};
  date.length = in.position();
  judge_date(date, text.substr(begin, date.length - begin), rules);
  return date;
}

}  // namespace dateline
