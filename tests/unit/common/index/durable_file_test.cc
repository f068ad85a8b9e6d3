#include "common/index/durable_file.h"

#include <gtest/gtest.h>

#include "common/error.h"
#include "tests/support/scratch_folder.h"

namespace dateline {
namespace {

TEST(DurableFile, ReplacesAndLeavesNothingBeside) {
  const ScratchFolder scratch;
  const std::string bytes("a\0b\n", 4);
  write_file_durably(scratch.path("f"), "before, and longer");
  write_file_durably(scratch.path("f"), bytes);
  EXPECT_EQ(read_file(scratch.path("f")), bytes);
  const boost::filesystem::directory_iterator begin(scratch.path()), end;
  EXPECT_EQ(std::distance(begin, end), 1);
}

TEST(DurableFile, ReadsLargeFilesWhole) {
  const ScratchFolder scratch;
  std::string bytes(1'000'000, 'x');
  bytes += "end";
  scratch.write("f", bytes);
  EXPECT_EQ(read_file(scratch.path("f")), bytes);
}

TEST(DurableFile, WhatCannotBeDoneIsAnErrorWithThePath) {
  const ScratchFolder scratch;
  const std::string missing = scratch.path("missing/f");
  const std::pair<std::function<void()>, std::string> rows[] = {
      {[&] { read_file(missing); }, "cannot open " + missing},
      {[&] { write_file_durably(missing, "x"); }, "cannot create " + missing + ".new"},
      {[&] { sync_file(missing); }, "cannot open " + missing},
      {[&] { publish_file(scratch.path("none"), scratch.path("f")); },
       "cannot rename to " + scratch.path("f")},
  };
  for (const auto& [action, message] : rows) {
    try {
      action();
      FAIL() << message;
    } catch (const Error& error) {
      EXPECT_EQ(error.what(), message + ": No such file or directory");
    }
  }
}

TEST(DurableFile, AFullDiskIsToldWithAdviceAndTheOldFileStays) {
  const ScratchFolder scratch;
  scratch.write("f", "old");
  scratch.link("f.new", "/dev/full");
  try {
    write_file_durably(scratch.path("f"), "new");
    FAIL();
  } catch (const Error& error) {
    EXPECT_EQ(error.what(), "cannot write " + scratch.path("f.new") + ": No space left on device");
    EXPECT_EQ(error.hint(), "free some disk space and run again");
  }
  EXPECT_EQ(read_file(scratch.path("f")), "old");
}

TEST(DurableFile, WhatHasNoEndIsNotRead) {
  const ScratchFolder scratch;
  scratch.make_fifo("fifo");
  scratch.link("endless", "/dev/zero");
  EXPECT_THROW(read_file(scratch.path("fifo")), Error);
  EXPECT_THROW(read_file(scratch.path("endless")), Error);
}

}  // namespace
}  // namespace dateline
