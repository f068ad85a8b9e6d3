#include "searcher/about/entity_counter.h"

#include <algorithm>
#include <utility>

#include "common/index/schema.h"

namespace dateline {

namespace {

/// What learning the entities of a match costs, and what opening a posting list, in postings
/// walked: 7 us, 3 us, 7 ns.
constexpr std::uint64_t kArticleCost = 1000;
constexpr std::uint64_t kListCost = 400;

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
    const SegmentInfo& segment = snapshot_.manifest().segments[part];
    is_match_.emplace_back(segment.last - segment.first + 1);
    for (const Xapian::docid number : matches_[part]) {
      is_match_.back()[number - segment.first] = true;
    }
  }
}

Matches EntityCounter::with_names(const std::vector<std::uint32_t>& names) const {
  Matches found(matches_.size());
  for (std::size_t part = 0; part < matches_.size(); ++part) {
    if (matches_[part].empty()) continue;
    NameTable& table = snapshot_.names(part);
    const Xapian::docid first = snapshot_.manifest().segments[part].first;
    for (const std::uint32_t place : names) {
      const auto id = vocabulary_.id_in(part, place);
      if (!id) continue;
      std::vector<std::uint32_t> articles;
      table.append_articles(*id, articles);
      for (const std::uint32_t number : articles) {
        if (is_match_[part][number - first]) found[part].push_back(number);
      }
    }
    if (names.size() < 2) continue;
    std::sort(found[part].begin(), found[part].end());
    found[part].erase(std::unique(found[part].begin(), found[part].end()), found[part].end());
  }
  return found;
}

std::uint64_t EntityCounter::count_names(const std::vector<std::uint32_t>& names) const {
  return count_of(with_names(names));
}

/// Whether how often it is needs no posting list.
bool EntityCounter::is_free(const KnownEntity& entity) const {
  return is_everything_ && entity.names.size() == 1;
}

std::uint64_t EntityCounter::count(std::uint32_t entity) const {
  const KnownEntity& known = entities_.all()[entity];
  return is_free(known) ? known.articles : count_names(known.names);
}

std::vector<std::uint32_t> EntityCounter::tally() {
  std::vector<std::uint32_t> counts(entities_.all().size());
  ArticleEntities reader(snapshot_, vocabulary_, entities_);
  for (std::size_t part = 0; part < matches_.size(); ++part) {
    for (const Xapian::docid number : matches_[part]) {
      for (const EntityOfArticle& found : reader.of(number, part)) ++counts[found.entity];
    }
  }
  return counts;
}

bool EntityCounter::comes_before(const CountedEntity& a, const CountedEntity& b) const {
  if (a.articles != b.articles) return a.articles > b.articles;
  const KnownEntity& one = entities_.all()[a.entity];
  const KnownEntity& other = entities_.all()[b.entity];
  if (one.name != other.name) return one.name < other.name;
  return a.entity < b.entity;
}

std::vector<CountedEntity> EntityCounter::top(std::vector<std::uint32_t> candidates,
                                              std::size_t limit) {
  // Most articles in the whole archive first: that is the most a count can be.
  std::sort(candidates.begin(), candidates.end(), [&](std::uint32_t a, std::uint32_t b) {
    return entities_.all()[a].articles > entities_.all()[b].articles;
  });
  if (limit == 0) limit = candidates.size();
  if (auto walked = walk(candidates, limit)) return std::move(*walked);
  const std::vector<std::uint32_t> counts = tally();
  std::vector<CountedEntity> found;
  for (const std::uint32_t entity : candidates) {
    if (counts[entity] > 0) found.push_back({entity, counts[entity]});
  }
  std::sort(found.begin(), found.end(),
            [&](const auto& a, const auto& b) { return comes_before(a, b); });
  if (found.size() > limit) found.resize(limit);
  return found;
}

/// None if it is more work than a tally.
std::optional<std::vector<CountedEntity>> EntityCounter::walk(
    const std::vector<std::uint32_t>& candidates, std::size_t limit) const {
  const auto before = [&](const auto& a, const auto& b) { return comes_before(a, b); };
  std::uint64_t left = total_ * kArticleCost;
  std::vector<CountedEntity> kept;  // a heap, the one to go next in front, once there are `limit`
  for (const std::uint32_t entity : candidates) {
    const KnownEntity& known = entities_.all()[entity];
    if (kept.size() == limit && known.articles < kept.front().articles) break;
    const std::uint64_t cost =
        is_free(known) ? 0 : known.articles + kListCost * known.names.size() * matches_.size();
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
