// Which names of a vocabulary are forms of one another: the first two rules of entities.h.
#pragma once

#include <cstdint>
#include <vector>

#include "searcher/names/vocabulary.h"

namespace dateline {

/// Names that are one person, organisation or place.
struct NameGroup {
  std::uint32_t first = 0;     ///< place of the first of its names
  std::uint32_t called = 0;    ///< place of the one that most articles have
  std::uint64_t articles = 0;  ///< of all its names together
};

struct NameGroups {
  std::vector<NameGroup> groups;        ///< in the order of their first names
  std::vector<std::uint32_t> of_name;  ///< by place: the number of its group
};

/// Names that differ in case, accents, punctuation, initials and short forms are a group. Cost: some
/// 150 ns a name.
NameGroups join_variants(const Vocabulary& vocabulary);

/// Puts lone family names to the full name that dominates.
void join_family_names(const Vocabulary& vocabulary, NameGroups& groups);

}  // namespace dateline
