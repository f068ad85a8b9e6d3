#include "searcher/query/lexer.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <utility>

#include "common/text/utf8.h"
#include "searcher/query/ascii.h"
#include "searcher/query/operators.h"

namespace dateline {

namespace {

constexpr std::int32_t kLeftQuote = 0x201C;
constexpr std::int32_t kRightQuote = 0x201D;
constexpr std::int32_t kLowQuote = 0x201E;

bool is_space(std::int32_t c) {
  return (c >= 0 && c <= 0x20) || c == 0x7F || c == 0xA0 || (c >= 0x2000 && c <= 0x200A) ||
         c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x3000;
}

bool is_curly_quote(std::int32_t c) {
  return c == kLeftQuote || c == kRightQuote || c == kLowQuote;
}

bool is_quote(std::int32_t c) { return c == '"' || is_curly_quote(c); }

bool ends_word(std::int32_t c) { return is_space(c) || is_quote(c) || c == '(' || c == ')'; }

class Lexer {
 public:
  explicit Lexer(std::string_view query) : query_(query) {}

  Result<std::vector<QueryToken>> read_all();

 private:
  using Kind = QueryToken::Kind;

  bool at_end() const { return position_ >= query_.size(); }
  CodePoint here() const { return decode_utf8(query_, position_); }
  bool is_here(char c) const { return !at_end() && query_[position_] == c; }
  std::size_t column() const { return position_ + 1; }

  void skip_spaces();
  std::string_view word_here();
  QueryToken& add(Kind kind, std::size_t bytes);
  std::optional<Problem> read_token();
  std::optional<Problem> read_parenthesis();
  std::optional<Problem> read_phrase();
  std::optional<Problem> read_slash();
  std::optional<Problem> read_regex();
  std::optional<Problem> read_word();
  bool read_boolean(std::string_view word);
  bool read_around(std::string_view word);
  std::optional<Problem> read_operator_word(std::string_view word, bool& found);
  std::optional<Problem> read_call(std::string_view word, bool& found);
  std::optional<Problem> read_field(std::string_view word, QueryField field, std::size_t name_bytes);
  std::optional<Problem> read_value();
  std::optional<Problem> read_weight();

  std::string_view query_;
  std::size_t position_ = 0;
  std::size_t word_end_ = 0;  ///< of the word that word_here() saw last
  int raw_depth_ = 0;  ///< open parentheses of a group of values: source:(A OR B)
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

/// Up to what ends a word: as many tokens of one long word see the same end, it is looked for once.
std::string_view Lexer::word_here() {
  if (word_end_ <= position_) {
    word_end_ = position_;
    while (word_end_ < query_.size()) {
      const CodePoint point = decode_utf8(query_, word_end_);
      if (ends_word(point.value)) break;
      word_end_ += point.bytes;
    }
  }
  return query_.substr(position_, word_end_ - position_);
}

QueryToken& Lexer::add(Kind kind, std::size_t bytes) {
  QueryToken token;
  token.kind = kind;
  token.text = query_.substr(position_, bytes);
  token.column = column();
  tokens_.push_back(token);
  position_ += bytes;
  return tokens_.back();
}

std::optional<Problem> Lexer::read_token() {
  const std::int32_t c = here().value;
  if (is_quote(c)) return read_phrase();
  if (c == '(' || c == ')') return read_parenthesis();
  if (raw_depth_ > 0) return read_value();
  if (c == '/') return read_slash();
  const std::string_view next = query_.substr(position_ + 1, 1);
  const bool excludes = c == '-' && !next.empty() && next != "-" && !is_space(next[0]);
  if (excludes) {
    add(Kind::Not, 1);
    return std::nullopt;
  }
  return read_word();
}

std::optional<Problem> Lexer::read_parenthesis() {
  const bool opens = query_[position_] == '(';
  add(opens ? Kind::Open : Kind::Close, 1);
  if (raw_depth_ > 0) raw_depth_ += opens ? 1 : -1;
  return !opens && is_here('^') ? read_weight() : std::nullopt;
}

std::optional<Problem> Lexer::read_phrase() {
  const std::size_t opening = column();
  const bool curly = here().value != '"';
  position_ += here().bytes;
  const std::size_t begin = position_;
  while (!at_end()) {
    const CodePoint point = here();
    if (curly ? is_curly_quote(point.value) : point.value == '"') {
      const std::size_t end = position_;
      position_ = begin;
      add(Kind::Phrase, end - begin).column = opening;
      position_ += point.bytes;
      return is_here('^') ? read_weight() : std::nullopt;
    }
    position_ += point.bytes;
  }
  return Problem{"this quote is not closed", std::string("add the closing ") + (curly ? "”" : "\""),
                 opening};
}

/// "/5", "/F50/", perhaps with a weight, or a regular expression.
std::optional<Problem> Lexer::read_slash() {
  const std::string_view word = word_here();
  const std::size_t weight = word.find("^", word.find('/', 1));
  bool found = false;
  if (auto problem = read_operator_word(word.substr(0, weight), found)) return problem;
  if (!found) return read_regex();
  return is_here('^') ? read_weight() : std::nullopt;
}

std::optional<Problem> Lexer::read_regex() {
  const std::size_t opening = column();
  std::size_t end = position_ + 1;
  while (end < query_.size() && query_[end] != '/' &&
         static_cast<unsigned char>(query_[end]) > ' ') {
    end += query_[end] == '\\' ? 2 : 1;
  }
  const std::string_view after = query_.substr(std::min(end + 1, query_.size()), 1);
  const bool is_closed = end < query_.size() && query_[end] == '/';
  const bool stands_alone = after.empty() || after == "^" || ends_word(after[0]);
  if (!is_closed || !stands_alone) {
    return Problem{is_closed ? "something follows the slash that closes this regular expression"
                             : "this slash begins a regular expression that no slash ends",
                   "write /colou?r.*/ without spaces, \\/ for a slash in it; text with slashes goes "
                   "into quotes",
                   opening};
  }
  ++position_;
  add(Kind::Regex, end - position_).column = opening;
  ++position_;
  return is_here('^') ? read_weight() : std::nullopt;
}

std::optional<Problem> Lexer::read_word() {
  const std::string_view word = word_here();
  if (read_boolean(word) || read_around(word)) return std::nullopt;
  bool found = false;
  if (auto problem = read_operator_word(word, found); problem || found) return problem;
  if (auto problem = read_call(word, found); problem || found) return problem;
  const std::size_t sign = word.find_first_of(":=<>^");
  if (sign != std::string_view::npos && sign > 0 && word[sign] != '^') {
    const std::string_view name = word.substr(0, sign);
    if (const auto field = find_field(name)) return read_field(word, *field, sign);
    if (word[sign] == ':') return unknown_field(name, word, column());
  }
  const std::size_t caret = word.find('^');
  if (caret == 0) {
    return Problem{"nothing stands before " + std::string(word),
                   "a weight follows its word without a space: oil^3", column()};
  }
  add(Kind::Word, std::min(caret, word.size()));
  return caret == std::string_view::npos ? std::nullopt : read_weight();
}

bool Lexer::read_boolean(std::string_view word) {
  if (word == "AND" || word == "&" || word == "&&") {
    add(Kind::And, word.size());
  } else if (word == "OR" || word == "|" || word == "||") {
    add(Kind::Or, word.size());
  } else if (word == "NOT") {
    add(Kind::Not, word.size());
  } else {
    return false;
  }
  return true;
}

/// AROUND(5), as Google has it.
bool Lexer::read_around(std::string_view word) {
  if (word != "AROUND") return false;
  const std::string_view rest = query_.substr(position_ + word.size());
  const std::size_t close = rest.find(')');
  if (rest.empty() || rest[0] != '(' || close == std::string_view::npos) return false;
  const std::string_view digits = rest.substr(1, close - 1);
  const std::uint32_t words = is_digits(digits) ? bounded_number(digits, kLargestOperand) : 0;
  if (words == 0) return false;
  add(Kind::Near, word.size() + close + 1).proximity.words = words;
  return true;
}

std::optional<Problem> Lexer::read_operator_word(std::string_view word, bool& found) {
  constexpr std::size_t kLongestOperator = 64;
  if (word.size() > kLongestOperator) return std::nullopt;
  const auto read = read_operator(word, column());
  if (!read) return read.problem();
  if (!read.value()) return std::nullopt;
  found = true;
  const OperatorWord& known = *read.value();
  const Kind kind = known.kind == OperatorWord::Kind::Near         ? Kind::Near
                    : known.kind == OperatorWord::Kind::FirstWords ? Kind::First
                                                                   : Kind::AtLeast;
  QueryToken& token = add(kind, word.size());
  token.proximity = known.proximity;
  token.number = known.number;
  return std::nullopt;
}

/// lead(x), caps(x): a name with its parenthesis right behind.
std::optional<Problem> Lexer::read_call(std::string_view word, bool& found) {
  if (query_.substr(position_ + word.size(), 1) != "(") return std::nullopt;
  if (const auto letters = find_letters(word)) {
    add(Kind::Letters, word.size()).letters = *letters;
    found = true;
    return std::nullopt;
  }
  const auto field = find_field(word);
  if (!field) return std::nullopt;
  if (!is_zone(*field)) {
    return Problem{"\"" + std::string(word) + "(\" is no function",
                   "write " + std::string(word) + ":( ) for the field, a space before the ( for "
                   "the word",
                   column()};
  }
  add(Kind::Field, word.size()).field = *field;
  found = true;
  return std::nullopt;
}

std::optional<Problem> Lexer::read_field(std::string_view word, QueryField field,
                                         std::size_t name_bytes) {
  const bool is_compared = word[name_bytes] == '<' || word[name_bytes] == '>';
  const bool or_equal = is_compared && word.substr(name_bytes + 1, 1) == "=";
  const std::size_t bytes = name_bytes + (or_equal ? 2 : 1);
  if (is_compared && field != QueryField::Date && field != QueryField::WordCount) {
    return Problem{"only date and wc are compared with < and >",
                   "write " + std::string(word.substr(0, name_bytes)) + ":value", column()};
  }
  QueryToken& token = add(Kind::Field, bytes);
  token.field = field;
  token.comparison = token.text.substr(name_bytes);
  if (at_end() || is_space(here().value) || here().value == ')') {
    return Problem{"nothing follows " + std::string(token.text),
                   "write its value right after it, without a space", token.column};
  }
  if (is_zone(field)) return std::nullopt;
  if (is_here('(')) raw_depth_ = 1;
  if (!is_here('(')) return is_quote(here().value) ? read_phrase() : read_value();
  add(Kind::Open, 1);
  return std::nullopt;
}

/// A value as it stands, or an operator between values. REQUIRES to be at neither quote nor
/// parenthesis.
std::optional<Problem> Lexer::read_value() {
  const std::string_view word = word_here();
  if (raw_depth_ > 0 && read_boolean(word)) return std::nullopt;
  add(Kind::Word, word.size()).is_raw = true;
  return std::nullopt;
}

std::optional<Problem> Lexer::read_weight() {
  const std::string_view typed = word_here();
  const std::string_view number = typed.substr(1);
  double weight = 0;
  const auto [end, error] = std::from_chars(number.data(), number.data() + number.size(), weight,
                                            std::chars_format::fixed);
  const bool is_number = error == std::errc() && end == number.data() + number.size() &&
                         !number.empty() && is_digit(number[0]);
  if (!is_number || weight < kSmallestWeight || weight > kLargestWeight) {
    return Problem{"\"" + std::string(typed) + "\" is not a weight",
                   "a weight is a number from 0.001 to 100: oil^3, oil^0.5", column()};
  }
  add(Kind::Weight, typed.size()).weight = weight;
  return std::nullopt;
}

}  // namespace

Result<std::vector<QueryToken>> read_tokens(std::string_view query) {
  return Lexer(query).read_all();
}

}  // namespace dateline
