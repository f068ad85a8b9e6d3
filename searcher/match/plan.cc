#include "searcher/match/plan.h"

#include <utility>

#include "searcher/match/match_set.h"
#include "searcher/match/query_terms.h"

namespace dateline {

namespace {

/// What must still be decided on a candidate of `node`.
Node residual(const Node& node) {
  if (decided_by_postings(node)) return Node{};
  if (node.kind != Node::Kind::And) return node;
  Node rest;
  rest.kind = Node::Kind::And;
  for (const Node& child : node.children) {
    Node of_child = residual(child);
    if (of_child.kind != Node::Kind::All) rest.children.push_back(std::move(of_child));
  }
  return rest.children.size() == 1 ? Node(rest.children[0]) : rest;
}

std::string single_term(const Node& query, Stemmer& stemmer) {
  if (query.kind == Node::Kind::Word) return std::string(stemmer.stem(query.words.front()));
  if (!has_filter_terms(query)) return "";
  const std::vector<std::string> terms = filter_terms(query);
  return terms.size() == 1 ? terms.front() : "";
}

}  // namespace

Plan make_plan(const Node& query, Stemmer& stemmer) {
  return {residual(query), single_term(query, stemmer)};
}

}  // namespace dateline
