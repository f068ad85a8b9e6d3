#include "searcher/names/resolve.h"

#include <algorithm>
#include <set>

namespace dateline {

namespace {

constexpr std::size_t kSuggestions = 3;

class Resolver {
 public:
  Resolver(const Vocabulary& vocabulary, const Entities& entities, const CountArticles& count)
      : vocabulary_(vocabulary), entities_(entities), count_(count) {}

  void resolve(Node& node, std::vector<NamesTaken>& taken) const {
    for (Node& child : node.children) resolve(child, taken);
    if (node.kind != Node::Kind::Name) return;
    const auto found = entities_of(vocabulary_.find(node.type, node.value, node.whole));
    node.terms.clear();
    for (const std::uint32_t entity : found) {
      for (std::string& term : terms_of(entities_.all()[entity], vocabulary_)) {
        node.terms.push_back(std::move(term));
      }
    }
    std::sort(node.terms.begin(), node.terms.end());
    NamesTaken one{node.type, node.value, described(found), {}};
    if (found.empty()) {
      auto near = entities_of(vocabulary_.suggest(node.type, node.value, kSuggestions));
      one.suggestions = described(near);
    }
    taken.push_back(std::move(one));
  }

 private:
  std::vector<std::uint32_t> entities_of(const std::vector<std::uint32_t>& names) const {
    std::set<std::uint32_t> distinct;
    for (const std::uint32_t place : names) distinct.insert(entities_.of_name(place));
    return {distinct.begin(), distinct.end()};
  }

  std::vector<NamesTaken::Name> described(const std::vector<std::uint32_t>& found) const {
    std::vector<NamesTaken::Name> names;
    for (const std::uint32_t place : found) {
      const KnownEntity& entity = entities_.all()[place];
      const std::uint64_t articles =
          entity.names.size() == 1 ? entity.articles : count_(terms_of(entity, vocabulary_));
      names.push_back({entity.type, entity.name, articles});
    }
    std::stable_sort(names.begin(), names.end(),
                     [](const auto& a, const auto& b) { return a.articles > b.articles; });
    return names;
  }

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
