#include "searcher/names/resolve.h"

#include <algorithm>
#include <utility>

namespace dateline {

namespace {

class Resolver {
 public:
  Resolver(const Vocabulary& vocabulary, const Entities& entities, const CountArticles& count)
      : vocabulary_(vocabulary), entities_(entities), count_(count) {}

  void resolve(Node& node, std::vector<NamesTaken>& taken) const {
    for (Node& child : node.children) resolve(child, taken);
    if (node.kind != Node::Kind::Name) return;
    const EntityFinder finder(vocabulary_, entities_);
    std::vector<EntityType> types;
    if (node.type) types.push_back(*node.type);
    const auto found = finder.find(types, node.value, node.whole);
    node.terms.clear();
    for (const std::uint32_t entity : found) {
      for (std::string& term : terms_of(entities_[entity], vocabulary_)) {
        node.terms.push_back(std::move(term));
      }
    }
    std::sort(node.terms.begin(), node.terms.end());
    NamesTaken one{node.type, node.value, finder.described(found, count_), {}};
    if (found.empty()) {
      one.suggestions = finder.described(finder.suggest(types, node.value), count_);
    }
    taken.push_back(std::move(one));
  }

 private:
  const Vocabulary& vocabulary_;
  const Entities& entities_;
  const CountArticles& count_;
};

}  // namespace

bool has_names(const Node& query) {
  return query.kind == Node::Kind::Name ||
         std::any_of(query.children.begin(), query.children.end(), has_names);
}

std::vector<NamesTaken> resolve_names(Node& query, const Vocabulary& vocabulary,
                                      const Entities& entities, const CountArticles& count) {
  std::vector<NamesTaken> taken;
  Resolver(vocabulary, entities, count).resolve(query, taken);
  return taken;
}

}  // namespace dateline
