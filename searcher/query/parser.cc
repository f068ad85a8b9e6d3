#include "searcher/query/parser.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "searcher/query/compose.h"
#include "searcher/query/date_value.h"
#include "searcher/query/explain.h"
#include "searcher/query/leaf.h"
#include "searcher/query/lexer.h"
#include "searcher/query/mistakes.h"
#include "searcher/query/values.h"

namespace dateline {

namespace {

using Kind = QueryToken::Kind;

/// Recursive descent over the tokens, loosest operator first. Each function reads one operand of the
/// one above it and leaves next_ behind it.
class Parser {
 public:
  Parser(std::string_view query, const std::vector<QueryToken>& tokens,
         const QueryContext& context)
      : query_(query), tokens_(tokens), context_(context) {}

  Result<ParsedQuery> parse();

 private:
  const QueryToken& current() const { return tokens_[next_]; }
  bool take(Kind kind);
  bool at_operand() const;
  bool at_near() const;
  std::optional<Problem> enter(std::size_t column);

  Result<Node> any_of();
  Result<Node> all_of();
  Result<Node> maybe_negated();
  Result<Node> near();
  Result<Node> weighted();
  Result<Node> operand();
  Result<Node> group();
  Result<Node> word();
  Result<Node> field();
  Result<Node> field_value(const QueryToken& field);
  Result<Node> zone(const QueryToken& field);
  Result<Node> letters();
  Result<Node> at_least();
  Result<Node> nested_operand(std::size_t column);
  Result<Node> with_weight(Node node, const QueryToken& weight) const;
  Result<Node> in_zone(Node inside, const Zone& zone, const QueryToken& name) const;
  Problem missing_operand() const { return mistakes::missing_operand(tokens_, next_); }

  std::string_view query_;
  const std::vector<QueryToken>& tokens_;
  QueryContext context_;
  QueryNotes notes_;
  std::size_t next_ = 0;
  int depth_ = 0;
  const QueryToken* values_of_ = nullptr;  ///< the field in whose group of values we are
};

bool Parser::take(Kind kind) {
  if (current().kind != kind) return false;
  ++next_;
  return true;
}

bool Parser::at_operand() const {
  switch (current().kind) {
    case Kind::Word:
    case Kind::Phrase:
    case Kind::Regex:
    case Kind::Field:
    case Kind::Letters:
    case Kind::AtLeast:
    case Kind::Open:
    case Kind::Not:
      return true;
    default:
      return false;
  }
}

/// `w/5`, `NOT w/5`, `not w/5`
bool Parser::at_near() const {
  if (current().kind == Kind::Near) return true;
  return is_negation(current()) && tokens_[next_ + 1].kind == Kind::Near;
}

/// One level down; the caller goes up again.
std::optional<Problem> Parser::enter(std::size_t column) {
  if (depth_ == kMaxQueryDepth) {
    return Problem{"parentheses are nested more than " + std::to_string(kMaxQueryDepth) + " deep",
                   "", column};
  }
  ++depth_;
  return std::nullopt;
}

Result<ParsedQuery> Parser::parse() {
  if (current().kind == Kind::End) {
    return Problem{"the query is empty", "give a word to search for", 1};
  }
  Result<Node> query = any_of();
  if (!query) return query.problem();
  if (current().kind == Kind::Close) {
    return Problem{"this parenthesis was never opened", "remove it, or add a ( before it",
                   current().column};
  }
  if (current().kind != Kind::End) return missing_operand();
  if (context_.synonyms != nullptr) {
    query = with_synonyms(std::move(query.value()), *context_.synonyms, notes_);
    if (!query) return query.problem();
  }
  if (depth_of(query.value()) > kMaxTreeDepth || count_nodes(query.value()) > kMaxQueryNodes) {
    return Problem{"the query is too large", "part it into several", 1};
  }
  ParsedQuery parsed{std::move(query.value()), std::move(notes_)};
  note_words_like_operators(tokens_, parsed.notes);
  std::stable_sort(parsed.notes.begin(), parsed.notes.end(),
                   [](const auto& a, const auto& b) { return a.column < b.column; });
  return parsed;
}

Result<Node> Parser::any_of() {
  const std::size_t begin = next_;
  std::vector<Node> children;
  do {
    Result<Node> child = all_of();
    if (!child) return child;
    children.push_back(std::move(child.value()));
  } while (take(Kind::Or));
  if (children.size() > 1) note_mixed_or(tokens_, begin, next_, notes_);
  return join(Node::Kind::Or, std::move(children));
}

Result<Node> Parser::all_of() {
  const std::size_t begin = next_;
  std::vector<Node> children;
  do {
    if (!children.empty() && values_of_ != nullptr && tokens_[next_ - 1].kind != Kind::And) {
      return Problem{"these values of " + std::string(values_of_->text) +
                         " have no operator between them",
                     "write OR between them; a value of several words goes into quotes",
                     current().column};
    }
    Result<Node> child = maybe_negated();
    if (!child) return child;
    children.push_back(std::move(child.value()));
  } while (take(Kind::And) || at_operand());
  note_words_beside_near(tokens_, begin, next_, notes_);
  return join(Node::Kind::And, std::move(children));
}

Result<Node> Parser::maybe_negated() {
  if (current().kind != Kind::Not) return near();
  const QueryToken& negation = tokens_[next_++];
  if (depth_ == kMaxQueryDepth) {
    return Problem{"too many NOTs in a row", "", negation.column};
  }
  ++depth_;
  const bool dash = negation.text == "-";
  Result<Node> negated = dash && current().kind != Kind::Not ? weighted() : maybe_negated();
  --depth_;
  if (!negated) return negated;
  if (dash && at_near()) {
    return Problem{"a dash excludes one word, but a distance follows",
                   "write NOT (a w/5 b) for none of it, a NOT w/5 b for an a without a b so near",
                   current().column};
  }
  Node node = make_node(Node::Kind::Not, negation.column);
  node.children.push_back(std::move(negated.value()));
  return node;
}

Result<Node> Parser::near() {
  Result<Node> left = weighted();
  for (std::size_t count = 1; left && at_near(); ++count) {
    const bool is_negated = is_negation(current());
    if (is_negated) ++next_;
    const QueryToken& sign = tokens_[next_++];
    if (count > kMaxNearChain) {
      return Problem{"there are more than " + std::to_string(kMaxNearChain) +
                         " distances in a row", "", sign.column};
    }
    Result<Node> right = weighted();
    if (!right) return right;
    for (const Node* side : {&left.value(), &right.value()}) {
      if (auto problem = mistakes::without_occurrences(*side, sign)) return *problem;
    }
    note_distance(sign, notes_);
    Proximity proximity = sign.proximity;
    proximity.negated = is_negated;
    left = make_near(proximity, std::move(left.value()), std::move(right.value()), sign.column);
  }
  return left;
}

/// An operand and what is written behind it: ^3, /F50/.
Result<Node> Parser::weighted() {
  Result<Node> node = operand();
  while (node) {
    const QueryToken& token = current();
    if (token.kind == Kind::Weight) {
      node = with_weight(std::move(node.value()), token);
    } else if (token.kind == Kind::First) {
      Zone first;
      first.part = Zone::Part::FirstWords;
      first.words = token.number;
      node = in_zone(std::move(node.value()), first, token);
    } else {
      break;
    }
    ++next_;
  }
  return node;
}

Result<Node> Parser::with_weight(Node node, const QueryToken& weight) const {
  if (!has_words(node)) {
    return Problem{"a weight goes with words, not with " + what_it_is(node), "leave it out",
                   weight.column};
  }
  node.weight *= weight.weight;
  if (node.weight < kSmallestWeight || node.weight > kLargestWeight) {
    return Problem{"the weights of this multiply to " + weight_text(node.weight),
                   "a weight is from 0.001 to 100", weight.column};
  }
  return node;
}

Result<Node> Parser::operand() {
  const QueryToken& token = current();
  switch (token.kind) {
    case Kind::Word:
      return word();
    case Kind::Phrase:
      ++next_;
      return values_of_ != nullptr
                 ? field_node(*values_of_, token.text, token.column, true, context_.today)
                 : read_phrase(token.text, token.column);
    case Kind::Regex:
      ++next_;
      return read_regex(token.text, token.column);
    case Kind::Open:
      return group();
    case Kind::Field:
      return field();
    case Kind::Letters:
      return letters();
    case Kind::AtLeast:
      return at_least();
    case Kind::Not:
      return mistakes::misplaced_not(tokens_, next_);
    default:
      return missing_operand();
  }
}

Result<Node> Parser::group() {
  const std::size_t opening = current().column;
  if (auto problem = enter(opening)) return *problem;
  ++next_;
  Result<Node> inside = any_of();
  --depth_;
  if (inside && !take(Kind::Close)) {
    if (current().kind != Kind::End) return missing_operand();
    return Problem{"this parenthesis is not closed", "add a )", opening};
  }
  return inside;
}

Result<Node> Parser::word() {
  if (values_of_ != nullptr) return field_value(*values_of_);
  const QueryToken& token = tokens_[next_++];
  const bool exact_phrase = token.text == "=" && current().kind == Kind::Phrase &&
                            current().column == token.column + 1;
  if (exact_phrase) return operand();
  if (is_negation(token) && current().kind == Kind::Near) {
    return mistakes::nothing_before_not(token, current());
  }
  return read_bare_word(token.text, token.column, notes_);
}

Result<Node> Parser::field() {
  const QueryToken& field = tokens_[next_++];
  if (is_zone(field.field)) return zone(field);
  if (current().kind != Kind::Open) return field_value(field);
  values_of_ = &field;
  Result<Node> values = group();
  values_of_ = nullptr;
  return values;
}

/// REQUIRES to be at a Word or Phrase.
Result<Node> Parser::field_value(const QueryToken& field) {
  const QueryToken& value = tokens_[next_++];
  std::string_view text = value.text;
  const auto begin = static_cast<std::size_t>(text.data() - query_.data());
  const bool is_date = field.field == QueryField::Date || field.field == QueryField::After ||
                       field.field == QueryField::Before;
  while (is_date && value.kind == Kind::Word && current().kind == Kind::Word &&
         continues_date(text, current().text)) {
    const QueryToken& more = tokens_[next_++];
    text = query_.substr(begin, more.column - 1 + more.text.size() - begin);
  }
  return field_node(field, text, begin + 1, value.kind == Kind::Phrase, context_.today);
}

/// What a zone, a distance of letters or a frequency is asked of.
Result<Node> Parser::nested_operand(std::size_t column) {
  if (auto problem = enter(column)) return *problem;
  Result<Node> inside = operand();
  --depth_;
  return inside;
}

Result<Node> Parser::zone(const QueryToken& field) {
  Result<Node> inside = nested_operand(field.column);
  if (!inside) return inside;
  Zone zone;
  zone.part = zone_part(field.field);
  return in_zone(std::move(inside.value()), zone, field);
}

Result<Node> Parser::in_zone(Node inside, const Zone& zone, const QueryToken& name) const {
  const bool is_first = zone.part == Zone::Part::FirstWords;
  if (const Node* outside = not_in_zone(inside)) {
    const std::string place = is_first ? "before " + std::string(name.text)
                                       : "inside " + std::string(name.text) + "( )";
    return Problem{what_it_is(*outside) + " cannot stand " + place, "put it outside",
                   outside->column};
  }
  Node node = make_node(Node::Kind::Zone, is_first ? inside.column : name.column);
  node.zone = zone;
  node.children.push_back(std::move(inside));
  return node;
}

Result<Node> Parser::letters() {
  const QueryToken& name = tokens_[next_++];
  Result<Node> inside = nested_operand(name.column);
  if (!inside) return inside;
  if (auto problem = mistakes::without_occurrences(inside.value(), name)) return *problem;
  return with_letters(std::move(inside.value()), name.letters);
}

Result<Node> Parser::at_least() {
  const QueryToken& name = tokens_[next_++];
  Result<Node> inside = nested_operand(name.column);
  if (!inside) return inside;
  if (auto problem = mistakes::without_occurrences(inside.value(), name)) return *problem;
  return make_at_least(name.number, std::move(inside.value()), name.column);
}

}  // namespace

Result<ParsedQuery> parse_query_with_notes(std::string_view text, const QueryContext& context) {
  const Result<std::vector<QueryToken>> tokens = read_tokens(text);
  if (!tokens) return tokens.problem();
  return Parser(text, tokens.value(), context).parse();
}

Result<Node> parse_query(std::string_view text, const QueryContext& context) {
  Result<ParsedQuery> parsed = parse_query_with_notes(text, context);
  if (!parsed) return parsed.problem();
  return std::move(parsed.value().tree);
}

}  // namespace dateline
