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

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/names/authority.h"
#include "searcher/names/vocabulary.h"

namespace dateline {

inline constexpr std::uint64_t kTimesNext = 3;
inline constexpr double kShareOfAll = 0.6;
inline constexpr std::uint64_t kFewestArticles = 3;

/// Places in the vocabulary, ascending. Valid as long as the Entities they are of.
class NamePlaces {
 public:
  NamePlaces(const std::uint32_t* begin, std::size_t size) : begin_(begin), size_(size) {}
  const std::uint32_t* begin() const { return begin_; }
  const std::uint32_t* end() const { return begin_ + size_; }
  std::size_t size() const { return size_; }
  std::uint32_t front() const { return *begin_; }

 private:
  const std::uint32_t* begin_;
  std::size_t size_;
};

struct KnownEntity {
  EntityType type;
  std::string_view name;   ///< valid as long as the Entities and the vocabulary
  NamePlaces names;        ///< at least one
  std::uint64_t articles;  ///< of all its names together: at least as many as it has
  bool is_renamed;         ///< `name` is a user's, perhaps none of the index
  bool is_hidden;          ///< neither to be found nor counted
};

/// An entity has a number: 0, 1, 2 ...
class Entities {
 public:
  /// `raw`: every name of the index stays by itself, but for the rules. REQUIRES the vocabulary to
  /// outlive this.
  Entities(const Vocabulary& vocabulary, bool raw, const std::vector<AuthorityRule>& rules = {});

  std::uint32_t size() const { return static_cast<std::uint32_t>(records_.size()); }

  /// REQUIRES entity < size().
  KnownEntity operator[](std::uint32_t entity) const;

  /// The entity with the name at that place of the vocabulary.
  std::uint32_t of_name(std::uint32_t place) const { return of_name_[place]; }

  /// Those whose name is a user's.
  const std::vector<std::uint32_t>& renamed() const { return renamed_; }

  /// Those that are not hidden, the most articles first. Sorted at the first call.
  const std::vector<std::uint32_t>& by_articles() const;

 private:
  struct Record {
    std::uint32_t begin = 0;  ///< of its names in members_
    std::uint32_t count = 0;
    std::uint32_t called = 0;  ///< the place of its name, or if it is renamed in new_names_
    std::uint64_t articles = 0;
    EntityType type = EntityType::Person;
    bool is_renamed = false;
    bool is_hidden = false;
  };

  NamePlaces names_of(const Record& record) const {
    return {members_.data() + record.begin, record.count};
  }
  void list_members();
  void apply(const AuthorityRule& rule);
  void rename(Record& record, const std::string& name);
  std::uint32_t entity_for(const AuthorityRule& merge);
  void move(const std::vector<std::uint32_t>& places, std::uint32_t to);
  void remove_empty();

  const Vocabulary& vocabulary_;
  std::vector<Record> records_;
  std::vector<std::uint32_t> of_name_;
  std::vector<std::uint32_t> members_;
  std::vector<std::string> new_names_;
  std::vector<std::uint32_t> renamed_;
  mutable std::vector<std::uint32_t> by_articles_;
};

/// The names of an entity with their type (typed_name), sorted.
std::vector<std::string> terms_of(const KnownEntity& entity, const Vocabulary& vocabulary);

}  // namespace dateline
