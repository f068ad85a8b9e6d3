// What is asked and answered about the people, organisations and places of an archive: plain data
// between who counts (the other files here) and who prints (searcher/output).
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "common/entity.h"
#include "searcher/query/tree.h"
#include "searcher/search.h"

namespace dateline {

/// Which entities: of the kinds in `types`, of any if it is empty.
using EntityTypes = std::vector<EntityType>;

struct EntityListRequest {
  Node query;  ///< resolved; articles that match it are counted
  EntityTypes types;
  std::string prefix;  ///< what a word of the name begins with; "barack ob": the second begins so
  std::size_t offset = 0;
  std::size_t limit = 0;  ///< 0: all
};

struct ListedEntity {
  EntityType type = EntityType::Person;
  std::string name;
  std::uint64_t articles = 0;        ///< matches that have it
  std::vector<std::string> aliases;  ///< its other names in the index, those of most articles first
};

struct EntityList {
  std::uint64_t total = 0;             ///< matches
  std::vector<ListedEntity> entities;  ///< most articles first, then by name
};

struct EntityPageRequest {
  Node query;  ///< resolved; only matches are looked at
  EntityTypes types;
  std::string name;             ///< as typed
  std::size_t companions = 8;   ///< at most so many of a kind; 0: all
  std::size_t sources = 5;      ///< 0: all
  std::uint32_t headlines = 5;  ///< at most so many
};

/// One line of a list of articles.
struct DatedHeadline {
  std::uint32_t id = 0;
  Date date;
  std::string headline;
};

/// What stands in articles together with an entity.
struct Companion {
  std::string name;
  std::uint64_t together = 0;  ///< articles with both
  std::uint64_t articles = 0;  ///< matches with the companion
  double times_expected = 0;   ///< association.h; 1 is chance
  double log_likelihood = 0;
};

struct Companions {
  EntityType type = EntityType::Person;
  std::vector<Companion> most;          ///< by `together`, then by name
  std::vector<Companion> above_chance;  ///< by `log_likelihood`, of 10.83 or more; together in 3
                                        ///< articles, and 1.5 times as often as expected, or more
};

struct EntityPage {
  /// Which entity it is about, with the articles of the whole archive. Else all below is empty.
  std::optional<NamesTaken::Name> entity;
  std::vector<NamesTaken::Name> others;       ///< it could have been, the likeliest first
  std::vector<NamesTaken::Name> suggestions;  ///< where the name is not known

  std::uint64_t total = 0;     ///< matches of the query
  std::uint64_t articles = 0;  ///< of them, those with the entity: what all that follows is about
  std::uint64_t in_lead = 0;   ///< articles with it in the title or the lead
  std::vector<Facet::Value> aliases;  ///< the names it goes by, with their articles, most first
  std::optional<DatedHeadline> first;
  std::optional<DatedHeadline> last;
  Timeline timeline;                   ///< by month where it is three years or less, else by year
  std::vector<Companions> companions;  ///< of each kind
  std::vector<Facet::Value> sources;   ///< that have it most
  std::vector<DatedHeadline> recent;   ///< newest first
};

/// The most entities that a network may have: 50 MB of counters.
inline constexpr std::size_t kLargestNetwork = 5000;

struct EntityNetworkRequest {
  Node query;  ///< resolved
  EntityTypes types;
  std::size_t limit = 200;  ///< so many entities, those that most matches have
  std::uint64_t least = 1;  ///< articles that an edge needs
};

/// Who stands in articles together with whom.
struct EntityNetwork {
  struct Node {
    EntityType type = EntityType::Person;
    std::string name;
    std::uint64_t articles = 0;
  };
  struct Edge {
    std::size_t from = 0;  ///< places in `nodes`, from < to
    std::size_t to = 0;
    std::uint64_t articles = 0;  ///< with both
    double cosine = 0;           ///< association.h
  };

  std::uint64_t total = 0;  ///< matches
  std::vector<Node> nodes;  ///< most articles first
  std::vector<Edge> edges;  ///< most articles first
};

}  // namespace dateline
