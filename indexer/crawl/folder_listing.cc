#include "indexer/crawl/folder_listing.h"

#include <fcntl.h>

#include <algorithm>
#include <cerrno>
#include <memory>

namespace dateline {

FolderListing::FolderListing(int fd) {
  const int own_fd = fcntl(fd, F_DUPFD_CLOEXEC, 0);  // closedir() closes its descriptor
  const std::unique_ptr<DIR, int (*)(DIR*)> folder(own_fd < 0 ? nullptr : fdopendir(own_fd),
                                                   closedir);
  if (!folder) {
    error_ = errno;
    return;
  }
  const dirent* entry = nullptr;
  while (errno = 0, (entry = readdir(folder.get())) != nullptr) add(*entry);
  error_ = errno;
  std::sort(entries_.begin(), entries_.end(), [this](const Entry& a, const Entry& b) {
    return std::string_view(names_.data() + a.begin, a.length) <
           std::string_view(names_.data() + b.begin, b.length);
  });
}

void FolderListing::add(const dirent& entry) {
  const std::string_view name = entry.d_name;
  if (name == "." || name == "..") return;
  entries_.push_back({names_.size(), static_cast<std::uint32_t>(name.size()), entry.d_type});
  names_.append(name);
  names_.push_back('\0');
}

}  // namespace dateline
