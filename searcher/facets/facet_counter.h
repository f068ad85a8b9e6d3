// Counts a set of matches by person, organisation, place, source, year and month, exactly. Names by a
// walk over what the matching articles have (name_table.h: some ns a name); the others by the posting
// lists of the commonest values, one after the other, against the set of matches, until no other value
// can be among the largest. Not thread-safe.
#pragma once

#include <xapian.h>

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "common/index/snapshot.h"
#include "searcher/names/entities.h"
#include "searcher/search.h"

namespace dateline {

class FacetCounter {
 public:
  /// Names are counted as `entities` has them: an article with several names of one counts once.
  /// `matches`: ascending article numbers by segment. REQUIRES the others to outlive the counter.
  FacetCounter(Snapshot& snapshot, const Vocabulary& vocabulary, Entities& entities,
               std::vector<std::vector<Xapian::docid>> matches);

  /// The `limit` commonest values (0: all) of a field. Throws Xapian::Error.
  Facet count(FacetField field, std::size_t limit);

 private:
  struct Count {
    std::uint32_t articles = 0;
    std::uint32_t last_article = 0;
  };

  Facet count_names(FacetField field, EntityType type, std::size_t limit);
  void tally_names();
  Facet count_terms(FacetField field, char prefix, std::size_t limit);
  std::uint64_t count_articles(const std::vector<std::string>& terms) const;
  std::string label(FacetField field, const std::string& term);

  Snapshot& snapshot_;
  const Vocabulary& vocabulary_;
  Entities& entities_;
  std::vector<std::vector<Xapian::docid>> matches_;
  std::vector<std::vector<bool>> is_match_;  ///< by segment, by number - first
  std::uint64_t total_ = 0;
  std::vector<Count> counts_;  ///< by place in Entities::all(), once names are counted
};

}  // namespace dateline
