#include "searcher/names/nearby.h"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

#include "common/index/name_table.h"
#include "searcher/names/entities.h"
#include "searcher/names/entity_key.h"

namespace dateline {

namespace {

/// Of more names than this the whole vocabulary is read: of those looked at, and of those asked for.
constexpr std::size_t kMostLookedAt = 20'000;
constexpr std::size_t kMostAsked = 5'000;

/// A name as name_line() has it, with the articles of all segments.
struct Found {
  std::string line;
  std::uint64_t articles = 0;

  friend bool operator<(const Found& a, const Found& b) { return a.line < b.line; }
};

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
std::vector<std::uint32_t> perhaps_with(const Words& words, NameTable& table) {
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
    const auto words = words_of(folded);
    asked_.push_back(folded);
    has_all_forms_ = has_all_forms_ && std::all_of(words.begin(), words.end(), is_in_all_forms);
    return add_if(words, [&](const NameTable::Name&, std::string_view spaced) {
      return spaced.find(wanted) != std::string_view::npos;
    });
  }

  /// All that decides whether the names there are are one entity with others; false if it is too much.
  bool add_related() {
    if (names_.size() > kMostAsked) return false;
    const std::vector<Found> asked = names_;
    std::vector<std::string> keys;
    for (const Found& one : asked) keys.push_back(key_of(one));
    if (!add_forms({keys.begin(), keys.end()})) return false;
    std::unordered_map<std::string, std::uint64_t> articles;
    for (const Found& one : names_) articles[key_of(one)] += one.articles;
    std::set<std::string> families;
    for (std::size_t i = 0; i < asked.size(); ++i) {
      if (type_of(asked[i]) != EntityType::Person) continue;
      const std::size_t space = keys[i].rfind(' ');
      // Only the lone name and one of enough articles can be one entity with another of the family.
      const bool may_join = space == std::string::npos || articles[keys[i]] >= kFewestArticles;
      if (may_join) families.insert(keys[i].substr(space == std::string::npos ? 1 : space + 1));
    }
    return std::all_of(families.begin(), families.end(),
                       [&](const std::string& family) { return add_family(family); });
  }

  std::vector<IndexedName> names() const {
    std::vector<IndexedName> names;
    for (const Found& one : names_) names.push_back({type_of(one), one.line.substr(1), one.articles});
    return names;
  }

 private:
  static EntityType type_of(const Found& found) { return kEntityTypes[found.line.front() - '0']; }

  static std::string key_of(const Found& found) {
    const std::string_view name = std::string_view(found.line).substr(1);
    return entity_key(type_of(found), name, folded_name(name));
  }

  /// All names with one of some keys, which are those of the names that were asked for.
  bool add_forms(const std::unordered_set<std::string>& keys) {
    if (!has_all_forms_) {
      return std::all_of(keys.begin(), keys.end(),
                         [&](const std::string& key) { return add_with_key(key); });
    }
    // Their forms have the words of what was asked for too, though perhaps not next to each other.
    std::string key;
    return std::all_of(asked_.begin(), asked_.end(), [&](const std::string& folded) {
      if (folded.find(' ') == std::string::npos) return true;
      return add_if(words_of(folded), [&](const NameTable::Name& name, std::string_view spaced) {
        entity_key(name.type, name.name, spaced.substr(1, spaced.size() - 2), key);
        return keys.count(key) > 0;
      });
    });
  }

  bool add_with_key(const std::string& key) {
    std::string other;
    for (const auto& words : words_with_key(key)) {
      const bool added = add_if(words, [&](const NameTable::Name& name, std::string_view spaced) {
        if (static_cast<char>(name.type) != key.front()) return false;
        entity_key(name.type, name.name, spaced.substr(1, spaced.size() - 2), other);
        return other == key;
      });
      if (!added) return false;
    }
    return true;
  }

  /// All people whose name ends in a word or begins with it.
  bool add_family(const std::string& family) {
    const std::string first = ' ' + family + ' ';
    return add_if(std::vector<std::string>{family},
                  [&](const NameTable::Name& name, std::string_view spaced) {
                    return name.type == EntityType::Person && spaced.size() >= first.size() &&
                           (spaced.substr(0, first.size()) == first ||
                            spaced.substr(spaced.size() - first.size()) == first);
                  });
  }

  /// Of the names that have all of some words those that `accept` takes, which is given them folded and
  /// between spaces too.
  template <class Words, class Accept>
  bool add_if(const Words& words, const Accept& accept) {
    std::vector<Found> found;
    std::string spaced;
    for (std::size_t part = 0; part < snapshot_.parts().size(); ++part) {
      NameTable& table = snapshot_.names(part);
      const auto ids = perhaps_with(words, table);
      if ((looked_at_ += ids.size()) > kMostLookedAt) return false;
      for (const std::uint32_t id : ids) {
        const NameTable::Name name = table.name(id);
        spaced.assign(1, ' ');
        append_folded_name(name.name, spaced);
        spaced += ' ';
        if (accept(name, spaced)) found.push_back({name_line(name.type, name.name), name.articles});
      }
    }
    add_up(found);
    std::vector<Found> both;
    both.reserve(names_.size() + found.size());
    std::set_union(std::move_iterator(names_.begin()), std::move_iterator(names_.end()),
                   std::move_iterator(found.begin()), std::move_iterator(found.end()),
                   std::back_inserter(both));
    names_ = std::move(both);
    return true;
  }

  /// Those of several segments become one each, in order.
  static void add_up(std::vector<Found>& found) {
    std::sort(found.begin(), found.end());
    std::size_t kept = 0;
    for (std::size_t i = 0; i < found.size(); ++i) {
      if (kept > 0 && found[kept - 1].line == found[i].line) {
        found[kept - 1].articles += found[i].articles;
      } else {
        if (kept != i) found[kept] = std::move(found[i]);
        ++kept;
      }
    }
    found.resize(kept);
  }

  Snapshot& snapshot_;
  std::size_t looked_at_ = 0;
  std::vector<std::string> asked_;  ///< folded
  bool has_all_forms_ = true;       ///< whether all forms of a name have all words asked for
  std::vector<Found> names_;  ///< sorted
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
  return collector.names();
}

}  // namespace dateline
