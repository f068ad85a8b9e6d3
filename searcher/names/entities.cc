#include "searcher/names/entities.h"

#include <algorithm>
#include <string_view>
#include <unordered_map>

#include "common/entity.h"
#include "common/text/string_table.h"
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

/// The places of names that are just `name`.
std::vector<std::uint32_t> places_of(const Vocabulary& vocabulary, EntityType type,
                                     const std::string& name) {
  const std::string folded = folded_name(name);
  return vocabulary.find(
      [&](std::uint32_t place) {
        return vocabulary.names()[place].type == type && vocabulary.folded(place) == folded;
      },
      name, true);
}

}  // namespace

Entities::Entities(const Vocabulary& vocabulary, bool raw,
                   const std::vector<AuthorityRule>& rules) {
  const auto count = static_cast<std::uint32_t>(vocabulary.names().size());
  of_name_.resize(count);
  if (raw) {
    for (std::uint32_t place = 0; place < count; ++place) {
      const IndexedName& name = vocabulary.names()[place];
      all_.push_back({name.type, name.name, {place}, name.articles, false, false});
      of_name_[place] = place;
    }
  } else {
    join_variants(vocabulary);
    join_family_names(vocabulary);
    remove_empty();
  }
  for (const AuthorityRule& rule : rules) apply(rule, vocabulary);
  remove_empty();
}

void Entities::apply(const AuthorityRule& rule, const Vocabulary& vocabulary) {
  for (const std::uint32_t place : places_of(vocabulary, rule.type, rule.name)) {
    KnownEntity& entity = all_[of_name_[place]];
    switch (rule.action) {
      case AuthorityRule::Action::Hide:
        entity.is_hidden = true;
        break;
      case AuthorityRule::Action::Retype:
        entity.type = rule.to_type;
        break;
      case AuthorityRule::Action::Rename:
        entity.name = rule.to;
        entity.is_renamed = true;
        break;
      case AuthorityRule::Action::Merge: {
        // A form of another name leaves it alone; the name itself takes its forms along.
        const bool is_itself = folded_name(entity.name) == folded_name(rule.name);
        const std::vector<std::uint32_t> moved =
            is_itself ? entity.names : std::vector<std::uint32_t>{place};
        const std::uint32_t to = entity_for(rule, vocabulary);
        for (const std::uint32_t one : moved) move(one, to, vocabulary);
        break;
      }
    }
  }
}

/// The entity that a rule merges into, made if there is none. References to entities become
/// invalid.
std::uint32_t Entities::entity_for(const AuthorityRule& merge, const Vocabulary& vocabulary) {
  const auto places = places_of(vocabulary, merge.type, merge.to);
  if (!places.empty()) return of_name_[places.front()];
  for (std::uint32_t i = 0; i < all_.size(); ++i) {
    if (all_[i].is_renamed && all_[i].type == merge.type && all_[i].name == merge.to) return i;
  }
  all_.push_back({merge.type, merge.to, {}, 0, true, false});
  return static_cast<std::uint32_t>(all_.size() - 1);
}

void Entities::move(std::uint32_t place, std::uint32_t to, const Vocabulary& vocabulary) {
  const std::uint32_t from = of_name_[place];
  if (from == to) return;
  auto& names = all_[from].names;
  names.erase(std::find(names.begin(), names.end(), place));
  all_[from].articles -= vocabulary.names()[place].articles;
  all_[to].names.push_back(place);
  std::sort(all_[to].names.begin(), all_[to].names.end());
  all_[to].articles += vocabulary.names()[place].articles;
  of_name_[place] = to;
}

void Entities::join_variants(const Vocabulary& vocabulary) {
  StringTable keys;
  for (std::uint32_t place = 0; place < of_name_.size(); ++place) {
    const IndexedName& name = vocabulary.names()[place];
    const std::uint32_t number =
        keys.intern(entity_key(name.type, name.name, vocabulary.folded(place)));
    if (number == all_.size()) all_.push_back({name.type, name.name, {}, 0, false, false});
    KnownEntity& entity = all_[number];
    entity.names.push_back(place);
    entity.articles += name.articles;
    of_name_[place] = number;
  }
  for (KnownEntity& entity : all_) {
    if (entity.names.size() == 1) continue;
    const auto commonest = std::max_element(
        entity.names.begin(), entity.names.end(), [&](std::uint32_t a, std::uint32_t b) {
          return vocabulary.names()[a].articles < vocabulary.names()[b].articles;
        });
    entity.name = vocabulary.names()[*commonest].name;
  }
}

void Entities::join_family_names(const Vocabulary& vocabulary) {
  const auto words_of = [&](std::uint32_t entity) {
    return vocabulary.folded(all_[entity].names.front());
  };
  std::unordered_map<std::string_view, Family> families;
  for (std::uint32_t i = 0; i < all_.size(); ++i) {
    const bool is_lone = words_of(i).find(' ') == std::string_view::npos;
    if (all_[i].type == EntityType::Person && is_lone) families[words_of(i)].lone.push_back(i);
  }
  for (std::uint32_t i = 0; i < all_.size(); ++i) {
    const std::string_view words = words_of(i);
    if (all_[i].type != EntityType::Person || words.find(' ') == std::string_view::npos) continue;
    const auto family = families.find(last_word(words));
    if (family != families.end()) family->second.full.push_back(i);
    if (first_word(words) == last_word(words)) continue;
    const auto given = families.find(first_word(words));
    if (given != families.end()) given->second.articles_as_given_name += all_[i].articles;
  }
  for (const auto& [name, family] : families) {
    const auto head = head_of(family, vocabulary);
    if (!head) continue;
    KnownEntity& full = all_[*head];
    for (const std::uint32_t lone : family.lone) {
      full.names.insert(full.names.end(), all_[lone].names.begin(), all_[lone].names.end());
      full.articles += all_[lone].articles;
      all_[lone].names.clear();
    }
    std::sort(full.names.begin(), full.names.end());
  }
}

/// Of the full names that end in a family name, the one that clearly dominates.
std::optional<std::uint32_t> Entities::head_of(const Family& family,
                                               const Vocabulary& vocabulary) const {
  if (family.full.empty()) return std::nullopt;
  const auto words_of = [&](std::uint32_t entity) {
    return vocabulary.folded(all_[entity].names.front());
  };
  const std::uint32_t head =
      *std::max_element(family.full.begin(), family.full.end(),
                        [&](auto a, auto b) { return all_[a].articles < all_[b].articles; });
  if (all_[head].articles < kFewestArticles) return std::nullopt;
  std::uint64_t own = 0;
  std::uint64_t others = family.articles_as_given_name;
  std::unordered_map<std::string_view, std::uint64_t> relatives;  // by given name
  for (const std::uint32_t one : family.full) {
    if (is_longer_form(words_of(one), words_of(head))) {
      own += all_[one].articles;
    } else {
      others += all_[one].articles;
      relatives[first_word(words_of(one))] += all_[one].articles;
    }
  }
  std::uint64_t next = family.articles_as_given_name;
  for (const auto& relative : relatives) next = std::max(next, relative.second);
  const bool dominates =
      own >= kTimesNext * next &&
      static_cast<double>(own) >= kShareOfAll * static_cast<double>(own + others);
  return dominates ? std::make_optional(head) : std::nullopt;
}

void Entities::remove_empty() {
  all_.erase(std::remove_if(all_.begin(), all_.end(),
                            [](const KnownEntity& entity) { return entity.names.empty(); }),
             all_.end());
  for (std::uint32_t i = 0; i < all_.size(); ++i) {
    for (const std::uint32_t place : all_[i].names) of_name_[place] = i;
  }
}

const std::vector<std::uint32_t>& Entities::by_articles(EntityType type) {
  auto& places = by_articles_[type];
  if (!places.empty()) return places;
  for (std::uint32_t i = 0; i < all_.size(); ++i) {
    if (all_[i].type == type && !all_[i].is_hidden) places.push_back(i);
  }
  std::stable_sort(places.begin(), places.end(), [&](std::uint32_t a, std::uint32_t b) {
    return all_[a].articles > all_[b].articles;
  });
  return places;
}

std::vector<std::string> terms_of(const KnownEntity& entity, const Vocabulary& vocabulary) {
  std::vector<std::string> terms;
  for (const std::uint32_t place : entity.names) {
    const IndexedName& name = vocabulary.names()[place];
    terms.push_back(typed_name(name.type, name.name));
  }
  std::sort(terms.begin(), terms.end());
  return terms;
}

}  // namespace dateline
