#include "indexer/run/time_limit.h"

#include <cstdint>

namespace dateline {

namespace {

/// Seconds of a unit; 0: there is no such unit.
std::int64_t seconds_of(char unit) {
  switch (unit) {
    case 's':
      return 1;
    case 'm':
      return 60;
    case 'h':
      return 3600;
    case 'd':
      return 86400;
    default:
      return 0;
  }
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

}  // namespace

Result<std::chrono::seconds> parse_duration(const std::string& option, const std::string& text) {
  constexpr std::int64_t kMost = std::int64_t{366} * 86400;
  const Problem wrong{option + " \"" + text + "\" is not a time", "write 90s, 45m, 7h or 1h30m", {}};
  std::int64_t total = 0;
  for (std::size_t i = 0; i < text.size();) {
    std::int64_t number = 0;
    const std::size_t begin = i;
    for (; i < text.size() && is_digit(text[i]); ++i) {
      number = number * 10 + (text[i] - '0');
      if (number > kMost) return wrong;
    }
    const std::int64_t unit = i == text.size() ? 1 : seconds_of(text[i++]);
    if (begin == i || !is_digit(text[begin]) || unit == 0) return wrong;
    total += number * unit;
    if (total > kMost) return wrong;
  }
  if (total == 0) return wrong;
  return std::chrono::seconds(total);
}

Result<std::time_t> parse_time_of_day(const std::string& option, const std::string& text,
                                      std::time_t now) {
  const std::size_t colon = text.size() == 4 ? 1 : 2;
  const bool has_form = (text.size() == 4 || text.size() == 5) && text[colon] == ':' &&
                        is_digit(text.front()) && is_digit(text[colon - 1]) &&
                        is_digit(text[colon + 1]) && is_digit(text[colon + 2]);
  const int hour = has_form ? std::stoi(text.substr(0, colon)) : 24;
  const int minute = has_form ? std::stoi(text.substr(colon + 1)) : 60;
  if (hour > 23 || minute > 59) {
    return Problem{option + " \"" + text + "\" is not a time of day", "write 06:00", {}};
  }
  std::tm local{};
  localtime_r(&now, &local);
  local.tm_hour = hour;
  local.tm_min = minute;
  local.tm_sec = 0;
  local.tm_isdst = -1;
  std::time_t at = std::mktime(&local);
  if (at <= now) {
    ++local.tm_mday;
    local.tm_isdst = -1;
    at = std::mktime(&local);
  }
  return at;
}

}  // namespace dateline
