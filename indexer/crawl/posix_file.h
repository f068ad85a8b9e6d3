// What crawl and loader share of POSIX: a file descriptor that closes itself, times, error texts.
#pragma once

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdint>
#include <system_error>
#include <utility>

#include "indexer/crawl/skip.h"

namespace dateline {

/// Owns a file descriptor, or none (-1).
class FileDescriptor {
 public:
  explicit FileDescriptor(int fd = -1) : fd_(fd) {}
  ~FileDescriptor() {
    if (fd_ >= 0) close(fd_);
  }
  FileDescriptor(FileDescriptor&& other) noexcept : fd_(std::exchange(other.fd_, -1)) {}
  FileDescriptor& operator=(FileDescriptor&& other) noexcept {
    std::swap(fd_, other.fd_);
    return *this;
  }

  int get() const { return fd_; }
  bool is_open() const { return fd_ >= 0; }

 private:
  int fd_;
};

inline std::int64_t mtime_ns(const struct stat& status) {
  return std::int64_t{status.st_mtim.tv_sec} * 1'000'000'000 + status.st_mtim.tv_nsec;
}

/// errno as a reason: Missing or Unreadable, with the system's text.
inline Skip skip_for_errno(int error) {
  const bool missing = error == ENOENT || error == ENOTDIR;
  return {missing ? SkipReason::Missing : SkipReason::Unreadable,
          std::generic_category().message(error)};
}

}  // namespace dateline
