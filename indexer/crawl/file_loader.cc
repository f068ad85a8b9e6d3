#include "indexer/crawl/file_loader.h"

#include <algorithm>

#include "indexer/crawl/posix_file.h"

namespace dateline {

namespace {

constexpr std::size_t kLeastGrowth = 4096;

Skip too_large(std::uint64_t max_bytes) {
  return {SkipReason::TooLarge, "over " + std::to_string(max_bytes) + " bytes"};
}

/// Appends what `fd` still holds to `bytes`, at most `limit` bytes in all. 0 or errno.
int read_to_end(int fd, std::size_t limit, std::string& bytes) {
  std::size_t filled = bytes.size();
  while (filled < limit) {
    if (filled == bytes.capacity()) bytes.reserve(filled + filled / 2 + kLeastGrowth);
    bytes.resize(std::min(limit, bytes.capacity()));
    const ssize_t count = read(fd, bytes.data() + filled, bytes.size() - filled);
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return errno;
    if (count == 0) break;
    filled += static_cast<std::size_t>(count);
  }
  bytes.resize(filled);
  return 0;
}

/// To read so much shows whether there is more than `max_bytes`.
std::size_t one_more_than(std::uint64_t max_bytes) {
  return std::min<std::uint64_t>(max_bytes, std::string().max_size() - 1) + 1;
}

}  // namespace

OrSkip<std::string> load_standard_input(std::uint64_t max_bytes) {
  std::string bytes;
  if (const int error = read_to_end(STDIN_FILENO, one_more_than(max_bytes), bytes)) {
    return skip_for_errno(error);
  }
  if (bytes.size() > max_bytes) return too_large(max_bytes);
  return bytes;
}

OrSkip<LoadedFile> load_file(const std::string& path, std::uint64_t max_bytes) {
  const FileDescriptor file(open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY));
  // A socket cannot be opened at all; it is no more readable by another user.
  if (!file.is_open() && errno == ENXIO) return Skip{SkipReason::NotRegular, ""};
  struct stat before {};
  if (!file.is_open() || fstat(file.get(), &before) != 0) return skip_for_errno(errno);
  if (!S_ISREG(before.st_mode)) return Skip{SkipReason::NotRegular, ""};
  const auto size = static_cast<std::uint64_t>(before.st_size);
  if (size > max_bytes) return too_large(max_bytes);

  LoadedFile loaded;
  loaded.bytes.reserve(size + 1);  // one more, to meet the end without growing
  if (const int error = read_to_end(file.get(), one_more_than(max_bytes), loaded.bytes)) {
    return skip_for_errno(error);
  }
  if (loaded.bytes.size() > max_bytes) return too_large(max_bytes);
  struct stat after {};
  if (fstat(file.get(), &after) != 0) return skip_for_errno(errno);
  loaded.size_bytes = static_cast<std::uint64_t>(after.st_size);
  loaded.mtime_ns = mtime_ns(after);
  loaded.changed_while_reading = mtime_ns(before) != loaded.mtime_ns || loaded.size_bytes != size ||
                                 loaded.size_bytes != loaded.bytes.size();
  return loaded;
}

}  // namespace dateline
