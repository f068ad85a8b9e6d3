// In how many of some articles each entity of the archive is: exact counts over the matches of a
// query. Two ways, whichever costs less: lists of the articles of the names, the commonest entities
// first, until no other can be among the largest; or the names of each match. Not thread-safe.
#pragma once

#include <xapian.h>

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

#include "common/index/snapshot.h"
#include "searcher/names/entities.h"

namespace dateline {

/// Article numbers, ascending, by segment.
using Matches = std::vector<std::vector<Xapian::docid>>;

std::uint64_t count_of(const Matches& matches);

struct CountedEntity {
  std::uint32_t entity = 0;
  std::uint64_t articles = 0;  ///< matches that have it
};

class EntityCounter {
 public:
  /// REQUIRES the others to outlive the counter; `matches` without deleted articles.
  EntityCounter(Snapshot& snapshot, const Vocabulary& vocabulary, const Entities& entities,
                Matches matches);

  const Matches& matches() const { return matches_; }
  std::uint64_t total() const { return total_; }
  /// Throws IndexError if the number is none of that segment.
  bool is_match(std::size_t part, Xapian::docid number) const {
    return is_match_[part][snapshot_.range(part).place(number)];
  }

  /// The matches that have any of the names at these places of the vocabulary, and how many.
  Matches with_names(NamePlaces names) const;
  std::uint64_t count_names(NamePlaces names) const;

  /// How many matches have an entity.
  std::uint64_t count(std::uint32_t entity) const;

  /// How many matches have each entity, by its number.
  const std::vector<std::uint32_t>& tally();

  /// Whether an entity is asked for; hidden ones never are.
  using Accept = std::function<bool(std::uint32_t entity)>;

  /// The `limit` (0: all) of the accepted that most matches have, largest first, then by name; none
  /// that no match has.
  std::vector<CountedEntity> top(const Accept& accept, std::size_t limit);

 private:
  bool comes_before(const CountedEntity& a, const CountedEntity& b) const;
  std::optional<std::vector<CountedEntity>> walk(const Accept& accept, std::size_t limit) const;
  std::uint64_t tally_cost() const;
  bool is_free(const KnownEntity& entity) const;

  Snapshot& snapshot_;
  const Vocabulary& vocabulary_;
  const Entities& entities_;
  Matches matches_;
  std::vector<std::vector<bool>> is_match_;  ///< by segment, by place in its range
  std::uint64_t total_ = 0;
  bool is_everything_ = false;  ///< the matches are all documents of the index
  std::vector<std::uint32_t> tally_;
};

}  // namespace dateline
