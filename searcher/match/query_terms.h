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

/// The distinct terms of a Phrase's neighbours that make an indexed pair; an article must have them
/// too.
std::vector<std::string> pair_terms(const Node& leaf);

/// Both.
std::vector<std::string> word_terms(const Node& leaf, Stemmer& stemmer);

/// The term for the two sides of a Near that stand next to each other in this order, where they are an
/// indexed pair; else empty.
std::string near_pair_term(const Node& near);

/// The term an article must have as often as an AtLeast says, or empty where its operand is not one
/// word.
std::string frequent_term(const Node& at_least, Stemmer& stemmer);

}  // namespace dateline
