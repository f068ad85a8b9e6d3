#include "indexer/crawl/path_list.h"

#include "common/error.h"

namespace dateline {

namespace {

constexpr std::size_t kBufferBytes = 64 * 1024;

[[noreturn]] void throw_unreadable(const std::string& file, int error) {
  throw Error(file + ": cannot read the list of files: " + std::generic_category().message(error),
              "--files-from wants a file of paths, one a line, or - for the standard input",
              ExitStatus::Usage);
}

}  // namespace

PathList::PathList(const std::string& file) : file_(file), fd_(STDIN_FILENO) {
  if (file != "-") {
    opened_ = FileDescriptor(open(file.c_str(), O_RDONLY | O_CLOEXEC));
    if (!opened_.is_open()) throw_unreadable(file, errno);
    fd_ = opened_.get();
  }
  detect_separator();
}

void PathList::detect_separator() {
  while (buffer_.size() < kBufferBytes && fill()) {
  }
  if (buffer_.find('\0') != buffer_.npos) separator_ = '\0';
}

/// Reads some more, dropping what has been handed out; false at the end of the list.
bool PathList::fill() {
  buffer_.erase(0, position_);
  position_ = 0;
  if (at_end_) return false;
  const std::size_t kept = buffer_.size();
  buffer_.resize(kept + kBufferBytes);
  ssize_t count = 0;
  do {
    count = read(fd_, buffer_.data() + kept, kBufferBytes);
  } while (count < 0 && errno == EINTR);
  if (count < 0) throw_unreadable(file_, errno);
  buffer_.resize(kept + static_cast<std::size_t>(count));
  at_end_ = count == 0;
  return !at_end_;
}

std::optional<std::string> PathList::next() {
  std::string path;
  for (;;) {
    const std::size_t end = buffer_.find(separator_, position_);
    if (path.size() < kBufferBytes) path.append(buffer_, position_, end - position_);
    if (end != buffer_.npos) {
      position_ = end + 1;
      if (!path.empty()) return path;
      continue;
    }
    position_ = buffer_.size();
    if (fill()) continue;
    if (path.empty()) return std::nullopt;
    return path;
  }
}

}  // namespace dateline
