// The files that the articles of a segment are of, as a file beside it: what --repair reads again when
// the segment is damaged. Of no use otherwise: the segment has all of it too.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

#include "common/index/front_coding.h"

namespace dateline {

/// One article's file.
struct ListedFile {
  std::uint32_t number = 0;  ///< of the article
  std::uint32_t root = 0;    ///< place in the manifest's roots
  std::string path;          ///< below the root

  friend bool operator==(const ListedFile& a, const ListedFile& b) {
    return a.number == b.number && a.root == b.root && a.path == b.path;
  }
};

/// Builds a list: blocks one behind the other of how many files, streams of steps between article
/// numbers and of roots, the paths front-coded.
class FileListWriter {
 public:
  /// REQUIRES ascending numbers.
  void add(const ListedFile& file);
  std::string finish();

 private:
  void end_block();

  BlockPacker packer_;
  FrontCoder paths_;
  std::uint32_t before_ = 0;
  std::string list_, steps_, roots_;
};

/// The list of a segment's files, by ascending number of the article, deleted ones included. Throws
/// Error, Xapian::Error.
std::string make_file_list(const Xapian::Database& segment);

/// Tells of each file of a list. Throws Error if it is damaged.
void read_file_list(std::string_view list, const std::function<void(const ListedFile&)>& take);

}  // namespace dateline
