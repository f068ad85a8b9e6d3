// People, organisations and places of an article as the index keeps them. Who finds them is the
// indexer's business; both programs agree on this form.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>

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

/// A name with its type in one text, as queries hold them: "PVladimir Putin".
inline std::string typed_name(EntityType type, std::string_view name) {
  return static_cast<char>(type) + std::string(name);
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

/// The order of an article's names: those of the lead first, then by count, name and type.
inline bool is_more_salient(const ArticleName& a, const ArticleName& b) {
  return std::tie(b.in_lead, b.count, a.name, a.type) <
         std::tie(a.in_lead, a.count, b.name, b.type);
}

}  // namespace dateline
