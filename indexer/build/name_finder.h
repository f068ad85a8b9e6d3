// The people, organisations and places of an article, in the form the index keeps: what the tagger
// of indexer/entities finds in title and text, counted and put in order. Not thread-safe: one a
// thread. What it answers depends on the article alone.
#pragma once

#include <vector>

#include "common/article.h"
#include "indexer/entities/entity_tagger.h"

namespace dateline {

class NameFinder {
 public:
  /// Most salient first: those of the lead, then by count, name and type.
  std::vector<ArticleName> find(const Article& article);

 private:
  EntityTagger tagger_;
};

}  // namespace dateline
