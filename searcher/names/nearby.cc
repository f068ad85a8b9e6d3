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

namespace dateline {

namespace {

constexpr std::size_t kMost = 2000;

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

/// The ids of the names that have all words of a folded name, and of a few others.
std::vector<std::uint32_t> perhaps_with(std::string_view folded, const NameTable& table) {
  std::vector<std::uint32_t> ids;
  bool is_first = true;
  for (const std::string_view word : words_of(folded)) {
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

  /// All names with the words of a folded name next to each other, once; false if they are too many.
  bool add(const std::string& folded) {
    if (!asked_.insert(folded).second) return true;
    const std::string wanted = ' ' + folded + ' ';
    Names found;
    std::size_t looked_at = 0;
    for (std::size_t part = 0; part < snapshot_.parts().size(); ++part) {
      NameTable& table = snapshot_.names(part);
      const auto ids = perhaps_with(folded, table);
      if ((looked_at += ids.size()) > kMost) return false;
      for (const std::uint32_t id : ids) {
        const NameTable::Name name = table.name(id);
        if ((' ' + folded_name(name.name) + ' ').find(wanted) == std::string::npos) continue;
        found[{name.type, std::string(name.name)}] += name.articles;
      }
    }
    names_.insert(found.begin(), found.end());
    return names_.size() <= kMost;
  }

  /// All people with the family names of those there are.
  bool add_families() {
    std::set<std::string> families;
    for (const auto& [key, articles] : names_) {
      if (key.first != EntityType::Person) continue;
      const std::string folded = folded_name(key.second);
      families.insert(folded.substr(folded.rfind(' ') + 1));
    }
    return std::all_of(families.begin(), families.end(), [&](const std::string& family) {
      return family.empty() || add(family);
    });
  }

  const Names& names() const { return names_; }

 private:
  Snapshot& snapshot_;
  std::set<std::string> asked_;
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
  if (!collect(query, collector) || !collector.add_families()) return std::nullopt;
  std::vector<IndexedName> names;
  for (const auto& [key, articles] : collector.names()) {
    names.push_back({key.first, key.second, articles});
  }
  return names;
}

}  // namespace dateline
