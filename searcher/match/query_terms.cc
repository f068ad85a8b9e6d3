#include "searcher/match/query_terms.h"

#include <algorithm>
#include <optional>

#include "common/index/schema.h"
#include "common/text/common_pairs.h"

namespace dateline {

namespace {

void sort_and_unite(std::vector<std::string>& terms) {
  std::sort(terms.begin(), terms.end());
  terms.erase(std::unique(terms.begin(), terms.end()), terms.end());
}

}  // namespace

std::vector<std::string> stem_terms(const Node& leaf, Stemmer& stemmer) {
  std::vector<std::string> terms;
  for (const std::string& word : leaf.words) terms.emplace_back(stemmer.stem(word));
  sort_and_unite(terms);
  return terms;
}

std::vector<std::string> pair_terms(const Node& leaf) {
  std::vector<std::string> terms;
  std::optional<unsigned> previous;
  for (const std::string& word : leaf.words) {
    const auto common = common_word(word);
    if (previous && common && is_indexed_pair(*previous, *common)) {
      terms.push_back(common_pair_term(*previous, *common));
    }
    previous = common;
  }
  sort_and_unite(terms);
  return terms;
}

std::vector<std::string> word_terms(const Node& leaf, Stemmer& stemmer) {
  std::vector<std::string> terms = stem_terms(leaf, stemmer);
  for (std::string& pair : pair_terms(leaf)) terms.push_back(std::move(pair));
  return terms;
}

bool has_filter_terms(const Node& node) {
  switch (node.kind) {
    case Node::Kind::DateRange:
    case Node::Kind::DateNone:
    case Node::Kind::DateConflict:
    case Node::Kind::Source:
    case Node::Kind::Name:
      return true;
    default:
      return false;
  }
}

std::vector<std::string> filter_terms(const Node& node) {
  switch (node.kind) {
    case Node::Kind::DateRange:
      return schema::range_terms(node.range);
    case Node::Kind::DateNone:
      return {schema::undated_term()};
    case Node::Kind::DateConflict:
      return {schema::date_conflict_term()};
    case Node::Kind::Name:
      return node.terms;
    default:
      return {schema::source_term(node.value)};
  }
}

}  // namespace dateline
