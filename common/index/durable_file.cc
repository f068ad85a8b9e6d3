#include "common/index/durable_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>

#include "common/error.h"

namespace dateline {

namespace {

[[noreturn]] void fail(const char* doing, const boost::filesystem::path& path) {
  const int reason = errno;
  throw Error(std::string("cannot ") + doing + " " + path.string() + ": " + std::strerror(reason),
              reason == ENOSPC ? "free some disk space and run again" : "");
}

/// A file descriptor that is closed at the end of its scope.
class OpenFile {
 public:
  OpenFile(const boost::filesystem::path& path, int flags, const char* doing)
      : descriptor_(::open(path.c_str(), flags | O_CLOEXEC, 0666)) {
    if (descriptor_ < 0) fail(doing, path);
  }
  ~OpenFile() { ::close(descriptor_); }
  OpenFile(const OpenFile&) = delete;
  OpenFile& operator=(const OpenFile&) = delete;

  int get() const { return descriptor_; }

 private:
  int descriptor_;
};

void read_pieces(int descriptor, const boost::filesystem::path& path,
                 const std::function<void(std::string_view)>& take) {
  char buffer[65536];
  while (true) {
    const ssize_t count = ::read(descriptor, buffer, sizeof buffer);
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) fail("read", path);
    if (count == 0) return;
    take(std::string_view(buffer, static_cast<std::size_t>(count)));
  }
}

void write_all(int descriptor, std::string_view content, const boost::filesystem::path& path) {
  while (!content.empty()) {
    const ssize_t written = ::write(descriptor, content.data(), content.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) fail("write", path);
    content.remove_prefix(static_cast<std::size_t>(written));
  }
}

}  // namespace

void sync_file(const boost::filesystem::path& path) {
  const OpenFile file(path, O_RDONLY, "open");
  if (::fsync(file.get()) != 0) fail("write to disk", path);
}

void publish_file(const boost::filesystem::path& from, const boost::filesystem::path& to) {
  if (std::rename(from.c_str(), to.c_str()) != 0) fail("rename to", to);
  sync_file(to.parent_path());
}

void write_file_durably(const boost::filesystem::path& path, std::string_view content) {
  boost::filesystem::path beside = path;
  beside += ".new";
  {
    const OpenFile file(beside, O_WRONLY | O_CREAT | O_TRUNC, "create");
    write_all(file.get(), content, beside);
    if (::fsync(file.get()) != 0) fail("write to disk", beside);
  }
  publish_file(beside, path);
}

void read_file_in_pieces(const boost::filesystem::path& path,
                         const std::function<void(std::string_view)>& take) {
  const OpenFile file(path, O_RDONLY | O_NONBLOCK, "open");  // waits for no FIFO
  struct stat facts {};
  if (::fstat(file.get(), &facts) != 0) fail("read", path);
  if (!S_ISREG(facts.st_mode) && !S_ISDIR(facts.st_mode)) {  // a device may have no end
    throw Error("cannot read " + path.string() + ": it is no file");
  }
  read_pieces(file.get(), path, take);
}

std::string read_file(const boost::filesystem::path& path) {
  std::string content;
  read_file_in_pieces(path, [&content](std::string_view piece) { content += piece; });
  return content;
}

std::string read_input(const boost::filesystem::path& path) {
  const OpenFile file(path, O_RDONLY, "open");
  std::string content;
  read_pieces(file.get(), path, [&content](std::string_view piece) { content += piece; });
  return content;
}

}  // namespace dateline
