// Counts a set of matches by person, organisation, place, source, year and month, exactly. Two ways,
// whichever costs less: the posting lists of the commonest values, one after the other, against the
// set of matches, until no other value can be among the largest; or, for names and few matches, the
// record of each match. Not thread-safe.
#pragma once

#include <xapian.h>

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "common/index/snapshot.h"
#include "searcher/names/vocabulary.h"
#include "searcher/search.h"

namespace dateline {

class FacetCounter {
 public:
  /// `matches`: ascending article numbers by segment. REQUIRES the others to outlive the counter.
  FacetCounter(Snapshot& snapshot, Vocabulary& vocabulary,
               std::vector<std::vector<Xapian::docid>> matches);

  /// The `limit` commonest values (0: all) of a field. Throws Xapian::Error.
  Facet count(FacetField field, std::size_t limit);

 private:
  using Tally = std::unordered_map<std::string, std::uint64_t>;

  Facet count_names(FacetField field, EntityType type, std::size_t limit);
  std::optional<std::vector<Facet::Value>> walk_names(EntityType type, std::size_t limit);
  const Tally& tally(EntityType type);
  Facet count_terms(FacetField field, char prefix, std::size_t limit);
  std::uint64_t count_term(const std::string& term) const;
  std::string label(FacetField field, const std::string& term);

  Snapshot& snapshot_;
  Vocabulary& vocabulary_;
  std::vector<std::vector<Xapian::docid>> matches_;
  std::vector<std::vector<bool>> is_match_;  ///< by segment, by number - first
  std::uint64_t total_ = 0;
  std::map<EntityType, Tally> tallies_;  ///< of the records, once they are read
};

}  // namespace dateline
