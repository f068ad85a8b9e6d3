#include "searcher/query/values.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "searcher/query/ascii.h"
#include "searcher/query/compose.h"
#include "searcher/query/date_value.h"
#include "searcher/query/leaf.h"

namespace dateline {

namespace {

constexpr std::uint32_t kLargestId = 0xFFFFFFFF;

/// A field and its value as typed.
struct Written {
  const QueryToken& field;
  std::string_view value;
  std::size_t column;
  bool is_quoted;

  std::string name() const { return std::string(field.text); }
  std::string text() const { return std::string(value); }
};

Node make_value(Node::Kind kind, const Written& written) {
  Node node = make_node(kind, written.field.column);
  node.value = written.text();
  return node;
}

Result<Node> date_node(const Written& written, const Date& today) {
  std::string_view comparison = written.field.comparison;
  if (written.field.field == QueryField::After) comparison = ">";
  if (written.field.field == QueryField::Before) comparison = "<";
  const bool is_compared = comparison[0] == '<' || comparison[0] == '>';
  if (!is_compared && lower_ascii(written.value) == "none") {
    return make_node(Node::Kind::DateNone, written.field.column);
  }
  if (!is_compared && lower_ascii(written.value) == "conflict") {
    return make_node(Node::Kind::DateConflict, written.field.column);
  }
  const Result<DateRange> range =
      is_compared ? parse_date_comparison(comparison, written.value, today, written.column)
                  : parse_date_range(written.value, today, written.column);
  if (!range) return range.problem();
  Node node = make_node(Node::Kind::DateRange, written.field.column);
  node.range = range.value();
  return node;
}

Problem not_a_length(const Written& written) {
  return Problem{"\"" + written.text() + "\" is not a number of words",
                 "write wc>500, wc<=200 or wc:200..800", written.column};
}

/// "200..800" to both ends of it. REQUIRES one to be given.
Result<Node> length_range(const Written& written, std::string_view from, std::string_view to) {
  const bool valid = (from.empty() || is_digits(from)) && (to.empty() || is_digits(to)) &&
                     !(from.empty() && to.empty());
  if (!valid) return not_a_length(written);
  Node node = make_node(Node::Kind::WordCount, written.field.column);
  node.number = from.empty() ? 0 : bounded_number(from, kMostWords);
  node.number_to = to.empty() ? kMostWords : bounded_number(to, kMostWords);
  if (node.number > node.number_to) {
    return Problem{"\"" + written.text() + "\" is a range backwards", "exchange its ends",
                   written.column};
  }
  return node;
}

Result<Node> length_node(const Written& written) {
  const std::string_view sign = written.field.comparison;
  const std::string_view value = written.value;
  if (sign[0] == ':' || sign[0] == '=') {
    const std::size_t dots = value.find("..");
    if (dots == std::string_view::npos) return length_range(written, value, value);
    return length_range(written, value.substr(0, dots), value.substr(dots + 2));
  }
  if (!is_digits(value)) return not_a_length(written);
  Node node = make_node(Node::Kind::WordCount, written.field.column);
  const std::uint32_t number = bounded_number(value, kMostWords - 1);
  node.number = sign == ">" ? number + 1 : sign == ">=" ? number : 0;
  node.number_to = kMostWords;
  if (sign[0] != '<') return node;
  if (sign == "<" && number == 0) {
    return Problem{"no article has fewer than 0 words", "", written.column};
  }
  node.number_to = sign == "<" ? number - 1 : number;
  return node;
}

/// "5" or "5,7,9"
Result<Node> id_node(const Written& written) {
  std::vector<Node> ids;
  const std::string_view list = written.value;
  for (std::size_t begin = 0; begin <= list.size();) {
    const std::size_t end = std::min(list.find(',', begin), list.size());
    const std::string_view id = list.substr(begin, end - begin);
    const std::uint32_t number = is_digits(id) ? bounded_number(id, kLargestId) : 0;
    if (number == 0 || number == kLargestId) {
      return Problem{"\"" + std::string(id) + "\" is not the number of an article",
                     "write id:5 or id:5,7,9; results show the numbers", written.column + begin};
    }
    ids.push_back(make_node(Node::Kind::Id, written.field.column));
    ids.back().number = number;
    begin = end + 1;
  }
  return join(Node::Kind::Or, std::move(ids));
}

Result<Node> language_node(const Written& written) {
  Node node = make_value(Node::Kind::Language, written);
  node.value = lower_ascii(written.value);
  const std::string_view code = std::string_view(node.value).substr(0, node.value.find('-'));
  const bool is_code = (code.size() == 2 || code.size() == 3) &&
                       code.find_first_not_of("abcdefghijklmnopqrstuvwxyz") == std::string::npos;
  if (is_code) return node;
  return Problem{"\"" + written.text() + "\" is not the code of a language",
                 "write two letters: lang:en, lang:ru, lang:zh", written.column};
}

Result<Node> name_node(const Written& written) {
  Node node = make_value(Node::Kind::Name, written);
  node.type = type_of(written.field.field);
  node.whole = written.is_quoted;
  return node;
}

/// A sign that has a meaning elsewhere in the language, in a value without quotes that is compared
/// as a whole.
std::optional<Problem> find_sign(const Written& written) {
  if (written.is_quoted) return std::nullopt;
  const std::size_t sign = written.value.find_first_of("*?^~");
  if (sign == std::string_view::npos) return std::nullopt;
  const std::string_view what = written.value.substr(sign, 1);
  const std::string why = what == "^"   ? "no weight goes with "
                          : what == "~" ? "no ~ goes with "
                                        : "there are no wildcards in ";
  return Problem{"\"" + written.text() + "\" is not understood: " + why + written.name(),
                 "write " + written.name() + "\"" + written.text() + "\" if it is part of the value",
                 written.column + sign};
}

Result<Node> text_node(const Written& written) {
  switch (written.field.field) {
    case QueryField::Author:
      return make_value(Node::Kind::Author, written);
    case QueryField::Section:
      return make_value(Node::Kind::Section, written);
    case QueryField::Source:
      return make_value(Node::Kind::Source, written);
    case QueryField::Language:
      return language_node(written);
    default:
      return name_node(written);
  }
}

}  // namespace

Result<Node> field_node(const QueryToken& field, std::string_view value, std::size_t column,
                        bool is_quoted, const Date& today) {
  const Written written{field, value, column, is_quoted};
  const QueryField kind = field.field;
  if (value.find_first_not_of(' ') == std::string_view::npos) {
    return Problem{"the value of " + written.name() + " is empty", "", column};
  }
  if (kind == QueryField::Date || kind == QueryField::After || kind == QueryField::Before) {
    return date_node(written, today);
  }
  if (kind == QueryField::WordCount) return length_node(written);
  if (kind == QueryField::Id) return id_node(written);
  if (kind == QueryField::Path) return make_value(Node::Kind::Path, written);
  if (kind == QueryField::Url) return make_value(Node::Kind::Url, written);
  if (auto problem = find_sign(written)) return *problem;
  if ((is_name(kind) || kind == QueryField::Author) && words_of(value).empty()) {
    return Problem{"there is no word in \"" + written.text() + "\"",
                   "write a name, or a word of one", column};
  }
  return text_node(written);
}

}  // namespace dateline
