// Builds the table of names of one segment or batch, and that of several joined.
#pragma once

#include <xapian.h>

#include <cstddef>
#include <cstdint>
#include <iterator>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "common/index/name_blocks.h"

namespace dateline {

/// First takes all names, then all articles. Gives its sink each block when it is full. Memory: 8 bytes
/// for each word of each name, and a block.
class NameTableWriter {
 public:
  /// `first`: no article has a smaller number.
  NameTableWriter(std::uint32_t first, TableSink sink) : sink_(std::move(sink)), first_(first) {}

  /// The next name in the order of ids. REQUIRES `articles` ascending, not empty.
  void add(EntityType type, std::string_view name, const std::vector<std::uint32_t>& articles);

  /// What an article has. REQUIRES ascending numbers of articles, and `names` by ascending id.
  void add_article(std::uint32_t number, const std::vector<NameInArticle>& names);

  /// Gives the rest; nothing without names. REQUIRES no other call to follow.
  void finish();

 private:
  void end_block();
  void end_chunk();
  unsigned write_words();

  const TableSink sink_;
  const std::uint32_t first_;
  std::uint32_t last_ = 0;
  BlockPacker packer_;
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

/// The table of segments or batches joined, whose numbers of articles ascend from part to part. Memory:
/// that of the writer, 4 bytes for each name of each part, and a block of each.
void join_name_tables(const std::vector<Xapian::Database>& parts, const TableSink& sink);

}  // namespace dateline
