// Which names of the index are one person, organisation or place: decided for the whole archive
// when searching, from the names alone, so that nothing must be indexed again.
//
// - Names that differ in case, accents, punctuation or, of people, in initials after the first word
//   are one: "Barack Obama", "Barack H. Obama", "BARACK OBAMA"; so are, of others, "U.S. Fish &
//   Wildlife Service" and "the United States Fish and Wildlife Service". It is called as most
//   articles call it.
// - A family name alone is the full name that clearly dominates. That has kFewestArticles; with its
//   longer forms ("Barack Hussein Obama", "President Barack Obama") kTimesNext times the articles
//   of the next given name of that family, and of all names that begin with the word: "Patrick" is
//   no family name where there are "Patrick Leahy" and others; and kShareOfAll of all these
//   together, so that many cousins stand in the way as one brother does. Else it stays by itself.
//   Of the 50 commonest family names alone in an archive of 7,044 articles 27 are merged, all
//   rightly. A share of 0.8 of all full names, as this rule was before, merged 21 of them, "Obama"
//   and "Bush" not, and six words that are no family names ("Sam" with Uncle Sam, "Speaker" with
//   Madam Speaker), of which this one merges none.
//
// A user's authority rules come on top.
//
// Shares are of sums over names: an article with two forms of a name counts twice.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "searcher/names/authority.h"
#include "searcher/names/vocabulary.h"

namespace dateline {

inline constexpr std::uint64_t kTimesNext = 3;
inline constexpr double kShareOfAll = 0.6;
inline constexpr std::uint64_t kFewestArticles = 3;

struct KnownEntity {
  EntityType type = EntityType::Person;
  std::string name;
  std::vector<std::uint32_t> names;  ///< places in the vocabulary, ascending; at least one
  std::uint64_t articles = 0;        ///< of all its names together: at least as many as it has
  bool is_renamed = false;           ///< `name` is a user's, perhaps none of the index
  bool is_hidden = false;            ///< neither to be found nor counted
};

class Entities {
 public:
  /// `raw`: every name of the index stays by itself, but for the rules. Costs some 100 ms for
  /// 300,000 names.
  Entities(const Vocabulary& vocabulary, bool raw, const std::vector<AuthorityRule>& rules = {});

  const std::vector<KnownEntity>& all() const { return all_; }

  /// The place in all() of the entity with the name at that place of the vocabulary.
  std::uint32_t of_name(std::uint32_t place) const { return of_name_[place]; }

  /// The places in all() of those of a type that are not hidden, the most articles first. Sorted at
  /// the first call.
  const std::vector<std::uint32_t>& by_articles(EntityType type);

 private:
  void join_variants(const Vocabulary& vocabulary);
  /// Who has, or may have, a family name. By place in all_.
  struct Family {
    std::vector<std::uint32_t> lone;           ///< called just so
    std::vector<std::uint32_t> full;           ///< whose names end in it
    std::uint64_t articles_as_given_name = 0;  ///< of names that begin with it
  };

  void join_family_names(const Vocabulary& vocabulary);
  std::optional<std::uint32_t> head_of(const Family& family, const Vocabulary& vocabulary) const;
  void apply(const AuthorityRule& rule, const Vocabulary& vocabulary);
  std::uint32_t entity_for(const AuthorityRule& merge, const Vocabulary& vocabulary);
  void move(std::uint32_t place, std::uint32_t to, const Vocabulary& vocabulary);
  void remove_empty();

  std::vector<KnownEntity> all_;
  std::vector<std::uint32_t> of_name_;
  std::map<EntityType, std::vector<std::uint32_t>> by_articles_;
};

/// The names of an entity with their type (typed_name), sorted.
std::vector<std::string> terms_of(const KnownEntity& entity, const Vocabulary& vocabulary);

}  // namespace dateline
