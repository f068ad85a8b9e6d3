// Counts a set of matches by person, organisation, place, source, year and month, exactly. Names by an
// EntityCounter; the others by the posting lists of the commonest values, one after the other, against
// the set of matches, until no other value can be among the largest. Not thread-safe.
#pragma once

#include <xapian.h>

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "common/index/snapshot.h"
#include "searcher/facets/entity_counter.h"
#include "searcher/search.h"

namespace dateline {

class FacetCounter {
 public:
  /// Of the matches of `entities`. REQUIRES both to outlive this.
  FacetCounter(Snapshot& snapshot, const Entities& known, EntityCounter& entities)
      : snapshot_(snapshot), known_(known), entities_(entities) {}

  /// The `limit` commonest values (0: all) of a field. Throws Xapian::Error.
  Facet count(FacetField field, std::size_t limit);

 private:
  Facet count_names(FacetField field, EntityType type, std::size_t limit);
  Facet count_terms(FacetField field, char prefix, std::size_t limit);
  std::uint64_t count_articles(const std::string& term) const;
  std::string label(FacetField field, const std::string& term);

  Snapshot& snapshot_;
  const Entities& known_;
  EntityCounter& entities_;
};

}  // namespace dateline
