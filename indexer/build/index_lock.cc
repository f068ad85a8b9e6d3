#include "indexer/build/index_lock.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <string>

#include "common/error.h"

namespace dateline {

namespace {

std::string read_holder(int descriptor) {
  char text[256];
  const ssize_t count = ::pread(descriptor, text, sizeof text, 0);
  std::string holder(text, count > 0 ? static_cast<std::size_t>(count) : 0);
  return holder.empty() ? "another process" : holder;
}

std::string describe_self() {
  char host[128] = "";
  ::gethostname(host, sizeof host - 1);
  return "process " + std::to_string(::getpid()) + " on " + host;
}

}  // namespace

IndexLock::IndexLock(const boost::filesystem::path& file, const Wait& wait)
    : descriptor_(::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666)) {
  if (descriptor_ < 0) {
    throw Error("cannot open " + file.string() + ": " + std::strerror(errno));
  }
  while (::flock(descriptor_, LOCK_EX | LOCK_NB) != 0) {
    const int reason = errno;
    const std::string holder = read_holder(descriptor_);
    if (reason == EWOULDBLOCK && wait && wait(holder)) continue;
    ::close(descriptor_);
    if (reason != EWOULDBLOCK) {
      throw Error("cannot lock " + file.string() + ": " + std::strerror(reason));
    }
    throw Error("the index in " + file.parent_path().string() + " is being written by " + holder,
                "wait until it is done, or run with --wait; searching goes on meanwhile");
  }
  const std::string self = describe_self();
  // Who holds the lock is a courtesy: without it the lock holds all the same.
  if (::ftruncate(descriptor_, 0) == 0) {
    [[maybe_unused]] const ssize_t written = ::pwrite(descriptor_, self.data(), self.size(), 0);
  }
}

IndexLock::~IndexLock() { ::close(descriptor_); }

}  // namespace dateline
