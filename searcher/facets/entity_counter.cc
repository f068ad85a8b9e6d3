#include "searcher/facets/entity_counter.h"

#include <algorithm>
#include <iterator>
#include <string_view>
#include <utility>

#include "searcher/facets/make_set.h"

namespace dateline {

namespace {

// What is done costs, in nanoseconds, with 100,000 articles of 15 names: walking a list, by posting;
// opening one; learning the names of a match, by name; setting up a tally, by entity.
constexpr std::uint64_t kPostingCost = 3;
constexpr std::uint64_t kListCost = 400;
constexpr std::uint64_t kNameCost = 10;
constexpr std::uint64_t kEntityCost = 2;

}  // namespace

std::uint64_t count_of(const Matches& matches) {
  std::uint64_t count = 0;
  for (const auto& part : matches) count += part.size();
  return count;
}

EntityCounter::EntityCounter(Snapshot& snapshot, const Vocabulary& vocabulary,
                             const Entities& entities, Matches matches)
    : snapshot_(snapshot),
      vocabulary_(vocabulary),
      entities_(entities),
      matches_(std::move(matches)),
      total_(count_of(matches_)),
      is_everything_(!snapshot.has_tombstones() && total_ == snapshot.articles()) {
  for (std::size_t part = 0; part < matches_.size(); ++part) {
    const ArticleRange range = snapshot_.range(part);
    is_match_.emplace_back(range.size());
    for (const Xapian::docid number : matches_[part]) is_match_.back()[range.place(number)] = true;
  }
}

Matches EntityCounter::with_names(NamePlaces names) const {
  Matches found(matches_.size());
  for (std::size_t part = 0; part < matches_.size(); ++part) {
    if (matches_[part].empty()) continue;
    std::vector<std::uint32_t>& articles = found[part];
    std::size_t lists = 0;
    for (const std::uint32_t place : names) {
      const auto id = vocabulary_.id_in(part, place);
      if (!id) continue;
      snapshot_.names(part).append_articles(*id, articles);
      ++lists;
    }
    articles.erase(std::remove_if(articles.begin(), articles.end(),
                                  [&](std::uint32_t number) { return !is_match(part, number); }),
                   articles.end());
    if (lists > 1) make_set(articles);
  }
  return found;
}

std::uint64_t EntityCounter::count_names(NamePlaces names) const {
  return count_of(with_names(names));
}

/// Whether how often it is needs no list.
bool EntityCounter::is_free(const KnownEntity& entity) const {
  return is_everything_ && entity.names.size() == 1;
}

std::uint64_t EntityCounter::count(std::uint32_t entity) const {
  const KnownEntity known = entities_[entity];
  return is_free(known) ? known.articles : count_names(known.names);
}

// An article that has an entity by several names counts once.
const std::vector<std::uint32_t>& EntityCounter::tally() {
  if (!tally_.empty()) return tally_;
  struct Count {
    std::uint32_t articles = 0;
    std::uint32_t last_article = 0;
  };
  std::vector<Count> counts(entities_.size());
  for (std::size_t part = 0; part < matches_.size(); ++part) {
    if (matches_[part].empty()) continue;
    snapshot_.names(part).for_each(
        matches_[part],
        [&](std::uint32_t number, const std::uint32_t* id, const std::uint32_t* end) {
          for (; id != end; ++id) {
            Count& count = counts[entities_.of_name(vocabulary_.place_of(part, *id))];
            if (std::exchange(count.last_article, number) != number) ++count.articles;
          }
        });
  }
  tally_.reserve(counts.size());
  for (const Count& count : counts) tally_.push_back(count.articles);
  return tally_;
}

bool EntityCounter::comes_before(const CountedEntity& a, const CountedEntity& b) const {
  if (a.articles != b.articles) return a.articles > b.articles;
  const std::string_view one = entities_[a.entity].name, other = entities_[b.entity].name;
  return one != other ? one < other : a.entity < b.entity;
}

std::vector<CountedEntity> EntityCounter::top(const Accept& accept, std::size_t limit) {
  if (limit == 0) limit = entities_.size();
  if (auto walked = walk(accept, limit)) return std::move(*walked);
  const std::vector<std::uint32_t>& counts = tally();
  const auto before = [&](const auto& a, const auto& b) { return comes_before(a, b); };
  std::vector<CountedEntity> found;
  for (const std::uint32_t entity : entities_.by_articles()) {
    if (counts[entity] > 0 && accept(entity)) found.push_back({entity, counts[entity]});
  }
  const std::size_t kept = std::min(limit, found.size());
  std::partial_sort(found.begin(), found.begin() + static_cast<std::ptrdiff_t>(kept), found.end(),
                    before);
  found.resize(kept);
  return found;
}

/// Articles have as many names as those of the archive on average.
std::uint64_t EntityCounter::tally_cost() const {
  if (!tally_.empty()) return 0;
  return total_ * vocabulary_.mentions() / std::max<std::uint64_t>(snapshot_.articles(), 1) *
             kNameCost +
         entities_.size() * kEntityCost;
}

/// None if it is more work than a tally.
std::optional<std::vector<CountedEntity>> EntityCounter::walk(const Accept& accept,
                                                              std::size_t limit) const {
  const auto before = [&](const auto& a, const auto& b) { return comes_before(a, b); };
  std::uint64_t left = tally_cost();
  std::vector<CountedEntity> kept;  // a heap, the one to go next in front, once there are `limit`
  for (const std::uint32_t entity : entities_.by_articles()) {
    const KnownEntity known = entities_[entity];
    if (kept.size() == limit && known.articles < kept.front().articles) break;
    if (!accept(entity)) continue;
    const std::uint64_t cost =
        is_free(known) ? 0
                       : known.articles * kPostingCost +
                             kListCost * known.names.size() * matches_.size();
    if (cost > left) return std::nullopt;
    left -= cost;
    const CountedEntity counted{entity, count(entity)};
    if (counted.articles == 0) continue;
    kept.push_back(counted);
    std::push_heap(kept.begin(), kept.end(), before);
    if (kept.size() <= limit) continue;
    std::pop_heap(kept.begin(), kept.end(), before);
    kept.pop_back();
  }
  std::sort(kept.begin(), kept.end(), before);
  return kept;
}

}  // namespace dateline
