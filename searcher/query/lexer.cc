#include "searcher/query/lexer.h"

#include <optional>

#include "common/text/utf8.h"
#include "common/text/nearest.h"

namespace dateline {

namespace {

constexpr std::int32_t kLeftQuote = 0x201C;
constexpr std::int32_t kRightQuote = 0x201D;
constexpr std::int32_t kLowQuote = 0x201E;

struct FieldName {
  const char* name;
  QueryField field;
};

constexpr FieldName kFieldNames[] = {{"date", QueryField::Date},
                                     {"source", QueryField::Source},
                                     {"path", QueryField::Path},
                                     {"title", QueryField::Title},
                                     {"person", QueryField::Person},
                                     {"org", QueryField::Organisation},
                                     {"place", QueryField::Place},
                                     {"entity", QueryField::Entity}};

bool is_space(std::int32_t c) {
  return (c >= 0 && c <= 0x20) || c == 0x7F || c == 0xA0 || (c >= 0x2000 && c <= 0x200A) ||
         c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x3000;
}

bool is_curly_quote(std::int32_t c) {
  return c == kLeftQuote || c == kRightQuote || c == kLowQuote;
}

bool is_quote(std::int32_t c) { return c == '"' || is_curly_quote(c); }

bool ends_word(std::int32_t c) { return is_space(c) || is_quote(c) || c == '(' || c == ')'; }

std::optional<QueryField> find_field(std::string_view name) {
  for (const FieldName& known : kFieldNames) {
    if (name == known.name) return known.field;
  }
  return std::nullopt;
}

/// What is said of "10:30", "http://x" and "foo:bar", where no field of that name is known.
Problem unknown_field(std::string_view name, std::string_view word, std::size_t column) {
  const std::string quotes =
      "write \"" + std::string(word) + "\" in quotes to search for it as text";
  const bool digits = name.find_first_not_of("0123456789") == std::string_view::npos;
  if (digits || word.substr(name.size() + 1, 2) == "//") {
    return Problem{"the colon in \"" + std::string(word) + "\" is not part of a field's name",
                   quotes, column};
  }
  std::vector<std::string> names;
  std::string list;
  for (const FieldName& known : kFieldNames) {
    names.push_back(known.name);
    list += std::string(list.empty() ? "" : " ") + known.name + ":";
  }
  const std::string meant = nearest(name, names);
  return Problem{"unknown field \"" + std::string(name) + ":\" (the fields are " + list + ")",
                 meant.empty() ? quotes : did_you_mean(meant + ":"), column};
}

class Lexer {
 public:
  explicit Lexer(std::string_view query) : query_(query) {}

  Result<std::vector<QueryToken>> read_all();

 private:
  using Kind = QueryToken::Kind;

  bool at_end() const { return position_ >= query_.size(); }
  CodePoint here() const { return decode_utf8(query_, position_); }
  std::size_t column() const { return position_ + 1; }

  void skip_spaces();
  std::string_view take_word();
  void add(Kind kind, std::size_t bytes);
  std::optional<Problem> read_token();
  std::optional<Problem> read_phrase();
  std::optional<Problem> read_word();
  std::optional<Problem> read_field(std::string_view word, std::size_t colon);

  std::string_view query_;
  std::size_t position_ = 0;
  std::vector<QueryToken> tokens_;
};

std::optional<Problem> find_invalid_utf8(std::string_view query) {
  for (std::size_t i = 0; i < query.size();) {
    const CodePoint point = decode_utf8(query, i);
    if (point.value < 0) {
      return Problem{"the query is not valid UTF-8", "use a terminal or a file in UTF-8", i + 1};
    }
    i += point.bytes;
  }
  return std::nullopt;
}

Result<std::vector<QueryToken>> Lexer::read_all() {
  if (query_.size() > kMaxQueryBytes) {
    return Problem{"the query is longer than " + std::to_string(kMaxQueryBytes) + " bytes", "", {}};
  }
  if (auto problem = find_invalid_utf8(query_)) return *problem;
  for (skip_spaces(); !at_end(); skip_spaces()) {
    if (auto problem = read_token()) return *problem;
  }
  add(Kind::End, 0);
  return std::move(tokens_);
}

void Lexer::skip_spaces() {
  while (!at_end() && is_space(here().value)) position_ += here().bytes;
}

std::string_view Lexer::take_word() {
  const std::size_t begin = position_;
  while (!at_end() && !ends_word(here().value)) position_ += here().bytes;
  return query_.substr(begin, position_ - begin);
}

void Lexer::add(Kind kind, std::size_t bytes) {
  tokens_.push_back(QueryToken{kind, query_.substr(position_, bytes), column(), QueryField::Date});
  position_ += bytes;
}

std::optional<Problem> Lexer::read_token() {
  const std::int32_t c = here().value;
  if (is_quote(c)) return read_phrase();
  if (c == '(' || c == ')') {
    add(c == '(' ? Kind::Open : Kind::Close, 1);
    return std::nullopt;
  }
  const std::string_view next = query_.substr(position_ + 1, 1);
  const bool excludes = c == '-' && !next.empty() && next != "-" && !is_space(next[0]);
  if (excludes) {
    add(Kind::Not, 1);
    return std::nullopt;
  }
  return read_word();
}

std::optional<Problem> Lexer::read_phrase() {
  const std::size_t opening = column();
  const bool curly = here().value != '"';
  position_ += here().bytes;
  const std::size_t begin = position_;
  while (!at_end()) {
    const CodePoint point = here();
    if (curly ? is_curly_quote(point.value) : point.value == '"') {
      tokens_.push_back(QueryToken{Kind::Phrase, query_.substr(begin, position_ - begin), opening,
                                   QueryField::Date});
      position_ += point.bytes;
      return std::nullopt;
    }
    position_ += point.bytes;
  }
  return Problem{"this quote is not closed", std::string("add the closing ") + (curly ? "”" : "\""),
                 opening};
}

std::optional<Problem> Lexer::read_word() {
  const std::size_t begin = position_;
  const std::string_view word = take_word();
  const std::size_t colon = word.find(':');
  const bool has_field = colon != std::string_view::npos && colon > 0;
  position_ = begin;
  if (has_field) return read_field(word, colon);
  const Kind kind = word == "AND"   ? Kind::And
                    : word == "OR"  ? Kind::Or
                    : word == "NOT" ? Kind::Not
                                    : Kind::Word;
  add(kind, word.size());
  return std::nullopt;
}

std::optional<Problem> Lexer::read_field(std::string_view word, std::size_t colon) {
  const std::string_view name = word.substr(0, colon);
  const std::optional<QueryField> field = find_field(name);
  if (!field) return unknown_field(name, word, column());
  add(Kind::Field, colon + 1);
  tokens_.back().field = *field;
  if (at_end() || is_space(here().value) || here().value == ')') {
    return Problem{"nothing follows " + std::string(name) + ":",
                   "write its value right after the colon, without a space", tokens_.back().column};
  }
  if (is_quote(here().value)) return read_phrase();
  const bool group = here().value == '(';
  const std::size_t begin = position_;
  const std::size_t bytes = group ? 1 : take_word().size();
  position_ = begin;
  add(group ? Kind::Open : Kind::Word, bytes);
  return std::nullopt;
}

}  // namespace

Result<std::vector<QueryToken>> read_tokens(std::string_view query) {
  return Lexer(query).read_all();
}

}  // namespace dateline
