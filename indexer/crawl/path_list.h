// Reads a list of paths (--files-from) as a stream: newline separated, or NUL separated if there is
// a NUL in its first 64 KB (`find -print0` writes one after every path). Any other bytes are part
// of a path. Memory: one buffer, whatever the size of the list. Not thread-safe.
#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "indexer/crawl/posix_file.h"

namespace dateline {

class PathList {
 public:
  /// Opens `file`, "-" for the standard input. Throws Error (status Usage) if it cannot be read.
  explicit PathList(const std::string& file);

  /// The next path that is not empty; none at the end. Of a path longer than any file system takes,
  /// the first 64 KB or so. Throws Error if reading fails.
  std::optional<std::string> next();

 private:
  bool fill();
  void detect_separator();

  std::string file_;
  FileDescriptor opened_;
  int fd_;
  std::string buffer_;
  std::size_t position_ = 0;
  bool at_end_ = false;
  char separator_ = '\n';
};

}  // namespace dateline
