// The names of fields and functions as people write them: ours, and those of Nexis, Factiva and
// ProQuest. The one table of them.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "common/entity.h"
#include "common/error.h"
#include "searcher/query/tree.h"

namespace dateline {

enum class QueryField {
  Date,
  After,
  Before,
  Source,
  Author,
  Section,
  Language,
  Path,
  Url,
  Id,
  WordCount,
  Person,
  Organisation,
  Place,
  Entity,
  Title,
  Lead,
  TitleOrLead
};

/// The field of that name, in any case of its letters: "date", "HD" (Factiva's headline).
std::optional<QueryField> find_field(std::string_view name);

/// Whether a query stands behind it rather than a value: title:, lead:, hlead:.
bool is_zone(QueryField field);

/// REQUIRES is_zone(field).
Zone::Part zone_part(QueryField field);

/// person: org: place: entity:
bool is_name(QueryField field);

/// The type that a field of names asks for; none: any.
std::optional<EntityType> type_of(QueryField field);

/// caps, allcaps, nocaps, in any case.
std::optional<Letters> find_letters(std::string_view name);

/// "unknown field ..." with all there are, and the one that was probably meant. `word` is all that
/// was typed, with the name in front; `column` is that of the word.
Problem unknown_field(std::string_view name, std::string_view word, std::size_t column);

}  // namespace dateline
