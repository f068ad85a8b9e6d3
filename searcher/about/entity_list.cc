#include "searcher/about/entity_list.h"

#include <algorithm>
#include <utility>

namespace dateline {

namespace {

/// The names of an entity other than what it is called, those of most articles first.
std::vector<std::string> aliases_of(const KnownEntity& entity, const Vocabulary& vocabulary) {
  std::vector<std::uint32_t> places(entity.names.begin(), entity.names.end());
  std::stable_sort(places.begin(), places.end(), [&](std::uint32_t a, std::uint32_t b) {
    return vocabulary.articles(a) > vocabulary.articles(b);
  });
  std::vector<std::string> aliases;
  for (const std::uint32_t place : places) {
    const std::string_view name = vocabulary.name(place);
    if (name != entity.name) aliases.emplace_back(name);
  }
  return aliases;
}

}  // namespace

bool has_word_prefix(std::string_view folded, std::string_view folded_prefix) {
  for (std::size_t at = folded.find(folded_prefix); at != std::string_view::npos;
       at = folded.find(folded_prefix, at + 1)) {
    if (at == 0 || folded[at - 1] == ' ') return true;
  }
  return false;
}

EntityCounter::Accept of_types_with_prefix(const Vocabulary& vocabulary, const Entities& entities,
                                           const EntityTypes& types, const std::string& prefix) {
  return [&vocabulary, &entities, types, folded = folded_name(prefix)](std::uint32_t number) {
    const KnownEntity entity = entities[number];
    if (!types.empty() && std::find(types.begin(), types.end(), entity.type) == types.end()) {
      return false;
    }
    if (folded.empty()) return true;
    if (entity.is_renamed && has_word_prefix(folded_name(entity.name), folded)) return true;
    return std::any_of(entity.names.begin(), entity.names.end(), [&](std::uint32_t place) {
      return has_word_prefix(vocabulary.folded(place), folded);
    });
  };
}

EntityList list_entities(const EntityListRequest& request, const Vocabulary& vocabulary,
                         const Entities& entities, EntityCounter& counter) {
  const std::size_t wanted = request.limit == 0 ? 0 : request.offset + request.limit;
  const std::vector<CountedEntity> top = counter.top(
      of_types_with_prefix(vocabulary, entities, request.types, request.prefix), wanted);
  EntityList list;
  list.total = counter.total();
  for (std::size_t i = request.offset; i < top.size(); ++i) {
    const KnownEntity entity = entities[top[i].entity];
    list.entities.push_back({entity.type, std::string(entity.name), top[i].articles,
                             aliases_of(entity, vocabulary)});
  }
  return list;
}

}  // namespace dateline
