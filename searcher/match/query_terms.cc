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
  const auto& words = leaf.kind == Node::Kind::Pattern ? leaf.terms : leaf.words;
  for (const std::string& word : words) terms.emplace_back(stemmer.stem(word));
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

std::string near_pair_term(const Node& near) {
  const Proximity& how = near.proximity;
  const auto is_form = [](const Node& side) {
    return side.kind == Node::Kind::Phrase && side.words.size() == 1;
  };
  const bool adjacent = how.unit == Proximity::Unit::Words && how.words == 1 && how.ordered &&
                        !how.negated;
  if (!adjacent || !is_form(near.children[0]) || !is_form(near.children[1])) return {};
  const auto first = common_word(near.children[0].words.front());
  const auto second = common_word(near.children[1].words.front());
  if (!first || !second || !is_indexed_pair(*first, *second)) return {};
  return common_pair_term(*first, *second);
}

std::string frequent_term(const Node& at_least, Stemmer& stemmer) {
  const Node& child = at_least.children.front();
  const bool is_word = child.kind == Node::Kind::Word ||
                       (child.kind == Node::Kind::Phrase && child.words.size() == 1);
  return is_word ? std::string(stemmer.stem(child.words.front())) : std::string();
}

bool has_filter_terms(const Node& node) {
  switch (node.kind) {
    case Node::Kind::DateRange:
    case Node::Kind::DateNone:
    case Node::Kind::DateConflict:
    case Node::Kind::Source:
    case Node::Kind::Section:
    case Node::Kind::Language:
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
    case Node::Kind::Section:
      return {schema::section_term(node.value)};
    case Node::Kind::Language:
      return {schema::language_term(node.value)};
    default:
      return {schema::source_term(node.value)};
  }
}

}  // namespace dateline
