// The people, organisations and places of an article, in the form the index keeps: what the tagger
// of indexer/entities finds in title and text, counted and put in order. Not thread-safe: one a
// thread. What it answers depends on the article alone.
#pragma once

#include <cstddef>
#include <vector>

#include "common/article.h"
#include "indexer/entities/entity_tagger.h"

namespace dateline {

/// A longer article is read in pieces of so much text, so that memory is bounded: a name is
/// completed from the piece that it stands in. No article of news is so long; a table or a book may be.
inline constexpr std::size_t kNamePieceBytes = 1'000'000;
/// An article keeps so many names. README.md says how many.
inline constexpr std::size_t kMostNames = 100'000;

struct FoundNames {
  /// Most salient first: those of the lead, then by count, name and type.
  std::vector<ArticleName> names;
  bool cut = false;  ///< there are more: after each piece only the most salient were kept
};

class NameFinder {
 public:
  /// Other bounds than those above are for tests.
  explicit NameFinder(std::size_t piece_bytes = kNamePieceBytes, std::size_t most_names = kMostNames)
      : piece_bytes_(piece_bytes), most_names_(most_names) {}

  FoundNames find(const Article& article);

 private:
  std::size_t piece_bytes_;
  std::size_t most_names_;
  EntityTagger tagger_;
};

}  // namespace dateline
