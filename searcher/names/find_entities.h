// From a name as somebody types it to the entities it may mean.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "searcher/names/entities.h"
#include "searcher/search.h"

namespace dateline {

/// In how many articles any of some terms stands.
using CountArticles = std::function<std::uint64_t(const std::vector<std::string>& terms)>;

/// Entities are given by their numbers; hidden ones never are.
class EntityFinder {
 public:
  /// REQUIRES all to outlive the finder, and `entities` to be of `vocabulary`.
  EntityFinder(const Vocabulary& vocabulary, const Entities& entities)
      : vocabulary_(vocabulary), entities_(entities) {}

  /// Of the kinds in `types` (empty: of any), those one of whose names has the words of `name` next
  /// to each other; if `whole`, only those with a name that is just it, as long as there are any.
  std::vector<std::uint32_t> find(const std::vector<EntityType>& types, const std::string& name,
                                  bool whole) const;

  /// What a name for which find() has nothing was probably meant to be.
  std::vector<std::uint32_t> suggest(const std::vector<EntityType>& types,
                                     const std::string& name) const;

  /// With their articles, most first. `count` is asked about those of several names.
  std::vector<NamesTaken::Name> described(const std::vector<std::uint32_t>& found,
                                          const CountArticles& count) const;

 private:
  bool is_asked(const KnownEntity& entity, const std::vector<EntityType>& types) const;
  std::vector<std::uint32_t> entities_of(const std::vector<std::uint32_t>& names) const;
  void add_renamed(const std::vector<EntityType>& types, const std::string& name, bool whole,
                   std::vector<std::uint32_t>& found) const;

  const Vocabulary& vocabulary_;
  const Entities& entities_;
};

}  // namespace dateline
