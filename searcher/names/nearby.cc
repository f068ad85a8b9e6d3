#include "searcher/names/nearby.h"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include "common/index/name_table.h"
#include "searcher/names/entity_key.h"

namespace dateline {

namespace {

/// Of more names than this the whole vocabulary is read: of those looked at, and of those asked for.
constexpr std::size_t kMostLookedAt = 20'000;
constexpr std::size_t kMostAsked = 500;

struct InOrder {
  using Key = std::pair<EntityType, std::string>;
  bool operator()(const Key& a, const Key& b) const {
    return comes_before(a.first, a.second, b.first, b.second);
  }
};

/// Names with the articles of all segments.
using Names = std::map<InOrder::Key, std::uint64_t, InOrder>;

std::vector<std::string_view> words_of(std::string_view folded) {
  std::vector<std::string_view> words;
  for (std::size_t begin = 0; begin < folded.size();) {
    const std::size_t end = std::min(folded.find(' ', begin), folded.size());
    words.push_back(folded.substr(begin, end - begin));
    begin = end + 1;
  }
  return words;
}

/// The ids of the names that have all of some words, and of a few others.
template <class Words>
std::vector<std::uint32_t> perhaps_with(const Words& words, const NameTable& table) {
  std::vector<std::uint32_t> ids;
  bool is_first = true;
  for (const auto& word : words) {
    const std::vector<std::uint32_t> more = table.perhaps_with_word(word);
    std::vector<std::uint32_t> both;
    std::set_intersection(ids.begin(), ids.end(), more.begin(), more.end(),
                          std::back_inserter(both));
    ids = is_first ? more : both;
    is_first = false;
  }
  return ids;
}

class Collector {
 public:
  explicit Collector(Snapshot& snapshot) : snapshot_(snapshot) {}

  /// All names with the words of a folded name next to each other; false if they are too many.
  bool add(const std::string& folded) {
    const std::string wanted = ' ' + folded + ' ';
    return add_if(words_of(folded), [&](const NameTable::Name&, const std::string& words) {
      return (' ' + words + ' ').find(wanted) != std::string::npos;
    });
  }

  /// All that decides whether the names there are are one entity with others: of people, all with the
  /// same family name; of others, all with the same key. False if they are too many.
  bool add_related() {
    if (names_.size() > kMostAsked) return false;
    std::set<std::string> families, keys;
    for (const auto& [name, articles] : names_) {
      const std::string folded = folded_name(name.second);
      if (name.first == EntityType::Person) {
        families.insert(folded.substr(folded.rfind(' ') + 1));
      } else {
        keys.insert(entity_key(name.first, name.second, folded));
      }
    }
    return std::all_of(families.begin(), families.end(),
                       [&](const std::string& family) { return family.empty() || add(family); }) &&
           std::all_of(keys.begin(), keys.end(),
                       [&](const std::string& key) { return add_with_key(key); });
  }

  const Names& names() const { return names_; }

 private:
  bool add_with_key(const std::string& key) {
    for (const auto& words : words_with_key(key)) {
      const bool added =
          add_if(words, [&](const NameTable::Name& name, const std::string& folded) {
            return name.type != EntityType::Person &&
                   entity_key(name.type, name.name, folded) == key;
          });
      if (!added) return false;
    }
    return true;
  }

  /// Of the names that have all of some words those that `accept` takes, which is given them folded too.
  template <class Words, class Accept>
  bool add_if(const Words& words, const Accept& accept) {
    Names found;
    for (std::size_t part = 0; part < snapshot_.parts().size(); ++part) {
      NameTable& table = snapshot_.names(part);
      const auto ids = perhaps_with(words, table);
      if ((looked_at_ += ids.size()) > kMostLookedAt) return false;
      for (const std::uint32_t id : ids) {
        const NameTable::Name name = table.name(id);
        if (!accept(name, folded_name(name.name))) continue;
        found[{name.type, std::string(name.name)}] += name.articles;
      }
    }
    names_.insert(found.begin(), found.end());
    return true;
  }

  Snapshot& snapshot_;
  std::size_t looked_at_ = 0;
  Names names_;
};

bool collect(const Node& node, Collector& collector) {
  if (node.kind == Node::Kind::Name) {
    const std::string folded = folded_name(node.value);
    if (!folded.empty() && !collector.add(folded)) return false;
  }
  return std::all_of(node.children.begin(), node.children.end(),
                     [&](const Node& child) { return collect(child, collector); });
}

}  // namespace

std::optional<std::vector<IndexedName>> nearby_names(const Node& query, Snapshot& snapshot) {
  Collector collector(snapshot);
  if (!snapshot.manifest().settings.finds_entities()) return std::vector<IndexedName>{};
  if (!collect(query, collector) || !collector.add_related()) return std::nullopt;
  std::vector<IndexedName> names;
  for (const auto& [key, articles] : collector.names()) {
    names.push_back({key.first, key.second, articles});
  }
  return names;
}

}  // namespace dateline
