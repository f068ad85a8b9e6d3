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

/// Appends the words one of which each occurrence is, however its letters are written. False: it may be something else.
bool add_single_words(const Node& operand, std::vector<std::string>& words) {
  if (is_one_word(operand)) {
    words.push_back(operand.words.front());
    return true;
  }
  return (operand.kind == Node::Kind::Or || operand.kind == Node::Kind::Letters) &&
         std::all_of(operand.children.begin(), operand.children.end(),
                     [&](const Node& child) { return add_single_words(child, words); });
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
  if (how.unit != Proximity::Unit::Words || how.words != 1 || how.negated) return {};
  std::vector<std::string> lefts, rights;
  if (!add_single_words(near.children[0], lefts) || !add_single_words(near.children[1], rights)) return {};
  std::vector<std::string> terms;
  const auto add = [&](const std::string& first, const std::string& second) {
    terms.push_back(pair_term(first, second, stemmer));
    return !terms.back().empty();
  };
  for (const std::string& left : lefts) {
    for (const std::string& right : rights) {
      if (!add(left, right) || (!how.ordered && !add(right, left))) return {};
    }
  }
  sort_and_unite(terms);
  return terms;
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
