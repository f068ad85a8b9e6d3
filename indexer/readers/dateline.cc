#include "indexer/readers/dateline.h"

#include <algorithm>
#include <cstddef>

#include "indexer/readers/ascii.h"

namespace dateline {

namespace {

using Kind = WrittenDate::Kind;
using std::string_view;

constexpr std::size_t kSearchedBytes = 300;
constexpr std::size_t kLongestPlace = 80;  // with the agency: "SEOUL, South Korea (Yonhap) — "
constexpr std::size_t kLongestByline = 100;
constexpr string_view kDashes[] = {"—", "–", "--", "-"};

bool starts_with(string_view text, string_view start) {
  return text.substr(0, start.size()) == start;
}

string_view skip_spaces(string_view text) { return text.substr(ascii::count_spaces(text)); }

bool starts_with_dash(string_view text) {
  return std::any_of(std::begin(kDashes), std::end(kDashes),
                     [text](string_view dash) { return starts_with(text, dash); });
}

bool ends_with_dash(string_view text) {
  return std::any_of(std::begin(kDashes), std::end(kDashes), [text](string_view dash) {
    return text.size() > dash.size() && text.substr(text.size() - dash.size()) == dash;
  });
}

/// "ALMATY", "U.N.", "MOSCOW" but neither "On" nor "A"
bool starts_in_capitals(string_view place) {
  std::size_t capitals = 0;
  for (char c : place) {
    if (c == ' ' || c == ',') break;
    if (ascii::is_lower(c)) return false;
    if (ascii::is_letter(c)) ++capitals;
  }
  return capitals >= 2;
}

/// Do all words start with a capital, but short ones like "de" and "on" in the middle?
bool is_capitalised(string_view place) {
  bool at_word_start = true;
  for (std::size_t i = 0; i < place.size(); ++i) {
    if (at_word_start && ascii::is_lower(place[i])) {
      const std::size_t end = std::min(place.find(' ', i), place.size());
      if (i == 0 || end - i > 3) return false;
    }
    at_word_start = place[i] == ' ';
  }
  return true;
}

/// Is `before`, what stands in front of a date, a place with its comma, agency or dash, and does
/// `behind` go on as a dateline does?
bool frames_a_dateline(string_view before, string_view behind) {
  before = ascii::trim(before);
  if (before.empty() || !ascii::is_letter(before.front()) || !is_capitalised(before)) return false;
  const bool in_capitals = starts_in_capitals(before);
  if (ends_with_dash(before)) return in_capitals;
  const char last = before.back();
  if (last != ',' && last != ')' && last != '(') return false;
  if (starts_with(behind, ".") || starts_with(behind, ",")) behind.remove_prefix(1);
  behind = skip_spaces(behind);
  if (starts_with(behind, "(") || starts_with(behind, "/")) return true;
  const bool ends = behind.empty() || starts_with_dash(behind) || starts_with(behind, ":") ||
                    starts_with(behind, ")");
  return in_capitals && ends;
}

/// The date that is all of `line`, its time apart.
WrittenDate read_date_line(string_view line, const DateRules& rules) {
  WrittenDate date = read_date(line, rules);
  if (date.is(Kind::None)) return date;
  string_view rest = line.substr(date.length);
  rest = ascii::trim(rest.substr(time_length(rest)));
  return rest.empty() || rest == "." ? date : WrittenDate{};
}

string_view first_line(string_view text) { return text.substr(0, text.find('\n')); }

string_view skip_byline(string_view text) {
  const string_view line = first_line(text);
  const bool is_byline =
      line.size() <= kLongestByline && ascii::equal_ignoring_case(line.substr(0, 3), "by ");
  return is_byline ? skip_spaces(text.substr(line.size())) : text;
}

bool is_dated(const WrittenDate& date) {
  return date.is(Kind::Full) || date.is(Kind::NoYear) || date.is(Kind::Ambiguous);
}

}  // namespace

WrittenDate read_dateline(string_view body, const DateRules& rules) {
  const string_view line =
      ascii::trim(first_line(skip_byline(skip_spaces(body.substr(0, kSearchedBytes)))));
  WrittenDate alone = read_date_line(line, rules);
  if (is_dated(alone)) return alone;
  bool at_word_start = false;
  for (std::size_t at = 0; at < std::min(line.size(), kLongestPlace); ++at) {
    if (at_word_start && ascii::is_word(line[at])) {
      WrittenDate date = read_date(line.substr(at), rules);
      if (is_dated(date) && frames_a_dateline(line.substr(0, at), line.substr(at + date.length))) {
        return date;
      }
    }
    at_word_start = !ascii::is_word(line[at]);
  }
  return {};
}

}  // namespace dateline
