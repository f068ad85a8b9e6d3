// The pieces that the table of names of a segment is made of, each read from the segment's metadata and
// unpacked when it is asked for; nothing is kept but the directory. NameTable looks things up in them
// and keeps some; a join passes through them in order.
//
// A name has a number, its id: its place among all names of the segment in the order of kEntityTypes,
// then of bytes. Names and their lists of articles come in blocks of kNamesInBlock, what articles have
// in chunks of kArticlesInChunk numbers.
#pragma once

#include <xapian.h>

#include <cstddef>
#include <cstdint>
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
/// Words of names are found by buckets, so many of them in a block.
inline constexpr std::size_t kBucketsInBlock = 1024;

/// One name of an article.
struct NameInArticle {
  std::uint32_t id = 0;
  std::uint32_t count = 1;  ///< as of ArticleName
  bool in_lead = false;
};

/// A text that sorts as ids do: the digit of its type before a name.
std::string name_line(EntityType type, std::string_view name);

/// Whether a name comes before another in the order of ids.
bool comes_before(EntityType type, std::string_view name, EntityType other_type,
                  std::string_view other);

/// Of the hash of a word the low bits are its bucket.
std::uint32_t name_word_hash(std::string_view folded);

/// Names with neighbouring ids.
class NameBlock {
 public:
  std::size_t size() const { return articles_.size(); }
  /// name_line() of each.
  const Lines& lines() const { return lines_; }
  std::string_view name(std::size_t i) const { return lines_[i].substr(1); }
  /// How many articles have it.
  std::uint32_t articles(std::size_t i) const { return articles_[i]; }
  std::size_t memory_bytes() const {
    return lines_.memory_bytes() + articles_.size() * sizeof articles_[0];
  }

 private:
  friend class NameBlocks;
  Lines lines_;
  std::vector<std::uint32_t> articles_;
};

/// Which articles have the names of a block.
class NameListBlock {
 public:
  /// Appends the numbers, ascending, of the articles that have a name.
  void append(std::size_t i, std::vector<std::uint32_t>& numbers) const;
  std::size_t memory_bytes() const { return bytes_.size() + ends_.size() * sizeof ends_[0]; }

 private:
  friend class NameBlocks;
  std::uint32_t first_ = 0, last_ = 0;  ///< article numbers of the segment
  std::string bytes_;
  std::size_t begin_ = 0;  ///< of the first list in bytes_
  std::vector<std::uint32_t> ends_;
};

/// Which names have a word of some neighbouring buckets.
class NameWordBlock {
 public:
  /// The ids, ascending, of the names with a word of a bucket.
  std::pair<const std::uint32_t*, const std::uint32_t*> ids(std::size_t bucket) const {
    return {ids_.data() + begins_[bucket], ids_.data() + begins_[bucket + 1]};
  }
  std::size_t memory_bytes() const { return (begins_.size() + ids_.size()) * sizeof ids_[0]; }

 private:
  friend class NameBlocks;
  std::vector<std::uint32_t> begins_ = {0};  ///< in ids_; one more than buckets
  std::vector<std::uint32_t> ids_;
};

/// What articles with neighbouring numbers have.
class NameChunk {
 public:
  std::size_t size() const { return begins_.size() - 1; }
  /// The ids of the names of the article at a place of the chunk, ascending.
  std::pair<const std::uint32_t*, const std::uint32_t*> ids(std::size_t place) const {
    return {ids_.data() + begins_[place], ids_.data() + begins_[place + 1]};
  }
  /// The same with all that is known of them. REQUIRES the chunk to have been read with salience.
  std::vector<NameInArticle> names(std::size_t place) const;
  bool has_salience() const { return salience_.size() == ids_.size(); }
  std::size_t memory_bytes() const {
    return (begins_.size() + ids_.size() + salience_.size()) * sizeof ids_[0];
  }

 private:
  friend class NameBlocks;
  std::vector<std::uint32_t> begins_ = {0};  ///< in ids_; one more than articles
  std::vector<std::uint32_t> ids_;
  std::vector<std::uint32_t> salience_;  ///< of each: 2 x mentions - 2, one more if in the lead
};

/// Not thread-safe. Throws Error if the table is damaged, Xapian::Error as the database does.
class NameBlocks {
 public:
  explicit NameBlocks(Xapian::Database segment);

  /// How many names there are.
  std::uint32_t size() const { return type_ends_.back(); }
  std::size_t blocks() const { return first_lines_.size(); }
  /// Articles have numbers from the first to the last of these.
  std::uint32_t first_article() const { return first_; }
  std::uint32_t last_article() const { return last_; }
  std::uint32_t chunks() const { return chunks_; }

  EntityType type_of(std::uint32_t id) const;
  /// The block that has a line if any has; none if it is less than all lines.
  std::optional<std::size_t> block_of(std::string_view line) const;

  NameBlock read_names(std::size_t block) const;
  NameListBlock read_lists(std::size_t block) const;
  NameChunk read_chunk(std::uint32_t number, bool with_salience) const;
  NameWordBlock read_words(std::size_t block) const;

  /// The bucket of a word with this hash: bucket % kBucketsInBlock of block bucket / kBucketsInBlock.
  std::uint64_t bucket_of(std::uint32_t hash) const {
    return hash & ((std::uint64_t{1} << word_bits_) - 1);
  }

 private:
  std::size_t names_in(std::size_t block) const;

  Xapian::Database segment_;
  mutable BlockUnpacker unpacker_;
  std::uint32_t first_ = 0;
  std::uint32_t last_ = 0;
  std::uint32_t chunks_ = 0;
  unsigned word_bits_ = 0;                ///< there are 2 to the power of this buckets
  std::vector<std::uint32_t> type_ends_;  ///< of the ids of each type
  std::vector<std::string> first_lines_;  ///< of the blocks
};

/// All names of a table, one after the other, a block in memory.
class NameStream {
 public:
  /// REQUIRES `blocks` to outlive the stream.
  explicit NameStream(const NameBlocks& blocks) : blocks_(blocks) { read_block(); }

  bool done() const { return id_ == blocks_.size(); }
  // REQUIRE !done().
  std::uint32_t id() const { return id_; }
  EntityType type() const { return blocks_.type_of(id_); }
  std::string_view line() const { return names_.lines()[id_ % kNamesInBlock]; }  ///< until next()
  std::uint32_t articles() const { return names_.articles(id_ % kNamesInBlock); }
  void next() {
    if (++id_ % kNamesInBlock == 0) read_block();
  }

 private:
  void read_block() {
    if (!done()) names_ = blocks_.read_names(id_ / kNamesInBlock);
  }

  const NameBlocks& blocks_;
  std::uint32_t id_ = 0;
  NameBlock names_;
};

}  // namespace dateline
