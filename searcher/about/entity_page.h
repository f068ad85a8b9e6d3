// All that the archive knows of one person, organisation or place: what --about prints.
#pragma once

#include <functional>

#include "searcher/about/answers.h"
#include "searcher/facets/entity_counter.h"
#include "searcher/names/find_entities.h"

namespace dateline {

/// The entities that a name can mean, the likeliest first: those of most articles, one with a name
/// that is just it counted tenfold, so that "America" is the United States before it is Bank of
/// America, and "York" New York before a Mr York of few articles.
std::vector<std::uint32_t> likeliest_entities(const std::string& name, const EntityTypes& types,
                                              const Vocabulary& vocabulary,
                                              const Entities& entities);

class EntityPageMaker {
 public:
  /// `count` counts in the whole archive. REQUIRES all to outlive the maker, and `counter` to be
  /// over the matches of the queries of the requests.
  EntityPageMaker(Snapshot& snapshot, const Vocabulary& vocabulary, const Entities& entities,
                  EntityCounter& counter, CountArticles count)
      : snapshot_(snapshot),
        vocabulary_(vocabulary),
        entities_(entities),
        counter_(counter),
        count_(std::move(count)) {}

  /// Throws Xapian::Error, Error.
  EntityPage make(const EntityPageRequest& request);

 private:
  struct Dated {
    Date date;
    Xapian::docid document = 0;  ///< of the whole snapshot
    std::uint32_t id = 0;
  };

  void choose(const EntityPageRequest& request, EntityPage& page);
  std::vector<Facet::Value> aliases() const;
  void add_times(const Matches& articles, std::uint32_t headlines, EntityPage& page);
  std::vector<Dated> dated(const Matches& articles) const;
  DatedHeadline headline(const Dated& article);
  std::uint64_t count_in_lead(const Matches& articles);
  Companions companions(EntityType type, const std::vector<std::uint32_t>& together,
                        const EntityPage& page, std::size_t limit) const;
  std::vector<Companion> above_chance(std::vector<CountedEntity> candidates, const EntityPage& page,
                                      std::size_t limit) const;
  Companion companion(const CountedEntity& counted, const EntityPage& page) const;

  Snapshot& snapshot_;
  const Vocabulary& vocabulary_;
  const Entities& entities_;
  EntityCounter& counter_;
  CountArticles count_;
  std::uint32_t entity_ = 0;  ///< that make() is about, by its number
};

}  // namespace dateline
