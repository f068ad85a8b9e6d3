// The people, organisations and places an index knows, and which of them a name in a query means.
// Read once from the tables of the segments, then kept: some milliseconds for 100,000 names. Not
// thread-safe.
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

class Vocabulary {
 public:
  /// Throws Xapian::Error.
  explicit Vocabulary(Snapshot& snapshot);
  /// REQUIRES `names` in the order that names() has them.
  explicit Vocabulary(std::vector<IndexedName> names);

  /// By type, then in the order of their bytes.
  const std::vector<IndexedName>& names() const { return names_; }

  /// The place in names() of the name of an article's record; none if no article has it.
  std::optional<std::uint32_t> place_of(EntityType type, std::string_view name) const;

  /// The place in names() of a name of a segment's table. REQUIRES an id of that table.
  std::uint32_t place_of(std::size_t segment, std::uint32_t id) const {
    return places_[segment].empty() ? id : places_[segment][id];
  }
  /// The id that a segment's table has for the name at that place, if it has it.
  std::optional<std::uint32_t> id_in(std::size_t segment, std::uint32_t place) const;

  /// Which names, by place, to look at.
  using Accept = std::function<bool(std::uint32_t place)>;

  /// Of the accepted, the places in names() of those that have the words of `name` next
  /// to each other; if `whole`, only of those that are just it, as long as there are any. Most
  /// articles first.
  std::vector<std::uint32_t> find(const Accept& accept, std::string_view name, bool whole) const;

  /// What a name that find() does not know was probably meant to be, at most `most` of them.
  std::vector<std::uint32_t> suggest(const Accept& accept, std::string_view name,
                                     std::size_t most) const;

  /// The name at a place of names() as folded_name gives it.
  std::string_view folded(std::size_t place) const;

 private:
  void read(Snapshot& snapshot);
  void fold_names();
  std::vector<std::string> words_by_articles() const;
  std::vector<std::uint32_t> containing(const Accept& accept, const std::string& wanted) const;
  void sort_by_articles(std::vector<std::uint32_t>& found) const;

  std::vector<IndexedName> names_;
  std::string folded_;                 ///< of each name: a newline, a space, its words, a space
  std::vector<std::uint32_t> begins_;  ///< of each name in folded_
  std::vector<std::vector<std::uint32_t>> places_;  ///< by segment and id; of a sole one empty
};

}  // namespace dateline
