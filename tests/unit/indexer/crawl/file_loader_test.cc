#include "indexer/crawl/file_loader.h"

#include <gtest/gtest.h>
#include <sys/socket.h>
#include <sys/un.h>

#include <cstring>

#include "indexer/crawl/posix_file.h"
#include "tests/support/scratch_folder.h"

namespace dateline {
namespace {

/// The bytes; or why not, in <>.
std::string load(const std::string& path, std::uint64_t max_bytes = 1000) {
  const OrSkip<LoadedFile> result = load_file(path, max_bytes);
  if (const auto* skip = std::get_if<Skip>(&result)) return "<" + describe(*skip) + ">";
  return std::get<LoadedFile>(result).bytes;
}

TEST(FileLoader, AFileIsReadWhole) {
  const ScratchFolder scratch;
  for (std::size_t size : {0, 1, 15, 16, 4095, 4096, 4097, 100000}) {
    const std::string bytes(size, 'x');
    const std::string path = scratch.write("file", bytes);
    EXPECT_EQ(load(path, size), bytes) << size;
    EXPECT_EQ(load(path, UINT64_MAX), bytes) << size;
  }
}

TEST(FileLoader, SizeAndTimeAreThoseOfTheFile) {
  const ScratchFolder scratch;
  const std::string path = scratch.write("file", "12345");
  const timespec times[] = {{1, 0}, {1641549600, 123456789}};
  utimensat(AT_FDCWD, path.c_str(), times, 0);
  const auto file = std::get<LoadedFile>(load_file(path, 1000));
  EXPECT_EQ(file.size_bytes, 5U);
  EXPECT_EQ(file.mtime_ns, 1641549600'123456789);
  EXPECT_FALSE(file.changed_while_reading);
}

TEST(FileLoader, ALargeFileIsSkipped) {
  const ScratchFolder scratch;
  EXPECT_EQ(load(scratch.write("file", "123456"), 5), "<too large (over 5 bytes)>");
}

// Files of /proc say that they have 0 bytes, like a file that grows as soon as it is looked at.
TEST(FileLoader, AFileThatGrowsIsReadToItsEndWithinTheBound) {
  const auto file = std::get<LoadedFile>(load_file("/proc/self/status", 1'000'000));
  EXPECT_EQ(file.bytes.substr(0, 5), "Name:");
  EXPECT_TRUE(file.changed_while_reading);
  EXPECT_EQ(load("/proc/self/status", 20), "<too large (over 20 bytes)>");
}

TEST(FileLoader, WhatIsNoRegularFileIsNotRead) {
  const ScratchFolder scratch;
  scratch.make_fifo("fifo");
  EXPECT_EQ(load(scratch.path("fifo")), "<not a regular file>");
  EXPECT_EQ(load(scratch.path()), "<not a regular file>");
  EXPECT_EQ(load("/dev/null"), "<not a regular file>");

  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  std::strncpy(address.sun_path, scratch.path("socket").c_str(), sizeof address.sun_path - 1);
  const FileDescriptor socket_fd(socket(AF_UNIX, SOCK_STREAM, 0));
  ASSERT_EQ(bind(socket_fd.get(), reinterpret_cast<const sockaddr*>(&address), sizeof address), 0);
  EXPECT_EQ(load(scratch.path("socket")), "<not a regular file>");
}

TEST(FileLoader, ErrorsSayWhatTheSystemSays) {
  const ScratchFolder scratch;
  scratch.write("file");
  scratch.link("loop", "loop");
  EXPECT_EQ(load(scratch.path("missing")), "<missing (No such file or directory)>");
  EXPECT_EQ(load(scratch.path("file/x")), "<missing (Not a directory)>");
  EXPECT_EQ(load(scratch.path("loop")), "<unreadable (Too many levels of symbolic links)>");
  EXPECT_EQ(load("/proc/self/mem"), "<unreadable (Input/output error)>");
}

}  // namespace
}  // namespace dateline
