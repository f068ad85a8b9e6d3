// The entities of an archive by how many matches have them: what --entities prints, and what shells
// complete names from.
#pragma once

#include "searcher/about/answers.h"
#include "searcher/facets/entity_counter.h"

namespace dateline {

/// Whether a word of `folded` (as folded_name gives it), and the words behind it, begin with
/// `folded_prefix`: "barack obama" with "ob", "barack ob"; any name with "".
bool has_word_prefix(std::string_view folded, std::string_view folded_prefix);

/// Whether an entity is of the kinds asked for and one of its names has such a prefix. REQUIRES both to
/// outlive the answer.
EntityCounter::Accept of_types_with_prefix(const Vocabulary& vocabulary, const Entities& entities,
                                           const EntityTypes& types, const std::string& prefix);

/// The page of them that `request` asks for. REQUIRES a counter over the matches of its query.
EntityList list_entities(const EntityListRequest& request, const Vocabulary& vocabulary,
                         const Entities& entities, EntityCounter& counter);

}  // namespace dateline
