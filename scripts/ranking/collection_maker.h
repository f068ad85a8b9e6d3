// Test collections made of any articles, where nobody has judged any: each asks for articles that are
// known to be wanted. Deterministic.
#pragma once

#include <cstddef>
#include <optional>
#include <string>

namespace dateline {

enum class CollectionKind {
  Title,   ///< the title, for its article, which loses it
  Lead,    ///< the first sentence of eight words, for its article, which loses all up to there
  Entity,  ///< a name, for the articles that have it in the lead and three times in all
};

struct CollectionCounts {
  std::size_t articles = 0;
  std::size_t tuning = 0;  ///< queries
  std::size_t held_out = 0;
};

/// Writes OUT/tune.tsv and OUT/held-out.tsv (queries: id TAB text), halves told apart by a hash, at most
/// `queries` in all; OUT/qrels.txt; and but for Entity, whose corpus is `corpus` itself, OUT/corpus.
/// Throws Error.
CollectionCounts make_collection(CollectionKind kind, const std::string& corpus,
                                 const std::string& out, std::size_t queries);

}  // namespace dateline
