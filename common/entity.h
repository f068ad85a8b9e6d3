// People, organisations and places of an article as the index keeps them. Who finds them is the
// indexer's business; both programs agree on this form.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace dateline {

/// The letters are on disk: in terms and in stored articles.
enum class EntityType : char { Person = 'P', Organisation = 'O', Place = 'L' };

inline constexpr EntityType kEntityTypes[] = {EntityType::Person, EntityType::Organisation,
                                              EntityType::Place};

/// "person", "org", "place": as in queries, options and all output.
constexpr std::string_view name_of(EntityType type) {
  switch (type) {
    case EntityType::Person:
      return "person";
    case EntityType::Organisation:
      return "org";
    case EntityType::Place:
      return "place";
  }
  return "";
}

/// The type of that name, if there is one.
inline std::optional<EntityType> entity_type(std::string_view name) {
  for (const EntityType type : kEntityTypes) {
    if (name_of(type) == name) return type;
  }
  return std::nullopt;
}

/// One entity of an article.
struct ArticleName {
  EntityType type = EntityType::Person;
  std::string name;         ///< canonical; never empty, without control characters
  std::uint32_t count = 1;  ///< mentions
  bool in_lead = false;     ///< mentioned in the title or the lead

  friend bool operator==(const ArticleName& a, const ArticleName& b) {
    return a.type == b.type && a.name == b.name && a.count == b.count && a.in_lead == b.in_lead;
  }
};

}  // namespace dateline
