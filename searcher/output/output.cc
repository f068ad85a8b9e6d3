#include "searcher/output/output.h"

#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "common/error.h"

namespace dateline {

namespace {

constexpr std::size_t kBufferBytes = 1 << 16;

}  // namespace

void Output::write(std::string_view text) {
  if (reader_gone_) return;
  buffer_ += text;
  if (buffer_.size() >= kBufferBytes) flush();
}

void Output::flush() {
  std::string_view left = buffer_;
  while (!left.empty() && !reader_gone_) {
    const ssize_t written = ::write(fd_, left.data(), left.size());
    if (written >= 0) {
      left.remove_prefix(static_cast<std::size_t>(written));
    } else if (errno == EPIPE) {
      reader_gone_ = true;
    } else if (errno != EINTR) {
      failed_ = true;
      throw Error("cannot write to " + name_ + ": " + std::strerror(errno));
    }
  }
  buffer_.clear();
}

}  // namespace dateline
