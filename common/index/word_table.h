// The surface words of a segment: every folded word of its titles and texts, in the order of their
// bytes, with its stem and how often it stands there. In blocks of up to kWordsInBlock words, each of
// which is read by itself; front-coded and compressed. Served to wildcards, fuzzy and regular
// expressions, and "did you mean". Kept in a segment's metadata: schema::kWordsKey.
#pragma once

#include <xapian.h>

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "common/index/front_coding.h"
#include "common/index/packed.h"

namespace dateline {

inline constexpr std::size_t kWordsInBlock = 4096;

struct IndexedWord {
  std::string word;
  std::string stem;  ///< as Stemmer gives it
  std::uint64_t occurrences = 0;
};

/// Builds the table of one segment or batch.
class WordTableWriter {
 public:
  /// Gives `sink` each block when it is full, nothing without words.
  explicit WordTableWriter(TableSink sink) : sink_(std::move(sink)) {}

  /// REQUIRES words in ascending order of their bytes, each once, none empty.
  void add(std::string_view word, std::string_view stem, std::uint64_t occurrences);

  /// Gives the rest. REQUIRES no other call to follow.
  void finish();

 private:
  void end_block();

  const TableSink sink_;
  BlockPacker packer_;
  std::size_t blocks_ = 0;
  std::string directory_;  ///< of the blocks so far
  std::string first_;      ///< word of the block being filled
  FrontCoder block_words_;
  std::string cuts_, suffix_sizes_, counts_, suffixes_;  ///< its other streams
  std::vector<std::string> far_stems_;
  std::uint64_t words_ = 0;
};

/// One block, in memory.
class WordBlock {
 public:
  std::size_t size() const { return counts_.size(); }
  const Lines& words() const { return words_; }
  std::string_view word(std::size_t i) const { return words_[i]; }
  std::string stem(std::size_t i) const;
  bool has_stem(std::size_t i, std::string_view stem) const;
  std::uint64_t occurrences(std::size_t i) const { return counts_[i]; }

 private:
  friend class WordTable;
  Lines words_;
  std::vector<std::uint64_t> counts_;
  std::vector<std::uint32_t> cuts_;         ///< bytes of a word's end that its stem lacks
  std::vector<std::uint32_t> suffix_ends_;  ///< in suffixes_
  std::string suffixes_;                    ///< what a stem has in place of them
};

/// Reads the table of one segment: its directory at first, a block when it is asked for. Not
/// thread-safe. Throws Error if it is damaged, Xapian::Error as the database does.
class WordTable {
 public:
  explicit WordTable(Xapian::Database segment);

  std::uint64_t words() const { return words_; }
  std::size_t blocks() const { return first_words_.size(); }
  /// REQUIRES number < blocks(). The first keeps the block, the second reads it each time.
  const WordBlock& block(std::size_t number);
  WordBlock read_block(std::size_t number);

  /// The block that has `word` if any has it; 0 if it is less than all.
  std::size_t block_of(std::string_view word) const;

  /// Whether every word with this stem begins with the stem, or the stem without its last byte; false
  /// if that is not known.
  bool is_near_stem(std::string_view stem) const;

 private:
  Xapian::Database segment_;
  BlockUnpacker unpacker_;
  std::uint64_t words_ = 0;
  std::vector<std::string> first_words_;
  std::vector<WordBlock> blocks_;
  std::vector<std::string> far_stems_;  ///< sorted
  bool are_all_far_ = false;
};

/// The table of segments or batches joined. Memory: a block of each.
void join_word_tables(const std::vector<Xapian::Database>& parts, const TableSink& sink);

}  // namespace dateline
