// The three kinds of names that Dateline knows. Everything else a tagger may find (events, works,
// nationalities) is not an entity.
#pragma once

#include <cstdint>
#include <string_view>

namespace dateline {

/// The numbers are on disk.
enum class EntityKind : std::uint8_t {
  Person = 1,
  Organisation = 2,
  Place = 3,
};

/// "person", "organisation", "place"
constexpr std::string_view kind_name(EntityKind kind) {
  switch (kind) {
    case EntityKind::Person: return "person";
    case EntityKind::Organisation: return "organisation";
    case EntityKind::Place: return "place";
  }
  return "";
}

/// The kind as tagged corpora write it: "PER", "ORG", "LOC".
constexpr std::string_view kind_tag(EntityKind kind) {
  switch (kind) {
    case EntityKind::Person: return "PER";
    case EntityKind::Organisation: return "ORG";
    case EntityKind::Place: return "LOC";
  }
  return "";
}

}  // namespace dateline
