#include "searcher/names/variants.h"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "common/text/string_table.h"
#include "searcher/names/entities.h"
#include "searcher/names/entity_key.h"

namespace dateline {

namespace {

std::string_view first_word(std::string_view words) { return words.substr(0, words.find(' ')); }
std::string_view last_word(std::string_view words) { return words.substr(words.rfind(' ') + 1); }

/// Whether a full name is another with more words in front or between: "President Barack Obama",
/// "Barack Hussein Obama" of "Barack Obama".
bool is_longer_form(std::string_view words, std::string_view of) {
  if (words.size() <= of.size()) return words == of;
  const std::size_t before = words.size() - of.size();
  const bool ends_so = words.substr(before) == of && words[before - 1] == ' ';
  return ends_so || (first_word(words) == first_word(of) && last_word(words) == last_word(of));
}

/// Who has, or may have, a family name. By number of group.
struct Family {
  std::uint32_t lone = 0;                    ///< called just so
  std::vector<std::uint32_t> full;           ///< whose names end in it
  std::uint64_t articles_as_given_name = 0;  ///< of names that begin with it
};

class FamilyJoiner {
 public:
  FamilyJoiner(const Vocabulary& vocabulary, NameGroups& groups)
      : vocabulary_(vocabulary), groups_(groups) {}

  void join() {
    find_families();
    std::vector<std::uint32_t> joined(groups_.groups.size());
    for (std::uint32_t group = 0; group < joined.size(); ++group) joined[group] = group;
    bool any = false;
    for (const Family& family : families_) {
      const auto head = head_of(family);
      if (!head) continue;
      joined[family.lone] = *head;
      groups_.groups[*head].articles += groups_.groups[family.lone].articles;
      any = true;
    }
    if (any) renumber(joined);
  }

 private:
  bool is_person(const NameGroup& group) const {
    return vocabulary_.type(group.first) == EntityType::Person;
  }
  std::string_view words_of(std::uint32_t group) const {
    return vocabulary_.folded(groups_.groups[group].first);
  }

  void find_families() {
    const auto& groups = groups_.groups;  // people are the first of them
    std::uint32_t people = 0;
    for (; people < groups.size() && is_person(groups[people]); ++people) {
      const std::string_view words = words_of(people);
      if (words.empty() || words.find(' ') != std::string_view::npos) continue;
      if (names_.intern(words) == families_.size()) families_.emplace_back().lone = people;
    }
    for (std::uint32_t group = 0; group < people; ++group) {
      const std::string_view words = words_of(group);
      if (words.find(' ') == std::string_view::npos) continue;
      const std::string_view given = first_word(words), last = last_word(words);
      if (const auto family = names_.find(last)) families_[*family].full.push_back(group);
      if (given == last) continue;
      if (const auto family = names_.find(given)) {
        families_[*family].articles_as_given_name += groups[group].articles;
      }
    }
  }

  /// Of the full names that end in a family name, the one that clearly dominates.
  std::optional<std::uint32_t> head_of(const Family& family) const {
    if (family.full.empty()) return std::nullopt;
    const auto& groups = groups_.groups;
    const std::uint32_t head = *std::max_element(
        family.full.begin(), family.full.end(),
        [&](auto a, auto b) { return groups[a].articles < groups[b].articles; });
    if (groups[head].articles < kFewestArticles) return std::nullopt;
    std::uint64_t own = 0;
    std::uint64_t others = family.articles_as_given_name;
    std::unordered_map<std::string_view, std::uint64_t> relatives;  // by given name
    for (const std::uint32_t one : family.full) {
      if (is_longer_form(words_of(one), words_of(head))) {
        own += groups[one].articles;
      } else {
        others += groups[one].articles;
        relatives[first_word(words_of(one))] += groups[one].articles;
      }
    }
    std::uint64_t next = family.articles_as_given_name;
    for (const auto& relative : relatives) next = std::max(next, relative.second);
    const bool dominates =
        own >= kTimesNext * next &&
        static_cast<double>(own) >= kShareOfAll * static_cast<double>(own + others);
    return dominates ? std::make_optional(head) : std::nullopt;
  }

  /// Takes away the groups that went to others. Whether a group comes before another by its first
  /// name is not changed by what it took up.
  void renumber(const std::vector<std::uint32_t>& joined) {
    std::vector<std::uint32_t> numbers(joined.size());
    std::uint32_t kept = 0;
    for (std::uint32_t group = 0; group < joined.size(); ++group) {
      if (joined[group] != group) continue;
      groups_.groups[kept] = groups_.groups[group];
      numbers[group] = kept++;
    }
    groups_.groups.resize(kept);
    for (std::uint32_t& group : groups_.of_name) group = numbers[joined[group]];
  }

  const Vocabulary& vocabulary_;
  NameGroups& groups_;
  StringTable names_;
  std::vector<Family> families_;  ///< by number in names_
};

}  // namespace

NameGroups join_variants(const Vocabulary& vocabulary) {
  NameGroups joined;
  joined.of_name.resize(vocabulary.size());
  StringTable keys;
  std::string key;
  for (std::uint32_t place = 0; place < vocabulary.size(); ++place) {
    entity_key(vocabulary.type(place), vocabulary.name(place), vocabulary.folded(place), key);
    const std::uint32_t number = keys.intern(key);
    joined.of_name[place] = number;
    if (number == joined.groups.size()) joined.groups.push_back({place, place, 0});
    NameGroup& group = joined.groups[number];
    group.articles += vocabulary.articles(place);
    if (vocabulary.articles(place) > vocabulary.articles(group.called)) group.called = place;
  }
  return joined;
}

void join_family_names(const Vocabulary& vocabulary, NameGroups& groups) {
  FamilyJoiner(vocabulary, groups).join();
}

}  // namespace dateline
