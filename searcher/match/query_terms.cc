#include "searcher/match/query_terms.h"

#include <algorithm>

#include "common/index/schema.h"
#include "common/text/common_pairs.h"

namespace dateline {

namespace {

void sort_and_unite(std::vector<std::string>& terms) {
  std::sort(terms.begin(), terms.end());
  terms.erase(std::unique(terms.begin(), terms.end()), terms.end());
}

/// A Word, or a form of one: "=by".
bool is_one_word(const Node& node) {
  return node.kind == Node::Kind::Word ||
         (node.kind == Node::Kind::Phrase && node.words.size() == 1);
}

/// Empty: the words are no indexed pair.
std::string pair_term(const std::string& first, const std::string& second, Stemmer& stemmer) {
  const std::uint32_t a = stemmer.stem_number(first);
  const std::uint32_t b = stemmer.stem_number(second);
  if (!stemmer.is_common_stem(a) || !stemmer.is_common_stem(b)) return {};
  return common_pair_term(a, b);
}

}  // namespace

std::vector<std::string> stem_terms(const Node& leaf, Stemmer& stemmer) {
  std::vector<std::string> terms;
  const auto& words = leaf.kind == Node::Kind::Pattern ? leaf.terms : leaf.words;
  for (const std::string& word : words) terms.emplace_back(stemmer.stem(word));
  sort_and_unite(terms);
  return terms;
}

std::vector<std::string> word_terms(const Node& leaf, Stemmer& stemmer) {
  std::vector<std::string> terms = stem_terms(leaf, stemmer);
  for (std::size_t i = 1; i < leaf.words.size(); ++i) {
    std::string pair = pair_term(leaf.words[i - 1], leaf.words[i], stemmer);
    if (!pair.empty()) terms.push_back(std::move(pair));
  }
  sort_and_unite(terms);
  return terms;
}

std::vector<std::string> near_pair_terms(const Node& near, Stemmer& stemmer) {
  const Proximity& how = near.proximity;
  const bool adjacent = how.unit == Proximity::Unit::Words && how.words == 1 && !how.negated;
  if (!adjacent || !is_one_word(near.children[0]) || !is_one_word(near.children[1])) return {};
  const std::string& left = near.children[0].words.front();
  const std::string& right = near.children[1].words.front();
  std::vector<std::string> terms = {pair_term(left, right, stemmer)};
  if (!how.ordered) terms.push_back(pair_term(right, left, stemmer));
  const bool all_indexed = std::none_of(terms.begin(), terms.end(),
                                        [](const std::string& term) { return term.empty(); });
  return all_indexed ? terms : std::vector<std::string>();
}

std::string frequent_term(const Node& at_least, Stemmer& stemmer) {
  const Node& child = at_least.children.front();
  return is_one_word(child) ? std::string(stemmer.stem(child.words.front())) : std::string();
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
