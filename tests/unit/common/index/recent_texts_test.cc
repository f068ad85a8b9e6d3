#include "common/index/recent_texts.h"

#include <gtest/gtest.h>

namespace dateline {
namespace {

TEST(RecentTexts, TheOldestGivesWay) {
  RecentTexts recent;
  EXPECT_FALSE(recent.find(1));
  for (Xapian::docid document = 1; document <= RecentTexts::kTexts + 1; ++document) {
    recent.keep(document, "text " + std::to_string(document));
  }
  EXPECT_FALSE(recent.find(1));
  EXPECT_EQ(recent.find(2), "text 2");
  EXPECT_EQ(recent.find(RecentTexts::kTexts + 1), "text " + std::to_string(RecentTexts::kTexts + 1));
}

TEST(RecentTexts, LongOnesAreNotKept) {
  RecentTexts recent;
  recent.keep(1, std::string(RecentTexts::kLongest, 'a'));
  recent.keep(2, std::string(RecentTexts::kLongest + 1, 'a'));
  EXPECT_TRUE(recent.find(1));
  EXPECT_FALSE(recent.find(2));
}

TEST(RecentTexts, AnEmptyTextIsOne) {
  RecentTexts recent;
  recent.keep(5, "");
  EXPECT_EQ(recent.find(5), "");
}

}  // namespace
}  // namespace dateline
