#include "common/index/segment_file.h"

#include <gtest/gtest.h>

#include <boost/filesystem/operations.hpp>
#include <string>

#include "common/error.h"
#include "tests/support/scratch_folder.h"

namespace dateline {
namespace {

TEST(SegmentFile, AStubThatNamesAProgramIsNotFollowed) {
  const ScratchFolder scratch;
  const std::string ran = scratch.path("ran");
  const std::string stub = scratch.write("1.glass", "remote :/usr/bin/touch " + ran + "\n");
  EXPECT_THROW(open_segment(stub), Xapian::Error);
  EXPECT_FALSE(boost::filesystem::exists(ran));
  EXPECT_THROW(open_segment(scratch.write("2.glass", "inmemory\n")), Xapian::Error);
  EXPECT_THROW(open_segment(scratch.write("3.glass", "")), Xapian::Error);
}

TEST(SegmentFile, WhatIsNoFileIsAnError) {
  const ScratchFolder scratch;
  scratch.make_fifo("fifo");
  scratch.make_folder("folder");
  scratch.link("endless", "/dev/zero");
  for (const char* name : {"fifo", "folder", "endless", "missing"}) {
    EXPECT_THROW(open_segment(scratch.path(name)), Error) << name;
  }
}

TEST(SegmentFile, ASegmentIsOpened) {
  const ScratchFolder scratch;
  Xapian::WritableDatabase made(scratch.path("made"), Xapian::DB_CREATE);
  made.set_metadata("key", "value");
  made.commit();
  made.compact(scratch.path("1.glass"), Xapian::DBCOMPACT_SINGLE_FILE);
  EXPECT_EQ(open_segment(scratch.path("1.glass")).get_metadata("key"), "value");
}

}  // namespace
}  // namespace dateline
