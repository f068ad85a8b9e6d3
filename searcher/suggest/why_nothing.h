// Why a query finds nothing, and what was probably meant. Never changes an answer. Pure but for the
// function that counts. Cost: a count for each part and each pair of parts, a bounded number of them, and a
// pass over the words of the index for each word that is not there.
#pragma once

#include <array>
#include <functional>
#include <string>
#include <vector>

#include "searcher/search.h"
#include "searcher/words/expand.h"

namespace dateline {

/// How many articles match a tree, which may be an estimate.
using CountMatches = std::function<Total(const Node&)>;
/// What a source or section that is not there was probably meant to be (near_values.h).
using NearValues = std::function<std::vector<FoundWord>(const Node&)>;

struct WhyNothing {
  /// Something that an article must match for the query to.
  struct Part {
    std::string query;        ///< as to_query writes it
    Total total;
    std::vector<Part> parts;  ///< where nothing matches it: what it is made of
    bool is_all = false;      ///< it asks for no more than all of them (AND)
    Total together;           ///< else: articles that match all of them, though not as it asks
  };
  /// A word that is not in the index, or hardly; or a source or section, "source:reutres", that is not.
  struct Spelling {
    std::string word;
    std::vector<FoundWord> meant;  ///< the likeliest first; of a source, `occurrences` are articles
  };

  Part query;
  /// Parts of an AND, each of which some article matches, that no article matches both.
  std::vector<std::array<std::string, 2>> never_together;
  std::vector<Spelling> spellings;  ///< those for which there is something, in the order of the query
  std::string corrected;            ///< the query with the likeliest words; empty: finds nothing either
  Total corrected_total;
};

/// `query`, resolved, finds nothing; `typed` is its text without what options narrow it to.
WhyNothing why_nothing(const Node& query, const std::string& typed, const CountMatches& count,
                       Words& words, const NearValues& near_values);

}  // namespace dateline
