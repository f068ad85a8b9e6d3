// What options add to a query, and queries without syntax.
#include <set>
#include <utility>

#include "searcher/query/compose.h"
#include "searcher/query/leaf.h"
#include "searcher/query/lexer.h"
#include "searcher/query/parser.h"

namespace dateline {

Result<Node> parse_free_text(std::string_view text) {
  if (text.size() > kMaxQueryBytes) {
    return Problem{"the query is longer than " + std::to_string(kMaxQueryBytes) + " bytes", "", {}};
  }
  std::vector<std::string> words = words_of(text);
  if (words.empty()) return Problem{"there is no word to search for", "", 1};
  std::set<std::string> known;
  std::vector<Node> any;
  for (std::string& word : words) {
    if (!known.insert(word).second) continue;
    any.push_back(make_node(Node::Kind::Word, 1));
    any.back().words.push_back(std::move(word));
  }
  return join(Node::Kind::Or, std::move(any));
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
