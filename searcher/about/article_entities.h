// The people, organisations and places of an article as the archive has them: the one door through
// which all that counts names together (pages of entities, networks) learns what is in an article.
// They are read from the tables of names, some 10 us each where the articles are far apart. Not
// thread-safe.
#pragma once

#include <xapian.h>

#include <cstddef>
#include <cstdint>
#include <vector>

#include "common/index/snapshot.h"
#include "searcher/names/entities.h"

namespace dateline {

/// One entity of an article, all its names there together.
struct EntityOfArticle {
  std::uint32_t entity = 0;  ///< place in Entities::all()
  bool in_lead = false;      ///< any of its names is in the title or the lead

  friend bool operator==(const EntityOfArticle& a, const EntityOfArticle& b) {
    return a.entity == b.entity && a.in_lead == b.in_lead;
  }
};

class ArticleEntities {
 public:
  /// REQUIRES all three to outlive the reader, `entities` to be of `vocabulary` and that of
  /// `snapshot`.
  ArticleEntities(Snapshot& snapshot, const Vocabulary& vocabulary, const Entities& entities)
      : snapshot_(snapshot), vocabulary_(vocabulary), entities_(entities) {}

  /// Of an article of segment `part`: each entity once, ascending, hidden ones left out. Valid
  /// until the next call. Throws Xapian::Error, Error.
  const std::vector<EntityOfArticle>& of(Xapian::docid number, std::size_t part);

 private:
  Snapshot& snapshot_;
  const Vocabulary& vocabulary_;
  const Entities& entities_;
  std::vector<EntityOfArticle> found_;
};

}  // namespace dateline
