// Decides, after an article has been read whole, which name each mention stands for.
//
// - Titles, possessives, "the" and legal suffixes are taken off.
// - A short name of a person is the latest earlier full name that ends in it, else that contains it, else
//   a later one (right 99.6 % of the time on 802 annotated Deutsche Welle articles).
// - An acronym is the organisation of the article whose initials it has; otherwise what is known of it.
// - Other names of countries and of well-known organisations become one.
// What remains empty (a bare title, a pronoun, a weekday, a nationality) is no entity.
//
// A pure function of the article: canonical names do not depend on other articles.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/entities/mention.h"
#include "indexer/entities/name_rules.h"

namespace dateline {

/// Sets `canonical` (and where known better, `kind`) of mentions in text order, which have their
/// offsets and kinds set, and drops those that are no entity.
/// Linear in the mentions but for the full names that share a word.
void resolve_names(std::string_view text, const NameRules& rules, std::vector<Mention>& mentions);

}  // namespace dateline
