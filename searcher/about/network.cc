#include "searcher/about/network.h"

#include <algorithm>
#include <limits>
#include <utility>

#include "searcher/about/association.h"
#include "searcher/about/entity_list.h"

namespace dateline {

namespace {

constexpr std::uint32_t kNoNode = std::numeric_limits<std::uint32_t>::max();

/// A counter for each two of some nodes.
class Pairs {
 public:
  explicit Pairs(std::size_t nodes) : counts_(nodes * (nodes - 1) / 2) {}

  /// REQUIRES low < high.
  std::uint32_t& of(std::size_t low, std::size_t high) {
    return counts_[high * (high - 1) / 2 + low];
  }

 private:
  std::vector<std::uint32_t> counts_;
};

}  // namespace

EntityNetwork count_network(const EntityNetworkRequest& request, Snapshot& snapshot,
                            const Vocabulary& vocabulary, const Entities& entities,
                            EntityCounter& counter) {
  const auto top =
      counter.top(of_types_with_prefix(vocabulary, entities, request.types, ""), request.limit);
  EntityNetwork network;
  network.total = counter.total();
  if (top.empty()) return network;
  std::vector<std::uint32_t> node_of(entities.size(), kNoNode);
  for (const CountedEntity& one : top) {
    node_of[one.entity] = static_cast<std::uint32_t>(network.nodes.size());
    const KnownEntity entity = entities[one.entity];
    network.nodes.push_back({entity.type, std::string(entity.name), one.articles});
  }

  Pairs pairs(top.size());
  std::vector<std::uint32_t> present;
  for (std::size_t part = 0; part < counter.matches().size(); ++part) {
    if (counter.matches()[part].empty()) continue;
    const auto see = [&](std::uint32_t, const std::uint32_t* id, const std::uint32_t* end) {
      present.clear();
      for (; id != end; ++id) {
        const std::uint32_t node = node_of[entities.of_name(vocabulary.place_of(part, *id))];
        if (node != kNoNode) present.push_back(node);
      }
      std::sort(present.begin(), present.end());  // one with several names there is there once
      present.erase(std::unique(present.begin(), present.end()), present.end());
      for (std::size_t high = 1; high < present.size(); ++high) {
        for (std::size_t low = 0; low < high; ++low) ++pairs.of(present[low], present[high]);
      }
    };
    snapshot.names(part).for_each(counter.matches()[part], see);
  }

  const std::uint64_t least = std::max<std::uint64_t>(request.least, 1);
  for (std::size_t high = 1; high < top.size(); ++high) {
    for (std::size_t low = 0; low < high; ++low) {
      const std::uint64_t both = pairs.of(low, high);
      if (both < least) continue;
      const Together together{both, top[low].articles, top[high].articles, network.total};
      network.edges.push_back({low, high, both, cosine(together)});
    }
  }
  std::sort(network.edges.begin(), network.edges.end(), [](const auto& a, const auto& b) {
    if (a.articles != b.articles) return a.articles > b.articles;
    return a.from != b.from ? a.from < b.from : a.to < b.to;
  });
  return network;
}

}  // namespace dateline
