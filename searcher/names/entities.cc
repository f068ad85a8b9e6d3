#include "searcher/names/entities.h"

#include <algorithm>
#include <iterator>
#include <numeric>
#include <utility>

#include "searcher/names/variants.h"

namespace dateline {

namespace {

/// The places of names that are just `name`.
std::vector<std::uint32_t> places_of(const Vocabulary& vocabulary, EntityType type,
                                     const std::string& name) {
  const std::string folded = folded_name(name);
  return vocabulary.find(
      [&](std::uint32_t place) {
        return vocabulary.type(place) == type && vocabulary.folded(place) == folded;
      },
      name, true);
}

}  // namespace

Entities::Entities(const Vocabulary& vocabulary, bool raw,
                   const std::vector<AuthorityRule>& rules)
    : vocabulary_(vocabulary) {
  if (raw) {
    of_name_.resize(vocabulary.size());
    std::iota(of_name_.begin(), of_name_.end(), 0);
    records_.resize(vocabulary.size());
    for (std::uint32_t place = 0; place < vocabulary.size(); ++place) {
      records_[place].called = place;
      records_[place].type = vocabulary.type(place);
      records_[place].articles = vocabulary.articles(place);
    }
  } else {
    NameGroups joined = join_variants(vocabulary);
    join_family_names(vocabulary, joined);
    of_name_ = std::move(joined.of_name);
    records_.resize(joined.groups.size());
    for (std::size_t i = 0; i < records_.size(); ++i) {
      records_[i].called = joined.groups[i].called;
      records_[i].type = vocabulary.type(joined.groups[i].first);
      records_[i].articles = joined.groups[i].articles;
    }
  }
  list_members();
  for (const AuthorityRule& rule : rules) apply(rule);
  if (!rules.empty()) remove_empty();
}

KnownEntity Entities::operator[](std::uint32_t entity) const {
  const Record& record = records_[entity];
  const std::string_view name = record.is_renamed ? std::string_view(new_names_[record.called])
                                                  : vocabulary_.name(record.called);
  return {record.type,     name,
          names_of(record), record.articles,
          record.is_renamed, record.is_hidden};
}

/// From of_name_, which places each has.
void Entities::list_members() {
  for (const std::uint32_t entity : of_name_) ++records_[entity].count;
  std::uint32_t begin = 0;
  for (Record& record : records_) {
    record.begin = begin;
    begin += std::exchange(record.count, 0);
  }
  members_.resize(of_name_.size());
  for (std::uint32_t place = 0; place < of_name_.size(); ++place) {
    Record& record = records_[of_name_[place]];
    members_[record.begin + record.count++] = place;
  }
}

void Entities::apply(const AuthorityRule& rule) {
  for (const std::uint32_t place : places_of(vocabulary_, rule.type, rule.name)) {
    Record& record = records_[of_name_[place]];
    switch (rule.action) {
      case AuthorityRule::Action::Hide:
        record.is_hidden = true;
        break;
      case AuthorityRule::Action::Retype:
        record.type = rule.to_type;
        break;
      case AuthorityRule::Action::Rename:
        rename(record, rule.to);
        break;
      case AuthorityRule::Action::Merge: {
        // A form of another name leaves it alone; the name itself takes its forms along.
        const KnownEntity entity = (*this)[of_name_[place]];
        std::vector<std::uint32_t> moved = {place};
        if (folded_name(entity.name) == folded_name(rule.name)) {
          moved.assign(entity.names.begin(), entity.names.end());
        }
        move(moved, entity_for(rule));
        break;
      }
    }
  }
}

void Entities::rename(Record& record, const std::string& name) {
  record.is_renamed = true;
  record.called = static_cast<std::uint32_t>(new_names_.size());
  new_names_.push_back(name);
}

/// The entity that a rule merges into, made if there is none. References to records become invalid.
std::uint32_t Entities::entity_for(const AuthorityRule& merge) {
  const auto places = places_of(vocabulary_, merge.type, merge.to);
  if (!places.empty()) return of_name_[places.front()];
  for (std::uint32_t i = 0; i < records_.size(); ++i) {
    const Record& record = records_[i];
    if (record.is_renamed && record.type == merge.type && new_names_[record.called] == merge.to) {
      return i;
    }
  }
  records_.emplace_back().type = merge.type;
  rename(records_.back(), merge.to);
  return static_cast<std::uint32_t>(records_.size() - 1);
}

/// `places` are of one entity. The lists of both are written anew behind the others.
void Entities::move(const std::vector<std::uint32_t>& places, std::uint32_t to) {
  const std::uint32_t from = of_name_[places.front()];
  if (from == to) return;
  for (const std::uint32_t place : places) {
    of_name_[place] = to;
    records_[from].articles -= vocabulary_.articles(place);
    records_[to].articles += vocabulary_.articles(place);
  }
  std::vector<std::uint32_t> both(names_of(records_[from]).begin(), names_of(records_[from]).end());
  both.insert(both.end(), names_of(records_[to]).begin(), names_of(records_[to]).end());
  std::sort(both.begin(), both.end());
  for (const std::uint32_t entity : {from, to}) {
    Record& record = records_[entity];
    record.begin = static_cast<std::uint32_t>(members_.size());
    std::copy_if(both.begin(), both.end(), std::back_inserter(members_),
                 [&](std::uint32_t place) { return of_name_[place] == entity; });
    record.count = static_cast<std::uint32_t>(members_.size()) - record.begin;
  }
}

void Entities::remove_empty() {
  records_.erase(std::remove_if(records_.begin(), records_.end(),
                                [](const Record& record) { return record.count == 0; }),
                 records_.end());
  for (std::uint32_t i = 0; i < records_.size(); ++i) {
    for (const std::uint32_t place : names_of(records_[i])) of_name_[place] = i;
    if (records_[i].is_renamed) renamed_.push_back(i);
  }
}

// Most have a single article: only the others need sorting.
const std::vector<std::uint32_t>& Entities::by_articles() const {
  if (!by_articles_.empty()) return by_articles_;
  for (std::uint32_t i = 0; i < records_.size(); ++i) {
    if (!records_[i].is_hidden) by_articles_.push_back(i);
  }
  const auto few = std::stable_partition(by_articles_.begin(), by_articles_.end(),
                                         [&](auto i) { return records_[i].articles > 1; });
  std::stable_sort(by_articles_.begin(), few, [&](std::uint32_t a, std::uint32_t b) {
    return records_[a].articles > records_[b].articles;
  });
  return by_articles_;
}

std::vector<std::string> terms_of(const KnownEntity& entity, const Vocabulary& vocabulary) {
  std::vector<std::string> terms;
  for (const std::uint32_t place : entity.names) {
    terms.push_back(typed_name(vocabulary.type(place), vocabulary.name(place)));
  }
  std::sort(terms.begin(), terms.end());
  return terms;
}

}  // namespace dateline
