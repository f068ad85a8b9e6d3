#include "searcher/names/find_entities.h"

#include <algorithm>
#include <set>

namespace dateline {

namespace {

constexpr std::size_t kSuggestions = 3;

}  // namespace

bool EntityFinder::is_asked(const KnownEntity& entity, const std::vector<EntityType>& types) const {
  if (entity.is_hidden) return false;
  return types.empty() || std::find(types.begin(), types.end(), entity.type) != types.end();
}

std::vector<std::uint32_t> EntityFinder::entities_of(
    const std::vector<std::uint32_t>& names) const {
  std::set<std::uint32_t> distinct;
  for (const std::uint32_t place : names) distinct.insert(entities_.of_name(place));
  return {distinct.begin(), distinct.end()};
}

std::vector<std::uint32_t> EntityFinder::find(const std::vector<EntityType>& types,
                                              const std::string& name, bool whole) const {
  const auto accept = [&](std::uint32_t place) {
    return is_asked(entities_[entities_.of_name(place)], types);
  };
  auto found = entities_of(vocabulary_.find(accept, name, whole));
  add_renamed(types, name, whole, found);
  return found;
}

/// Those whose name is a user's, and not in the vocabulary.
void EntityFinder::add_renamed(const std::vector<EntityType>& types, const std::string& name,
                               bool whole, std::vector<std::uint32_t>& found) const {
  const std::string wanted = ' ' + folded_name(name) + ' ';
  for (const std::uint32_t i : entities_.renamed()) {
    const KnownEntity entity = entities_[i];
    if (!is_asked(entity, types)) continue;
    const std::string called = ' ' + folded_name(entity.name) + ' ';
    const bool matches = whole ? called == wanted : called.find(wanted) != std::string::npos;
    if (matches && std::find(found.begin(), found.end(), i) == found.end()) found.push_back(i);
  }
}

std::vector<std::uint32_t> EntityFinder::suggest(const std::vector<EntityType>& types,
                                                 const std::string& name) const {
  const auto accept = [&](std::uint32_t place) {
    return is_asked(entities_[entities_.of_name(place)], types);
  };
  return entities_of(vocabulary_.suggest(accept, name, kSuggestions));
}

std::vector<NamesTaken::Name> EntityFinder::described(const std::vector<std::uint32_t>& found,
                                                      const CountArticles& count) const {
  std::vector<NamesTaken::Name> names;
  for (const std::uint32_t place : found) {
    const KnownEntity entity = entities_[place];
    const std::uint64_t articles =
        entity.names.size() == 1 ? entity.articles : count(terms_of(entity, vocabulary_));
    names.push_back({entity.type, std::string(entity.name), articles});
  }
  std::stable_sort(names.begin(), names.end(),
                   [](const auto& a, const auto& b) { return a.articles > b.articles; });
  return names;
}

}  // namespace dateline
