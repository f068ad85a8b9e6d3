#include "indexer/readers/path_date.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>

#include "indexer/readers/ascii.h"

namespace dateline {

namespace {

using Kind = WrittenDate::Kind;

constexpr std::size_t kCompactDigits = 8;  // 20220107
constexpr std::string_view kSeparators = "-_. ";

bool is_digits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), ascii::is_digit);
}

bool is_hex_letter(char c) { return ascii::to_lower(c) >= 'a' && ascii::to_lower(c) <= 'f'; }

bool starts_compact(std::string_view text) {
  return text.size() >= kCompactDigits && is_digits(text.substr(0, kCompactDigits));
}

/// May a date start at `at`? At the start of a word; 8 digits also behind letters that cannot be
/// part of a hash: article20220107.txt, but not ab20220107.txt.
bool is_date_start(std::string_view name, std::size_t at) {
  if (at == 0 || !ascii::is_word(name[at - 1])) return true;
  if (!starts_compact(name.substr(at))) return false;
  bool looks_like_hash = true;
  while (at > 0 && ascii::is_word(name[at - 1])) {
    const char c = name[--at];
    if (ascii::is_digit(c)) return false;
    if (!is_hex_letter(c)) looks_like_hash = false;
  }
  return !looks_like_hash;
}

bool is_reportable(const WrittenDate& date, std::string_view at) {
  return date.is(Kind::Ambiguous) ||
         (date.is(Kind::Impossible) && date.day != 0 && date.year != 0 && !starts_compact(at));
}

/// What is known of a date after some folders.
struct FolderParts {
  int year = 0;
  int month = 0;
  int day = 0;
};

int to_number(std::string_view digits) {
  int number = 0;
  for (char c : digits) number = number * 10 + (c - '0');
  return number;
}

bool is_one_or_two_digits(std::string_view name) { return name.size() <= 2 && is_digits(name); }

/// "01", "January" or "01-January" -> 1
std::optional<int> read_month(std::string_view name) {
  if (!is_one_or_two_digits(name)) {
    const bool is_numbered = name.size() > 3 && is_digits(name.substr(0, 2)) &&
                             kSeparators.find(name[2]) != kSeparators.npos;
    const auto month = month_by_name(is_numbered ? name.substr(3) : name);
    if (is_numbered && month != to_number(name.substr(0, 2))) return std::nullopt;
    return month;
  }
  const int number = to_number(name);
  if (number < 1 || number > 12) return std::nullopt;
  return number;
}

std::optional<int> read_day(std::string_view name) {
  if (!is_one_or_two_digits(name)) return std::nullopt;
  const int number = to_number(name);
  if (number < 1 || number > 31) return std::nullopt;
  return number;
}

/// "01-07" -> month and day
std::optional<FolderParts> read_month_and_day(std::string_view name) {
  const std::size_t separator = name.find_first_of(kSeparators);
  if (separator == name.npos) return std::nullopt;
  const auto month = read_month(name.substr(0, separator));
  const auto day = read_day(name.substr(separator + 1));
  if (!month || !day) return std::nullopt;
  return FolderParts{0, *month, *day};
}

/// "2022", "2022-01", "202201", "2022_01", "January 2022": the start of a date.
std::optional<FolderParts> read_year_and_month(std::string_view name, const DateRules& rules) {
  const WrittenDate written = read_date(name, rules);
  if (written.is(Kind::MonthYear) && written.length == name.size()) {
    return FolderParts{written.year, written.month, 0};
  }
  if (name.size() < 4 || !is_digits(name.substr(0, 4))) return std::nullopt;
  const int year = to_number(name.substr(0, 4));
  if (!rules.allows(year)) return std::nullopt;
  if (name.size() == 4) return FolderParts{year, 0, 0};
  std::string_view rest = name.substr(4);
  const bool is_separated = kSeparators.find(rest.front()) != kSeparators.npos;
  if (is_separated) rest.remove_prefix(1);
  const auto month = read_month(rest);
  if (!month || (rest.size() == 1 && !is_separated)) return std::nullopt;
  return FolderParts{year, *month, 0};
}

/// Adds what the folder `name` says to what the folders above it said; false if that is nothing.
bool extend(FolderParts& parts, std::string_view name) {
  if (parts.year == 0 || parts.day != 0) return false;
  if (parts.month != 0) {
    const auto day = read_day(name);
    if (day) parts.day = *day;
    return day.has_value();
  }
  if (const auto month = read_month(name)) {
    parts.month = *month;
    return true;
  }
  const auto both = read_month_and_day(name);
  if (both) parts = {parts.year, both->month, both->day};
  return both.has_value();
}

WrittenDate to_written(const FolderParts& parts, std::string_view folders, const DateRules& rules) {
  WrittenDate date;
  date.kind = parts.day != 0 ? Kind::Full : parts.month != 0 ? Kind::MonthYear : Kind::Year;
  date.year = parts.year;
  date.month = parts.month;
  date.day = parts.day;
  if (date.is(Kind::Full)) judge_date(date, folders, rules);
  return date;
}

/// A complete date beats an impossible or ambiguous one, and that a part.
int completeness(const WrittenDate& date) {
  if (date.is(Kind::None)) return 0;
  if (date.is(Kind::Full)) return 3;
  return date.is(Kind::Ambiguous) || date.is(Kind::Impossible) ? 2 : 1;
}

}  // namespace

WrittenDate read_file_name_date(std::string_view name, const DateRules& rules) {
  WrittenDate reportable;
  for (std::size_t at = 0; at < name.size(); ++at) {
    if (!ascii::is_word(name[at]) || !is_date_start(name, at)) continue;
    WrittenDate date = read_date(name.substr(at), rules);
    if (date.is(Kind::Full)) return date;
    if (reportable.is(Kind::None) && is_reportable(date, name.substr(at))) reportable = date;
  }
  return reportable;
}

WrittenDate read_folder_date(std::string_view folder, const DateRules& rules) {
  WrittenDate best;
  FolderParts parts;
  std::size_t parts_begin = 0;
  for (std::size_t begin = 0; begin < folder.size();) {
    const std::size_t end = std::min(folder.find('/', begin), folder.size());
    const std::string_view name = folder.substr(begin, end - begin);
    WrittenDate here = read_file_name_date(name, rules);
    if (!here.is(Kind::None)) {
      parts = {};
    } else if (const auto start = read_year_and_month(name, rules)) {
      parts = *start;
      parts_begin = begin;
      here = to_written(parts, name, rules);
    } else if (extend(parts, name)) {
      here = to_written(parts, folder.substr(parts_begin, end - parts_begin), rules);
    } else {
      parts = {};
    }
    if (completeness(here) >= std::max(1, completeness(best))) best = std::move(here);
    begin = end + 1;
  }
  return best;
}

}  // namespace dateline
