#include "searcher/names/entities.h"

#include <algorithm>
#include <string_view>
#include <unordered_map>

#include "common/entity.h"
#include "common/text/string_table.h"

namespace dateline {

namespace {

/// Appends words without those of one letter inside: "barack h obama" -> "barack obama"
void append_without_initials(std::string_view words, std::string& out) {
  for (std::size_t begin = 0; begin < words.size();) {
    const std::size_t end = std::min(words.find(' ', begin), words.size());
    const bool is_inner = begin > 0 && end < words.size();
    if (!is_inner || end - begin > 1) {
      if (begin > 0) out += ' ';
      out += words.substr(begin, end - begin);
    }
    begin = end + 1;
  }
}

/// What names of one entity have in common.
void make_key(const Vocabulary& vocabulary, std::uint32_t place, std::string& key) {
  const IndexedName& name = vocabulary.names()[place];
  const std::string_view folded = vocabulary.folded(place);
  key.assign(1, static_cast<char>(name.type));
  if (folded.empty()) {
    key += name.name;
  } else if (name.type == EntityType::Person) {
    append_without_initials(folded, key);
  } else {
    key += folded;
  }
}

/// The full names that end in a family name.
struct Family {
  std::uint64_t articles = 0;
  std::uint32_t largest = 0;
  std::uint64_t articles_of_largest = 0;
};

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
  std::string key;
  for (std::uint32_t place = 0; place < of_name_.size(); ++place) {
    const IndexedName& name = vocabulary.names()[place];
    make_key(vocabulary, place, key);
    const std::uint32_t number = keys.intern(key);
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
  std::unordered_map<std::string_view, Family> families;
  std::vector<std::uint32_t> lone;
  for (std::uint32_t i = 0; i < all_.size(); ++i) {
    if (all_[i].type != EntityType::Person) continue;
    const std::string_view words = vocabulary.folded(all_[i].names.front());
    const std::size_t space = words.rfind(' ');
    if (space == std::string_view::npos) {
      lone.push_back(i);
      continue;
    }
    Family& family = families[words.substr(space + 1)];
    family.articles += all_[i].articles;
    if (all_[i].articles <= family.articles_of_largest) continue;
    family.largest = i;
    family.articles_of_largest = all_[i].articles;
  }
  for (const std::uint32_t i : lone) {
    const auto family = families.find(vocabulary.folded(all_[i].names.front()));
    if (family == families.end()) continue;
    const auto [articles, largest, of_largest] = family->second;
    const bool dominates =
        of_largest >= kFewestArticles &&
        static_cast<double>(of_largest) >= kDominance * static_cast<double>(articles);
    if (!dominates) continue;
    KnownEntity& full = all_[largest];
    full.names.insert(full.names.end(), all_[i].names.begin(), all_[i].names.end());
    std::sort(full.names.begin(), full.names.end());
    full.articles += all_[i].articles;
    all_[i].names.clear();
  }
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
