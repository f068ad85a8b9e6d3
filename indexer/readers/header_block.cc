#include "indexer/readers/header_block.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "indexer/readers/ascii.h"
#include "indexer/readers/time_text.h"

namespace dateline {

namespace {

using Kind = WrittenDate::Kind;
using std::string_view;

/// A longer line is a paragraph that happens to start like a header.
constexpr std::size_t kLongestValue = 1000;
/// Of a key that comes again and again: what would make it longer is text.
constexpr std::size_t kLongestField = 10'000;
constexpr std::size_t kLongestUnreadableDate = 60;
constexpr std::size_t kLongestZone = 8;
constexpr string_view kPunctuation = ",:;-|";

enum class Key { Title, Date, Author, Source, Url, Section };

struct KeyName {
  string_view name;
  Key key;
};

constexpr KeyName kKeys[] = {
    {"title", Key::Title},     {"headline", Key::Title},     {"date", Key::Date},
    {"published", Key::Date},  {"author", Key::Author},      {"byline", Key::Author},
    {"source", Key::Source},   {"publication", Key::Source}, {"url", Key::Url},
    {"section", Key::Section},
};

struct KeyAtStart {
  Key key;
  bool has_colon;
  std::size_t value_begin;  ///< in the line
};

/// "Title : A" -> Title, with a colon; "date 2022" -> Date, without.
std::optional<KeyAtStart> find_key(string_view line) {
  const std::size_t begin = ascii::count_spaces(line);
  std::size_t end = begin;
  while (end < line.size() && ascii::is_letter(line[end])) ++end;
  for (const KeyName& row : kKeys) {
    if (!ascii::equal_ignoring_case(row.name, line.substr(begin, end - begin))) continue;
    const std::size_t colon = end + ascii::count_spaces(line.substr(end));
    if (colon < line.size() && line[colon] == ':') return KeyAtStart{row.key, true, colon + 1};
    if (row.key != Key::Date || colon == end) return std::nullopt;
    return KeyAtStart{row.key, false, end};
  }
  return std::nullopt;
}

std::string& field(HeaderBlock& header, Key key) {
  switch (key) {
    case Key::Author:
      return header.author;
    case Key::Source:
      return header.source;
    case Key::Url:
      return header.url;
    case Key::Section:
      return header.section;
    default:
      return header.title;
  }
}

/// "EST", "(Paris)"
bool is_zone(string_view text) {
  if (text.empty() || text.size() > kLongestZone) return false;
  return (text.front() == '(' && text.back() == ')') ||
         std::all_of(text.begin(), text.end(), ascii::is_upper);
}

/// What follows the date and its time: where the body begins, if it runs on. Before a body only a
/// time that a machine wrote is taken for one: " 10:00:00", "T10:00Z", but not " At 10:00 the".
string_view after_date(string_view value, const WrittenDate& date) {
  const string_view rest = value.substr(date.length);
  const string_view time = rest.substr(0, time_length(rest));
  string_view after = ascii::trim(rest.substr(time.size()));
  if (!time.empty() && (after.empty() || is_zone(after))) return {};
  const bool by_machine =
      rest.substr(0, 1) == "T" || std::count(time.begin(), time.end(), ':') >= 2;
  if (!by_machine) after = ascii::trim(rest);
  if (after.size() > 1 && kPunctuation.find(after[0]) != kPunctuation.npos && after[1] == ' ') {
    after = ascii::trim(after.substr(1));
  }
  return after;
}

/// A key that comes again adds to its field.
void add_value(string_view value, std::string& field) {
  const std::string folded = ascii::fold_spaces(value);
  if (!field.empty() && !folded.empty()) field += "; ";
  field += folded;
}

/// A date that is only a part of one, or no date: a header nonetheless if it is short and has a
/// colon; false if it is none.
bool accept_incomplete_date(string_view value, WrittenDate& date) {
  if (ascii::trim(value).size() > kLongestUnreadableDate) return false;
  const bool is_part = !date.is(Kind::None) && after_date(value, date).empty();
  if (!is_part && !ascii::trim(value).empty()) {
    date.kind = Kind::Impossible;
    date.problem = "date \"" + ascii::fold_spaces(value) + "\" is not a date";
  }
  return true;
}

/// Reads a line into `header`; false if it is no header line. `body` is then set if the line is the
/// main form's, to what follows the date.
bool read_header_line(string_view line, const DateRules& rules, HeaderBlock& header,
                      string_view& body) {
  const auto found = find_key(line);
  if (!found) return false;
  const string_view value = line.substr(found->value_begin);
  if (found->key != Key::Date) {
    std::string& values = field(header, found->key);
    if (value.size() > kLongestValue || values.size() + value.size() > kLongestField) return false;
    add_value(value, values);
    return true;
  }
  WrittenDate date = read_date(value, rules);
  if (date.is(Kind::Full) || date.is(Kind::Ambiguous) || date.is(Kind::Impossible)) {
    body = after_date(value, date);
  } else if (!found->has_colon || !accept_incomplete_date(value, date)) {
    return false;
  }
  if (header.date.is(Kind::None)) header.date = std::move(date);
  return true;
}

}  // namespace

HeaderBlock read_header_block(string_view text, const DateRules& rules) {
  HeaderBlock header;
  std::size_t at = ascii::count_spaces(text);
  bool in_block = true;
  while (in_block && at < text.size()) {
    const string_view line = text.substr(at, text.find('\n', at) - at);
    string_view body;
    if (!read_header_line(line, rules, header, body)) break;
    header.body_runs_on = !body.empty();
    at = header.body_runs_on ? static_cast<std::size_t>(body.data() - text.data())
                             : at + line.size();
    const std::size_t spaces = ascii::count_spaces(text.substr(at));
    const string_view gap = text.substr(at, spaces);
    in_block = !header.body_runs_on && std::count(gap.begin(), gap.end(), '\n') == 1;
    at += spaces;
  }
  header.body_begin = at;
  return header;
}

}  // namespace dateline
