#include "searcher/about/entity_list.h"

#include <algorithm>
#include <utility>

namespace dateline {

namespace {

/// The names of an entity other than what it is called, those of most articles first.
std::vector<std::string> aliases_of(const KnownEntity& entity, const Vocabulary& vocabulary) {
  std::vector<std::uint32_t> places = entity.names;
  std::stable_sort(places.begin(), places.end(), [&](std::uint32_t a, std::uint32_t b) {
    return vocabulary.names()[a].articles > vocabulary.names()[b].articles;
  });
  std::vector<std::string> aliases;
  for (const std::uint32_t place : places) {
    const std::string& name = vocabulary.names()[place].name;
    if (name != entity.name) aliases.push_back(name);
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

std::vector<std::uint32_t> entities_with_prefix(const Vocabulary& vocabulary,
                                                const Entities& entities, const EntityTypes& types,
                                                const std::string& prefix) {
  const std::string folded = folded_name(prefix);
  const auto has_prefix = [&](const KnownEntity& entity) {
    if (folded.empty()) return true;
    if (entity.is_renamed && has_word_prefix(folded_name(entity.name), folded)) return true;
    return std::any_of(entity.names.begin(), entity.names.end(), [&](std::uint32_t place) {
      return has_word_prefix(vocabulary.folded(place), folded);
    });
  };
  std::vector<std::uint32_t> found;
  for (std::uint32_t i = 0; i < entities.all().size(); ++i) {
    const KnownEntity& entity = entities.all()[i];
    const bool is_asked =
        types.empty() || std::find(types.begin(), types.end(), entity.type) != types.end();
    if (is_asked && !entity.is_hidden && has_prefix(entity)) found.push_back(i);
  }
  return found;
}

EntityList list_entities(const EntityListRequest& request, const Vocabulary& vocabulary,
                         const Entities& entities, EntityCounter& counter) {
  const std::size_t wanted = request.limit == 0 ? 0 : request.offset + request.limit;
  const std::vector<CountedEntity> top = counter.top(
      entities_with_prefix(vocabulary, entities, request.types, request.prefix), wanted);
  EntityList list;
  list.total = counter.total();
  for (std::size_t i = request.offset; i < top.size(); ++i) {
    const KnownEntity& entity = entities.all()[top[i].entity];
    list.entities.push_back(
        {entity.type, entity.name, top[i].articles, aliases_of(entity, vocabulary)});
  }
  return list;
}

}  // namespace dateline
