#include "indexer/crawl/path_list.h"

#include <gtest/gtest.h>

#include <vector>

#include "common/error.h"
#include "tests/support/scratch_folder.h"

namespace dateline {
namespace {

using namespace std::string_literals;

std::vector<std::string> read_list(const std::string& bytes) {
  const ScratchFolder scratch;
  PathList list(scratch.write("list", bytes));
  std::vector<std::string> paths;
  while (auto path = list.next()) paths.push_back(*path);
  return paths;
}

using Paths = std::vector<std::string>;

TEST(PathList, PathsAreSeparatedByNewlinesOrNuls) {
  EXPECT_EQ(read_list(""), Paths{});
  EXPECT_EQ(read_list("\n\n"), Paths{});
  EXPECT_EQ(read_list("a"), Paths{"a"});
  EXPECT_EQ(read_list("a b\n\n c\xFF\n"), (Paths{"a b", " c\xFF"}));
  EXPECT_EQ(read_list("a\nb\0c\0"s), (Paths{"a\nb", "c"}));
  EXPECT_EQ(read_list("a\0\0b"s), (Paths{"a", "b"}));
}

TEST(PathList, PathsMayLieAcrossBuffers) {
  std::string bytes;
  Paths expected;
  for (int i = 0; i < 30000; ++i) {
    expected.push_back("folder/" + std::to_string(i * 7919));
    bytes += expected.back() + "\n";
  }
  EXPECT_EQ(read_list(bytes), expected);
}

TEST(PathList, AnEndlessPathIsCutShort) {
  const Paths paths = read_list(std::string(1'000'000, 'x') + "\nb");
  ASSERT_EQ(paths.size(), 2U);
  EXPECT_LT(paths[0].size(), 300'000U);
  EXPECT_EQ(paths[1], "b");
}

TEST(PathList, AListThatCannotBeReadIsAnError) {
  const ScratchFolder scratch;
  for (const std::string& list : {scratch.path("missing"), scratch.path()}) {
    try {
      PathList{list};
      FAIL() << list;
    } catch (const Error& error) {
      EXPECT_EQ(error.status(), ExitStatus::Usage);
      EXPECT_NE(std::string(error.what()).find(list), std::string::npos);
    }
  }
}

}  // namespace
}  // namespace dateline
