// Counts a set of matches by person, organisation, place, source, year and month, exactly. Two ways,
// whichever costs less: the posting lists of the commonest values, one after the other, against the
// set of matches, until no other value can be among the largest; or, for names and few matches, the
// record of each match. Not thread-safe.
#pragma once

#include <xapian.h>

#include <cstddef>
#include <optional>
#include <string>
#include <unordered_map>
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
  /// By place in Entities::all().
  using Tally = std::unordered_map<std::uint32_t, std::uint64_t>;

  Facet count_names(FacetField field, EntityType type, std::size_t limit);
  std::optional<std::vector<Facet::Value>> walk_names(EntityType type, std::size_t limit);
  void tally_records();
  void tally_record(std::string_view encoded, std::vector<std::uint32_t>& found);
  Facet count_terms(FacetField field, char prefix, std::size_t limit);
  std::uint64_t count_articles(const std::vector<std::string>& terms) const;
  std::string label(FacetField field, const std::string& term);

  Snapshot& snapshot_;
  const Vocabulary& vocabulary_;
  Entities& entities_;
  std::vector<std::vector<Xapian::docid>> matches_;
  std::vector<std::vector<bool>> is_match_;  ///< by segment, by number - first
  std::uint64_t total_ = 0;
  std::optional<Tally> tally_;  ///< of the records, once they are read
};

}  // namespace dateline
