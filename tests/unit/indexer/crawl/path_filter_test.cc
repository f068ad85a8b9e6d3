#include "indexer/crawl/path_filter.h"

#include <gtest/gtest.h>

namespace dateline {
namespace {

std::string text(const std::optional<SkipReason>& reason) {
  return reason ? std::string(info(*reason).name) : "taken";
}

TEST(PathFilter, TakesEverythingByDefaultButWhatIsHidden) {
  const PathFilter filter({}, {}, false);
  EXPECT_EQ(text(filter.refuses("a/b.txt", false)), "taken");
  EXPECT_EQ(text(filter.refuses("a/.b.txt", false)), "hidden");
  EXPECT_EQ(text(filter.refuses("a/.b", true)), "hidden");
  EXPECT_EQ(text(PathFilter({}, {}, true).refuses("a/.b", true)), "taken");
}

TEST(PathFilter, ExcludeWinsOverInclude) {
  const PathFilter filter({"*.txt", "2022/**"}, {"draft*"}, false);
  EXPECT_EQ(text(filter.refuses("a.txt", false)), "taken");
  EXPECT_EQ(text(filter.refuses("draft.txt", false)), "excluded");
  EXPECT_EQ(text(filter.refuses("a.jpg", false)), "excluded");
  EXPECT_EQ(text(filter.refuses("2022/a.jpg", false)), "taken");
}

TEST(PathFilter, IncludesDoNotCloseFolders) {
  const PathFilter filter({"*.txt"}, {"cache"}, false);
  EXPECT_EQ(text(filter.refuses("2022", true)), "taken");
  EXPECT_EQ(text(filter.refuses("cache", true)), "excluded");
}

TEST(PathFilter, OnTheWayTheFoldersAboveCount) {
  const PathFilter filter({}, {"cache/"}, false);
  EXPECT_EQ(text(filter.refuses("cache/a.txt", false)), "taken");
  EXPECT_EQ(text(filter.refuses_on_the_way("cache/a.txt", false)), "excluded");
  EXPECT_EQ(text(filter.refuses_on_the_way("x/.git/a.txt", false)), "hidden");
  EXPECT_EQ(text(filter.refuses_on_the_way("x/cache", false)), "taken");
  EXPECT_EQ(text(filter.refuses_on_the_way("x/cache", true)), "excluded");
}

TEST(PathFilter, ANamedFileMayBeHidden) {
  const PathFilter filter({}, {"cache/"}, false);
  EXPECT_EQ(text(filter.refuses_named("x/.git/.a.txt")), "taken");
  EXPECT_EQ(text(filter.refuses_named("x/cache/a.txt")), "excluded");
}

TEST(SkipReason, TheTableIsInTheOrderOfTheEnum) {
  for (const SkipReasonInfo& row : kSkipReasons) EXPECT_EQ(info(row.reason).name, row.name);
  EXPECT_EQ(describe({SkipReason::Empty, ""}), "empty");
  EXPECT_EQ(describe({SkipReason::TooLarge, "over 5 bytes"}), "too large (over 5 bytes)");
}

}  // namespace
}  // namespace dateline
