// The names in one folder, sorted bytewise. Kept compact (name + 17 bytes an entry), as a folder
// may hold a million files.
#pragma once

#include <dirent.h>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace dateline {

class FolderListing {
 public:
  /// Reads all names but . and .. of the open folder `fd`, which stays open and the caller's. After
  /// a read error it holds the names read until then.
  explicit FolderListing(int fd);

  /// 0, or the errno that ended the reading early.
  int error() const { return error_; }

  std::size_t size() const { return entries_.size(); }
  /// NUL-terminated; valid as long as the listing. REQUIRES index < size().
  std::string_view name(std::size_t index) const {
    return {names_.data() + entries_[index].begin, entries_[index].length};
  }
  /// As in dirent: DT_REG, DT_DIR, DT_LNK, ... or DT_UNKNOWN where the file system does not say.
  unsigned char type(std::size_t index) const { return entries_[index].type; }

 private:
  struct Entry {
    std::uint64_t begin;
    std::uint32_t length;
    unsigned char type;
  };

  void add(const dirent& entry);

  std::string names_;
  std::vector<Entry> entries_;
  int error_ = 0;
};

}  // namespace dateline
