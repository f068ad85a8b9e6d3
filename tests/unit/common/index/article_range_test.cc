#include "common/index/article_range.h"

#include <gtest/gtest.h>

namespace dateline {
namespace {

TEST(ArticleRange, HasAPlaceForItsNumbersOnly) {
  const ArticleRange range(41, 50);
  EXPECT_EQ(range.size(), 10U);
  EXPECT_EQ(range.place(41), 0U);
  EXPECT_EQ(range.place(50), 9U);
  for (const std::uint32_t number : {0U, 40U, 51U, 0xFFFFFFFFU}) {
    EXPECT_THROW(range.place(number), IndexError) << number;
  }
  EXPECT_EQ(ArticleRange(1, 0xFFFFFFFF).size(), 0xFFFFFFFFU);
}

}  // namespace
}  // namespace dateline
