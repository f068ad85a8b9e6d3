// The people, organisations and places of a segment: every name with the articles that have it, and
// every article with the names it has. What names in queries, facets and an article's own list of
// names are answered from; there are no terms for names. Kept in a segment's metadata: schema::kNamesKey.
//
// A name has a number, its id: its place among all names of the segment in the order of kEntityTypes,
// then of bytes. Names and their lists of articles come in blocks of kNamesInBlock, what articles have
// in chunks of kArticlesInChunk numbers; each block and chunk is read by itself.
#pragma once

#include <xapian.h>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "common/entity.h"
#include "common/index/front_coding.h"
#include "common/index/packed.h"

namespace dateline {

inline constexpr std::size_t kNamesInBlock = 512;
/// The fewer, the sooner one article's names are read: 256 cost 10 us, and 1 % more space than 1,024.
inline constexpr std::uint32_t kArticlesInChunk = 256;

/// One name of an article.
struct NameInArticle {
  std::uint32_t id = 0;
  std::uint32_t count = 1;  ///< as of ArticleName
  bool in_lead = false;
};

/// Builds the table of one segment or batch: first all names, then all articles.
class NameTableWriter {
 public:
  /// `first`: no article has a smaller number.
  explicit NameTableWriter(std::uint32_t first) : first_(first) {}

  /// The next name in the order of ids. REQUIRES `articles` ascending, not empty.
  void add(EntityType type, std::string_view name, const std::vector<std::uint32_t>& articles);

  /// What an article has. REQUIRES ascending numbers of articles, and `names` by ascending id.
  void add_article(std::uint32_t number, const std::vector<NameInArticle>& names);

  /// The table; leaves nothing. Empty without names.
  SideTable finish();

 private:
  void end_block();
  void end_chunk();
  unsigned write_words();

  std::uint32_t first_;
  std::uint32_t last_ = 0;
  BlockPacker packer_;
  SideTable table_;
  std::string directory_;
  std::uint32_t ids_given_ = 0;
  std::uint64_t of_type_[std::size(kEntityTypes)] = {};
  std::size_t blocks_ = 0;
  FrontCoder block_names_;
  std::string counts_, list_sizes_, lists_;
  std::size_t chunks_ = 0;
  std::uint32_t in_chunk_ = 0;
  std::string how_many_, ids_, salience_;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> words_;  ///< hash of a word, id of a name with it
};

/// What some articles with neighbouring numbers have.
class NameChunk {
 public:
  /// The ids of the names of the article at a place of the chunk, ascending.
  std::pair<const std::uint32_t*, const std::uint32_t*> ids(std::size_t place) const {
    return {ids_.data() + begins_[place], ids_.data() + begins_[place + 1]};
  }
  std::size_t size() const { return begins_.size() - 1; }

 private:
  friend class NameTable;
  std::vector<std::uint32_t> begins_ = {0};  ///< in ids_; one more than articles
  std::vector<std::uint32_t> ids_;
  std::string salience_;  ///< packed
};

/// Reads the table of one segment: its directory at first, the rest when it is asked for. Not
/// thread-safe. Throws Error if it is damaged, Xapian::Error as the database does.
class NameTable {
 public:
  explicit NameTable(Xapian::Database segment);

  /// How many names there are.
  std::uint32_t size() const { return static_cast<std::uint32_t>(type_ends_.back()); }

  struct Name {
    EntityType type = EntityType::Person;
    std::string_view name;       ///< valid as long as the table
    std::uint64_t articles = 0;  ///< that have it
  };

  /// REQUIRES id < size(). Keeps what it reads.
  Name name(std::uint32_t id);

  std::optional<std::uint32_t> find(EntityType type, std::string_view name);

  /// The ids, ascending, of all names that have a folded word, and of a few others.
  std::vector<std::uint32_t> perhaps_with_word(std::string_view folded) const;

  /// Appends the numbers of the articles that have a name, ascending.
  void append_articles(std::uint32_t id, std::vector<std::uint32_t>& numbers);

  /// The names of an article by ascending id; none if there is no such article.
  std::vector<NameInArticle> of_article(std::uint32_t number);

  /// Calls see(number, begin, end) with the ids of each of some articles, whose numbers ascend.
  template <class Numbers, class See>
  void for_each(const Numbers& numbers, const See& see) const {
    NameChunk chunk;
    std::uint32_t loaded = 0;  // number of the chunk, and one
    for (const std::uint32_t number : numbers) {
      if (number < first_) continue;
      const std::uint32_t wanted = (number - first_) / kArticlesInChunk;
      if (number > last_) return;
      if (wanted + 1 != loaded) chunk = read_chunk(wanted);
      loaded = wanted + 1;
      const std::uint32_t place = (number - first_) % kArticlesInChunk;
      if (place >= chunk.size()) continue;
      const auto [begin, end] = chunk.ids(place);
      see(number, begin, end);
    }
  }

  /// All articles have numbers from the first to the last of these.

  // Of use when tables are joined.
  void forget_names() { blocks_[forgotten_++].reset(); }  ///< of one more block, from the first on
  std::uint32_t first_article() const { return first_; }
  std::uint32_t last_article() const { return last_; }
  std::uint32_t chunks() const { return chunks_; }
  NameChunk read_chunk(std::uint32_t number) const;
  static std::vector<NameInArticle> articles_names(const NameChunk& chunk, std::size_t place,
                                                   PackedReader& salience);
  static PackedReader salience(const NameChunk& chunk);

 private:
  struct Block {
    Lines names;
    std::vector<std::uint64_t> counts;
  };

  struct ListBlock {
    std::size_t number = 0;
    std::string bytes;
    std::vector<std::size_t> ends;  ///< in bytes, from where the first list begins
    std::size_t begin = 0;
  };

  const ListBlock& lists(std::size_t number);
  EntityType type_of(std::uint32_t id) const;
  const Block& block(std::size_t number);

  Xapian::Database segment_;
  mutable BlockUnpacker unpacker_;
  std::uint32_t first_ = 0;
  std::uint32_t last_ = 0;
  std::uint32_t chunks_ = 0;
  unsigned word_bits_ = 0;  ///< there are 2 to the power of this buckets
  std::vector<std::uint64_t> type_ends_;  ///< of the ids of each type
  std::vector<std::string> first_names_;  ///< of the blocks
  std::vector<std::unique_ptr<Block>> blocks_;
  std::size_t forgotten_ = 0;
  std::optional<ListBlock> last_lists_;  ///< that append_articles read
  std::optional<std::pair<std::uint32_t, NameChunk>> last_chunk_;  ///< that of_article read
};

/// Whether a name comes before another in the order of ids.
bool comes_before(EntityType type, std::string_view name, EntityType other_type,
                  std::string_view other);

/// The table of segments or batches joined, whose numbers of articles ascend from part to part.
SideTable join_name_tables(const std::vector<Xapian::Database>& parts);

}  // namespace dateline
