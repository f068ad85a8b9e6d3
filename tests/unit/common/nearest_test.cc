#include "common/text/nearest.h"

#include <gtest/gtest.h>

namespace dateline {
namespace {

TEST(Nearest, AMistypedNameLeadsToTheKnownOne) {
  const std::vector<std::string> names = {"date", "source", "path", "title"};
  EXPECT_EQ(nearest("tilte", names), "title");
  EXPECT_EQ(nearest("Title", names), "title");
  EXPECT_EQ(nearest("sorce", names), "source");
  EXPECT_EQ(nearest("dates", names), "date");
}

TEST(Nearest, SomethingElseLeadsNowhere) {
  const std::vector<std::string> names = {"date", "source", "path", "title"};
  EXPECT_EQ(nearest("foo", names), "");
  EXPECT_EQ(nearest("", names), "");
  EXPECT_EQ(nearest(std::string(100000, 'a'), names), "");
  EXPECT_EQ(nearest("x", {}), "");
}

}  // namespace
}  // namespace dateline
