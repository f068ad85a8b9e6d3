// Looks up the people, organisations and places of a segment: every name with the articles that have it,
// and every article with the names it has. What names in queries, facets and an article's own list of
// names are answered from; there are no terms for names. Kept in a segment's metadata
// (schema::kNamesKey) in the pieces of name_blocks.h.
#pragma once

#include <xapian.h>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "common/index/name_blocks.h"

namespace dateline {

/// Unpacked pieces of one kind: the first that are read are kept as long as they fit, of the others the
/// last.
template <class Piece>
class KeptPieces {
 public:
  explicit KeptPieces(std::size_t most_bytes) : bytes_left_(most_bytes) {}

  /// The piece of that number, valid until the next call: read(number) if it is not kept or does not
  /// fit.
  template <class Read, class Fits>
  const Piece& get(std::size_t number, const Read& read, const Fits& fits) {
    if (number < kept_.size() && kept_[number] && fits(*kept_[number])) return *kept_[number];
    if (last_ && last_number_ == number && fits(*last_)) return *last_;
    auto piece = std::make_unique<Piece>(read(number));
    if (number >= kept_.size()) kept_.resize(number + 1);
    auto& place = kept_[number];
    if (place) bytes_left_ += place->memory_bytes();
    place.reset();
    if (piece->memory_bytes() > bytes_left_) {
      last_ = std::move(piece);
      last_number_ = number;
      return *last_;
    }
    bytes_left_ -= piece->memory_bytes();
    place = std::move(piece);
    return *place;
  }

  template <class Read>
  const Piece& get(std::size_t number, const Read& read) {
    return get(number, read, [](const Piece&) { return true; });
  }

 private:
  std::size_t bytes_left_;
  std::vector<std::unique_ptr<Piece>> kept_;
  std::unique_ptr<Piece> last_;
  std::size_t last_number_ = 0;
};

/// Reads the directory of a table at first, the rest when it is asked for. Not thread-safe. Throws Error
/// if it is damaged, Xapian::Error as the database does.
class NameTable {
 public:
  /// `kept_bytes`: of unpacked names, words, lists and chunks so much each is kept in memory.
  NameTable(Xapian::Database segment, std::size_t kept_bytes);

  /// Its pieces, for whoever passes through all of them.
  const NameBlocks& blocks() const { return blocks_; }

  /// How many names there are.
  std::uint32_t size() const { return blocks_.size(); }

  struct Name {
    EntityType type = EntityType::Person;
    std::string_view name;       ///< valid until the next name is looked up
    std::uint64_t articles = 0;  ///< that have it
  };

  /// REQUIRES id < size().
  Name name(std::uint32_t id);

  std::optional<std::uint32_t> find(EntityType type, std::string_view name);

  /// The ids, ascending, of all names that have a folded word, and of a few others.
  std::vector<std::uint32_t> perhaps_with_word(std::string_view folded);

  /// Appends the numbers of the articles that have a name, ascending. REQUIRES id < size().
  void append_articles(std::uint32_t id, std::vector<std::uint32_t>& numbers);

  /// The names of an article by ascending id; none if there is no such article.
  std::vector<NameInArticle> of_article(std::uint32_t number);

  /// Calls see(number, begin, end) with the ids of each of some articles, whose numbers ascend.
  template <class Numbers, class See>
  void for_each(const Numbers& numbers, const See& see) {
    const NameChunk* chunk = nullptr;
    std::uint32_t chunk_number = 0;
    for (const std::uint32_t number : numbers) {
      if (number < blocks_.first_article()) continue;
      if (number > blocks_.last_article()) return;
      const std::uint32_t place = number - blocks_.first_article();
      if (chunk == nullptr || place / kArticlesInChunk != chunk_number) {
        chunk_number = place / kArticlesInChunk;
        chunk = &this->chunk(chunk_number, false);
      }
      if (place % kArticlesInChunk >= chunk->size()) continue;
      const auto [begin, end] = chunk->ids(place % kArticlesInChunk);
      see(number, begin, end);
    }
  }

 private:
  const NameBlock& names(std::size_t block);
  const NameChunk& chunk(std::uint32_t number, bool with_salience);

  NameBlocks blocks_;
  KeptPieces<NameBlock> names_;
  KeptPieces<NameWordBlock> words_;
  KeptPieces<NameListBlock> lists_;
  KeptPieces<NameChunk> chunks_;
};

}  // namespace dateline
