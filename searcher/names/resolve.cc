#include "searcher/names/resolve.h"

#include <algorithm>

#include "common/index/schema.h"

namespace dateline {

namespace {

constexpr std::size_t kSuggestions = 3;

std::vector<NamesTaken::Name> plain_names(const Vocabulary& vocabulary,
                                          const std::vector<std::uint32_t>& places) {
  std::vector<NamesTaken::Name> names;
  for (const std::uint32_t place : places) {
    const IndexedName& name = vocabulary.names()[place];
    names.push_back({name.type, name.name, name.articles});
  }
  return names;
}

void resolve(Node& node, const Vocabulary& vocabulary, std::vector<NamesTaken>& taken) {
  for (Node& child : node.children) resolve(child, vocabulary, taken);
  if (node.kind != Node::Kind::Name) return;
  const auto places = vocabulary.find(node.type, node.value, node.whole);
  node.terms.clear();
  for (const std::uint32_t place : places) {
    const IndexedName& name = vocabulary.names()[place];
    node.terms.push_back(schema::entity_term(name.type, name.name));
  }
  std::sort(node.terms.begin(), node.terms.end());
  NamesTaken one{node.type, node.value, plain_names(vocabulary, places), {}};
  if (places.empty()) {
    one.suggestions =
        plain_names(vocabulary, vocabulary.suggest(node.type, node.value, kSuggestions));
  }
  taken.push_back(std::move(one));
}

}  // namespace

bool has_names(const Node& query) {
  return query.kind == Node::Kind::Name ||
         std::any_of(query.children.begin(), query.children.end(), has_names);
}

std::vector<NamesTaken> resolve_names(Node& query, const Vocabulary& vocabulary) {
  std::vector<NamesTaken> taken;
  resolve(query, vocabulary, taken);
  return taken;
}

}  // namespace dateline
