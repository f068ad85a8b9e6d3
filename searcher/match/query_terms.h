// The terms of the index that stand for a leaf of a query: made here for Xapian's matcher and for
// sets of matches alike.
#pragma once

#include <string>
#include <vector>

#include "common/text/stemmer.h"
#include "searcher/query/tree.h"

namespace dateline {

/// Whether the node is a filter with terms: a date, a source, section or language.
bool has_filter_terms(const Node& node);

/// An article matches the node if it has any of these. REQUIRES has_filter_terms(node).
std::vector<std::string> filter_terms(const Node& node);

/// The distinct stems of a Word or Phrase, all of which an article must have to match; of a Pattern,
/// one of which it must have.
std::vector<std::string> stem_terms(const Node& leaf, Stemmer& stemmer);

/// The same of a Word or Phrase, and those of its neighbours that make an indexed pair (common_pairs.h); an article must
/// have them all.
std::vector<std::string> word_terms(const Node& leaf, Stemmer& stemmer);

/// Where a Near asks for two words next to each other, of those that either side is one of, and each such two are an indexed
/// pair: the terms one of which an article must have; else none.
std::vector<std::string> near_pair_terms(const Node& near, Stemmer& stemmer);

/// The term an article must have as often as an AtLeast says, or empty where its operand is not one
/// word.
std::string frequent_term(const Node& at_least, Stemmer& stemmer);

}  // namespace dateline
