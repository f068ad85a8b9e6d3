#include "searcher/names/entities.h"

#include <algorithm>
#include <string_view>
#include <unordered_map>

#include "common/index/schema.h"

namespace dateline {

namespace {

/// "barack h obama" -> "barack obama"
std::string without_initials(std::string_view words) {
  std::string out;
  for (std::size_t begin = 0; begin < words.size();) {
    const std::size_t end = std::min(words.find(' ', begin), words.size());
    const bool is_inner = begin > 0 && end < words.size();
    if (!is_inner || end - begin > 1) {
      if (!out.empty()) out += ' ';
      out += words.substr(begin, end - begin);
    }
    begin = end + 1;
  }
  return out;
}

/// What names of one entity have in common.
std::string key_of(const Vocabulary& vocabulary, std::uint32_t place) {
  const IndexedName& name = vocabulary.names()[place];
  const std::string_view folded = vocabulary.folded(place);
  const std::string type(1, static_cast<char>(name.type));
  if (folded.empty()) return type + name.name;
  return type + (name.type == EntityType::Person ? without_initials(folded) : std::string(folded));
}

/// The full names that end in a family name.
struct Family {
  std::uint64_t articles = 0;
  std::uint32_t largest = 0;
  std::uint64_t articles_of_largest = 0;
};

}  // namespace

Entities::Entities(const Vocabulary& vocabulary, bool raw) {
  const auto count = static_cast<std::uint32_t>(vocabulary.names().size());
  of_name_.resize(count);
  if (raw) {
    for (std::uint32_t place = 0; place < count; ++place) {
      const IndexedName& name = vocabulary.names()[place];
      all_.push_back({name.type, name.name, {place}, name.articles});
      of_name_[place] = place;
    }
    return;
  }
  join_variants(vocabulary);
  join_family_names(vocabulary);
  remove_empty();
}

void Entities::join_variants(const Vocabulary& vocabulary) {
  std::unordered_map<std::string, std::uint32_t> by_key;
  by_key.reserve(of_name_.size());
  for (std::uint32_t place = 0; place < of_name_.size(); ++place) {
    const IndexedName& name = vocabulary.names()[place];
    const auto next = static_cast<std::uint32_t>(all_.size());
    const auto [found, is_new] = by_key.emplace(key_of(vocabulary, place), next);
    if (is_new) all_.push_back({name.type, name.name, {}, 0});
    KnownEntity& entity = all_[found->second];
    entity.names.push_back(place);
    entity.articles += name.articles;
    of_name_[place] = found->second;
  }
  for (KnownEntity& entity : all_) {
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
    const bool dominates = of_largest >= kFewestArticles &&
                           static_cast<double>(of_largest) >=
                               kDominance * static_cast<double>(articles);
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
    if (all_[i].type == type) places.push_back(i);
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
    terms.push_back(schema::entity_term(name.type, name.name));
  }
  std::sort(terms.begin(), terms.end());
  return terms;
}

}  // namespace dateline
