// The entities of an archive by how many matches have them: what --entities prints, and what shells
// complete names from.
#pragma once

#include "searcher/about/answers.h"
#include "searcher/about/entity_counter.h"

namespace dateline {

/// Whether a word of `folded` (as folded_name gives it), and the words behind it, begin with
/// `folded_prefix`: "barack obama" with "ob", "barack ob"; any name with "".
bool has_word_prefix(std::string_view folded, std::string_view folded_prefix);

/// The places in `entities.all()` of those of the kinds asked for that are not hidden and one of
/// whose names has such a prefix.
std::vector<std::uint32_t> entities_with_prefix(const Vocabulary& vocabulary,
                                                const Entities& entities, const EntityTypes& types,
                                                const std::string& prefix);

/// The page of them that `request` asks for. REQUIRES a counter over the matches of its query.
EntityList list_entities(const EntityListRequest& request, const Vocabulary& vocabulary,
                         const Entities& entities, EntityCounter& counter);

}  // namespace dateline
