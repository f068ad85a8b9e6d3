// Where an article's names stand in its text, for highlighting. The index does not keep the places:
// they are found again by the words of the names, so that a mention by a short form which is no
// family name and no acronym ("the Bank") is not among them.
#pragma once

#include <string_view>
#include <vector>

#include "common/entity.h"
#include "searcher/search.h"

namespace dateline {

/// Names whole, and people by their last name, wherever they begin with a capital or a letter that
/// has none; organisations and places by their initials too, where these are capitals ("UN",
/// "U.S."). Without "Mr" in front and "'s" behind. Sorted, not overlapping; the longest name that
/// begins at a place. One walk of the tokeniser.
std::vector<NamePlace> name_places(std::string_view text, const std::vector<ArticleName>& names);

}  // namespace dateline
