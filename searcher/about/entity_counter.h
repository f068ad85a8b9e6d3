// In how many of some articles each entity of the archive is: exact counts over the matches of a
// query. Two ways, whichever costs less: posting lists of the names, the commonest entities first,
// until no other can be among the largest; or the entities of each match. Not thread-safe.
#pragma once

#include <xapian.h>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "common/index/snapshot.h"
#include "searcher/about/article_entities.h"
#include "searcher/names/entities.h"

namespace dateline {

/// Article numbers, ascending, by segment.
using Matches = std::vector<std::vector<Xapian::docid>>;

std::uint64_t count_of(const Matches& matches);

struct CountedEntity {
  std::uint32_t entity = 0;    ///< place in Entities::all()
  std::uint64_t articles = 0;  ///< matches that have it
};

class EntityCounter {
 public:
  /// REQUIRES the others to outlive the counter; `matches` without deleted articles.
  EntityCounter(Snapshot& snapshot, const Vocabulary& vocabulary, const Entities& entities,
                Matches matches);

  const Matches& matches() const { return matches_; }
  std::uint64_t total() const { return total_; }

  /// The matches that have any of the names at these places of the vocabulary, and how many.
  Matches with_names(const std::vector<std::uint32_t>& names) const;
  std::uint64_t count_names(const std::vector<std::uint32_t>& names) const;

  /// How many matches have an entity.
  std::uint64_t count(std::uint32_t entity) const;

  /// How many matches have each entity, by place in Entities::all(): hidden ones 0.
  std::vector<std::uint32_t> tally();

  /// The `limit` (0: all) of `candidates` that most matches have, largest first, then by name; none
  /// that no match has.
  std::vector<CountedEntity> top(std::vector<std::uint32_t> candidates, std::size_t limit);

 private:
  bool comes_before(const CountedEntity& a, const CountedEntity& b) const;
  std::optional<std::vector<CountedEntity>> walk(const std::vector<std::uint32_t>& candidates,
                                                 std::size_t limit) const;
  bool is_free(const KnownEntity& entity) const;

  Snapshot& snapshot_;
  const Vocabulary& vocabulary_;
  const Entities& entities_;
  Matches matches_;
  std::vector<std::vector<bool>> is_match_;  ///< by segment, by number - first
  std::uint64_t total_ = 0;
  bool is_everything_ = false;  ///< the matches are all documents of the index
};

}  // namespace dateline
