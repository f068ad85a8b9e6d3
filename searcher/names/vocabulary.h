// The people, organisations and places an index knows, and which of them a name in a query means.
// Read once from the tables of the segments, then kept. Not thread-safe.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/entity.h"
#include "common/index/snapshot.h"

namespace dateline {

/// One name of the index.
struct IndexedName {
  EntityType type = EntityType::Person;
  std::string name;            ///< as written
  std::uint64_t articles = 0;  ///< deleted ones included, until they are merged away
};

/// `text` as names are compared: its words without case, accents and punctuation between them, one
/// space apart. "Kassym-Jomart TOKAYEV" -> "kassym jomart tokayev"
std::string folded_name(std::string_view text);

/// Appends it.
void append_folded_name(std::string_view text, std::string& out);

/// A name has a place: by type, then in the order of their bytes. Memory: twice the bytes of the names,
/// and 16 bytes each.
class Vocabulary {
 public:
  /// Throws Error, Xapian::Error.
  explicit Vocabulary(Snapshot& snapshot);
  /// REQUIRES `names` in the order of their places.
  explicit Vocabulary(const std::vector<IndexedName>& names);

  std::uint32_t size() const { return static_cast<std::uint32_t>(articles_.size()); }
  /// The articles of all names together.
  std::uint64_t mentions() const { return mentions_; }

  // Of the name at a place, which is below size(). Texts are valid as long as the vocabulary.
  EntityType type(std::uint32_t place) const;
  std::string_view name(std::uint32_t place) const {
    return std::string_view(names_).substr(name_ends_[place], name_ends_[place + 1] - name_ends_[place]);
  }
  std::uint64_t articles(std::uint32_t place) const { return articles_[place]; }
  /// As folded_name gives it.
  std::string_view folded(std::uint32_t place) const;

  /// The place of a name of an article's record; none if no article has it.
  std::optional<std::uint32_t> place_of(EntityType type, std::string_view name) const;

  /// The place of a name of a segment's table. REQUIRES an id of that table.
  std::uint32_t place_of(std::size_t segment, std::uint32_t id) const {
    return places_[segment].empty() ? id : places_[segment][id];
  }
  /// The id that a segment's table has for the name at that place, if it has it.
  std::optional<std::uint32_t> id_in(std::size_t segment, std::uint32_t place) const;

  /// Which names, by place, to look at.
  using Accept = std::function<bool(std::uint32_t place)>;

  /// Of the accepted, the places of those that have the words of `name` next to each other; if `whole`,
  /// only of those that are just it, as long as there are any. Most articles first.
  std::vector<std::uint32_t> find(const Accept& accept, std::string_view name, bool whole) const;

  /// What a name that find() does not know was probably meant to be, at most `most` of them.
  std::vector<std::uint32_t> suggest(const Accept& accept, std::string_view name,
                                     std::size_t most) const;

 private:
  void read(Snapshot& snapshot);
  void reserve(std::size_t names);
  void add(EntityType type, std::string_view name, std::uint64_t articles);
  std::vector<std::string> words_by_articles() const;
  std::vector<std::uint32_t> containing(const Accept& accept, const std::string& wanted) const;
  void sort_by_articles(std::vector<std::uint32_t>& found) const;

  std::string names_;
  std::vector<std::uint32_t> name_ends_ = {0};  ///< in names_, behind a 0
  std::string folded_;                 ///< of each name: a newline, a space, its words, a space
  std::vector<std::uint32_t> begins_;  ///< of each name in folded_
  std::vector<std::uint32_t> articles_;
  std::uint64_t mentions_ = 0;
  std::vector<std::uint32_t> type_ends_;  ///< of the places of each type
  std::vector<std::vector<std::uint32_t>> places_;  ///< by segment and id; of a sole one empty
};

}  // namespace dateline
