#include "searcher/query/parser.h"

#include <string>
#include <utility>
#include <vector>

#include "common/text/tokenizer.h"
#include "searcher/query/date_value.h"
#include "searcher/query/lexer.h"

namespace dateline {

namespace {

using Kind = QueryToken::Kind;

constexpr const char* kOperatorHint =
    "AND, OR and NOT in capitals are operators; write them small to search for the words";

Node make_node(Node::Kind kind, std::size_t column) {
  Node node;
  node.kind = kind;
  node.column = column;
  return node;
}

/// `children` under one node of `kind`, those of the same kind dissolved into it; an only child
/// itself.
Node join(Node::Kind kind, std::vector<Node> children) {
  if (children.size() == 1) return std::move(children.front());
  Node node = make_node(kind, children.front().column);
  for (Node& child : children) {
    if (child.kind != kind) {
      node.children.push_back(std::move(child));
      continue;
    }
    for (Node& grandchild : child.children) node.children.push_back(std::move(grandchild));
  }
  return node;
}

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words;
  Tokenizer tokenizer(text);
  for (Token token; tokenizer.next(token);) words.emplace_back(token.folded);
  return words;
}

bool is_letter_or_digit(char c) {
  return (c >= '0' && c <= '9') || ((c | 32) >= 'a' && (c | 32) <= 'z') || (c & 0x80) != 0;
}

/// "NEAR/5", "w/5", "PRE/s": an operator of other search tools.
bool is_proximity(std::string_view word) {
  const std::string_view name = word.substr(0, word.find('/'));
  if (name == word) return word == "NEAR";
  const std::string_view range = word.substr(name.size() + 1);
  const bool counted =
      !range.empty() && (range.find_first_not_of("0123456789") == std::string_view::npos ||
                         range == "s" || range == "p");
  return counted &&
         (name == "NEAR" || name == "PRE" || name == "w" || name == "W" || name == "ADJ");
}

/// Why a bare word is refused though the tokeniser would find words in it: it looks like an
/// operator that is not in the language, and dropping the sign would answer another question.
/// Empty: it is not.
std::string unsupported_syntax(std::string_view word) {
  if (word.substr(0, 2) == "--") return "one dash excludes a word, two mean nothing";
  if (word.front() == '-') return "the dash that excludes stands before the field: -title:word";
  if (is_proximity(word)) return "there is no proximity operator";
  if (word.find('*') != std::string_view::npos) return "there are no wildcards";
  if (word.find_first_of("~^") != std::string_view::npos) return "~ and ^ have no meaning";
  if (word.front() == '=') return "= has no meaning here; quotes ask for the exact form of a word";
  for (std::size_t i = 1; i + 1 < word.size(); ++i) {
    const bool sign = word[i] == '?' || word[i] == '!';
    if (sign && is_letter_or_digit(word[i - 1]) && is_letter_or_digit(word[i + 1])) {
      return "there are no wildcards";
    }
  }
  return "";
}

bool is_name(QueryField field) {
  return field == QueryField::Person || field == QueryField::Organisation ||
         field == QueryField::Place || field == QueryField::Entity;
}

/// The type that a field of names asks for; none: any.
std::optional<EntityType> type_of(QueryField field) {
  switch (field) {
    case QueryField::Person:
      return EntityType::Person;
    case QueryField::Organisation:
      return EntityType::Organisation;
    case QueryField::Place:
      return EntityType::Place;
    default:
      return std::nullopt;
  }
}

class Parser {
 public:
  Parser(std::string_view query, std::vector<QueryToken> tokens, const QueryContext& context)
      : query_(query), tokens_(std::move(tokens)), context_(context) {}

  Result<Node> parse();

 private:
  const QueryToken& current() const { return tokens_[next_]; }
  bool take(Kind kind);
  bool at_operand() const;

  Result<Node> any_of();
  Result<Node> all_of();
  Result<Node> maybe_negated();
  Result<Node> operand();
  Result<Node> group();
  Result<Node> word(const QueryToken& token) const;
  Result<Node> phrase(const QueryToken& token) const;
  Result<Node> field();
  Result<Node> title(const QueryToken& field);
  Result<Node> date(const QueryToken& field, const QueryToken& value) const;
  static Result<Node> name(const QueryToken& field, const QueryToken& value);
  Problem missing_operand() const;

  std::string_view query_;
  std::vector<QueryToken> tokens_;
  QueryContext context_;
  std::size_t next_ = 0;
  int depth_ = 0;
  bool in_title_ = false;
};

bool Parser::take(Kind kind) {
  if (current().kind != kind) return false;
  ++next_;
  return true;
}

bool Parser::at_operand() const {
  const Kind kind = current().kind;
  return kind == Kind::Word || kind == Kind::Phrase || kind == Kind::Field || kind == Kind::Open ||
         kind == Kind::Not;
}

Result<Node> Parser::parse() {
  if (current().kind == Kind::End)
    return Problem{"the query is empty", "give a word to search for", 1};
  Result<Node> query = any_of();
  if (query && current().kind == Kind::Close) {
    return Problem{"this parenthesis was never opened", "remove it, or add a ( before it",
                   current().column};
  }
  return query;
}

Result<Node> Parser::any_of() {
  std::vector<Node> children;
  do {
    Result<Node> child = all_of();
    if (!child) return child;
    children.push_back(std::move(child.value()));
  } while (take(Kind::Or));
  return join(Node::Kind::Or, std::move(children));
}

Result<Node> Parser::all_of() {
  std::vector<Node> children;
  do {
    Result<Node> child = maybe_negated();
    if (!child) return child;
    children.push_back(std::move(child.value()));
  } while (take(Kind::And) || at_operand());
  return join(Node::Kind::And, std::move(children));
}

Result<Node> Parser::maybe_negated() {
  const std::size_t column = current().column;
  if (!take(Kind::Not)) return operand();
  if (depth_ >= kMaxQueryDepth) return Problem{"too many NOTs in a row", "", column};
  ++depth_;
  Result<Node> child = maybe_negated();
  --depth_;
  if (!child) return child;
  Node node = make_node(Node::Kind::Not, column);
  node.children.push_back(std::move(child.value()));
  return node;
}

Result<Node> Parser::operand() {
  switch (current().kind) {
    case Kind::Word:
      return word(tokens_[next_++]);
    case Kind::Phrase:
      return phrase(tokens_[next_++]);
    case Kind::Field:
      return field();
    case Kind::Open:
      return group();
    default:
      return missing_operand();
  }
}

Result<Node> Parser::group() {
  const std::size_t opening = current().column;
  if (depth_ >= kMaxQueryDepth) {
    return Problem{"parentheses are nested more than " + std::to_string(kMaxQueryDepth) + " deep",
                   "", opening};
  }
  ++depth_;
  ++next_;
  Result<Node> inside = any_of();
  --depth_;
  if (inside && !take(Kind::Close)) {
    return Problem{"this parenthesis is not closed", "add a )", opening};
  }
  return inside;
}

Result<Node> Parser::word(const QueryToken& token) const {
  const std::string typed(token.text);
  Node node = make_node(Node::Kind::Word, token.column);
  node.words = words_of(typed);
  if (node.words.empty()) {
    return Problem{"there is no word in \"" + typed + "\"",
                   typed == "-" ? "to exclude a word write NOT word, or -word without a space"
                                : "leave it out: punctuation is not searched",
                   token.column};
  }
  if (const std::string why = unsupported_syntax(typed); !why.empty()) {
    return Problem{"\"" + typed + "\" is not understood: " + why,
                   "words are found in all their forms: protest also finds protests and protesting",
                   token.column};
  }
  if (node.words.size() > 1) node.kind = Node::Kind::Phrase;
  return node;
}

Result<Node> Parser::phrase(const QueryToken& token) const {
  Node node = make_node(Node::Kind::Phrase, token.column);
  node.words = words_of(token.text);
  if (node.words.empty()) {
    return Problem{"there is no word between these quotes",
                   "leave them out, or put words into them", token.column};
  }
  return node;
}

Result<Node> Parser::field() {
  const QueryToken field = tokens_[next_++];
  if (in_title_) {
    return Problem{std::string(field.text) + " cannot stand inside title:( )", "put it outside",
                   field.column};
  }
  if (field.field == QueryField::Title) return title(field);

  const QueryToken& value = current();
  if (value.kind == Kind::Open) {
    const std::string name(field.text);
    return Problem{name + " takes one value, not a group", "write (" + name + "a OR " + name + "b)",
                   value.column};
  }
  ++next_;
  if (field.field == QueryField::Date) return date(field, value);
  if (value.text.find_first_not_of(' ') == std::string_view::npos) {
    return Problem{"the value of " + std::string(field.text) + " is empty", "", value.column};
  }
  if (is_name(field.field)) return name(field, value);
  Node node = make_node(field.field == QueryField::Source ? Node::Kind::Source : Node::Kind::Path,
                        field.column);
  node.value = std::string(value.text);
  return node;
}

Result<Node> Parser::title(const QueryToken& field) {
  in_title_ = true;
  Result<Node> inside = operand();
  in_title_ = false;
  if (!inside) return inside;
  Node node = make_node(Node::Kind::Zone, field.column);
  node.children.push_back(std::move(inside.value()));
  return node;
}

Result<Node> Parser::date(const QueryToken& field, const QueryToken& value) const {
  if (value.text == "none") return make_node(Node::Kind::DateNone, field.column);
  if (value.text == "conflict") return make_node(Node::Kind::DateConflict, field.column);
  const auto value_column = static_cast<std::size_t>(value.text.data() - query_.data()) + 1;
  const Result<DateRange> range = parse_date_range(value.text, context_.today, value_column);
  if (!range) return range.problem();
  Node node = make_node(Node::Kind::DateRange, field.column);
  node.range = range.value();
  return node;
}

Result<Node> Parser::name(const QueryToken& field, const QueryToken& value) {
  if (words_of(value.text).empty()) {
    return Problem{"there is no word in \"" + std::string(value.text) + "\"",
                   "write a name, or a word of one", value.column};
  }
  Node node = make_node(Node::Kind::Name, field.column);
  node.type = type_of(field.field);
  node.value = std::string(value.text);
  node.whole = value.kind == Kind::Phrase;
  return node;
}

/// What to say where an operand should be and is not: current() is AND, OR, ) or the end.
Problem Parser::missing_operand() const {
  const std::string here(current().text);
  if (next_ == 0 && current().kind == Kind::Close) {
    return Problem{"this parenthesis was never opened", "remove it", current().column};
  }
  if (next_ == 0) return Problem{"nothing stands before " + here, kOperatorHint, current().column};

  const QueryToken& before = tokens_[next_ - 1];
  if (before.kind != Kind::Open) {
    return Problem{"nothing to search for follows " + std::string(before.text), kOperatorHint,
                   before.column};
  }
  if (current().kind == Kind::Close) {
    return Problem{"there is nothing between these parentheses", "leave them out", before.column};
  }
  if (current().kind == Kind::End) {
    return Problem{"this parenthesis is not closed", "add words and a )", before.column};
  }
  return Problem{"nothing stands before " + here, kOperatorHint, current().column};
}

}  // namespace

Result<Node> parse_query(std::string_view text, const QueryContext& context) {
  Result<std::vector<QueryToken>> tokens = read_tokens(text);
  if (!tokens) return tokens.problem();
  return Parser(text, std::move(tokens.value()), context).parse();
}

Node narrowed(Node query, Node condition) {
  if (query.kind == Node::Kind::All) return condition;
  if (condition.kind == Node::Kind::All) return query;
  std::vector<Node> children;
  children.push_back(std::move(query));
  children.push_back(std::move(condition));
  return join(Node::Kind::And, std::move(children));
}

Node with_date_range(Node query, const DateRange& range) {
  Node date = make_node(Node::Kind::DateRange, 0);
  date.range = range;
  return narrowed(std::move(query), std::move(date));
}

Node with_any_name(Node query, EntityType type, const std::vector<std::string>& names) {
  std::vector<Node> children;
  for (const std::string& name : names) {
    Node node = make_node(Node::Kind::Name, 0);
    node.type = type;
    node.value = name;
    node.whole = words_of(name).size() > 1;
    children.push_back(std::move(node));
  }
  return narrowed(std::move(query), join(Node::Kind::Or, std::move(children)));
}

}  // namespace dateline
