#include "common/text/string_table.h"

#include <gtest/gtest.h>

#include <string>

namespace dateline {
namespace {

TEST(StringTable, NumbersStringsInOrderOfAppearance) {
  StringTable table;
  EXPECT_EQ(table.intern("b"), 0U);
  EXPECT_EQ(table.intern(""), 1U);
  EXPECT_EQ(table.intern("a"), 2U);
  EXPECT_EQ(table.intern("b"), 0U);
  EXPECT_EQ(table.find(""), 1U);
  EXPECT_EQ(table.find("c"), std::nullopt);
  EXPECT_EQ(table.text(2), "a");
  EXPECT_EQ(table.size(), 3U);
}

TEST(StringTable, KeepsItsViewsWhileItGrows) {
  StringTable table;
  const std::string long_one(200'000, 'l');
  table.intern(long_one);
  const std::string_view first = table.text(0);
  for (int i = 1; i < 50'000; ++i) table.intern(std::to_string(i));
  EXPECT_EQ(first.data(), table.text(0).data());
  EXPECT_EQ(first, long_one);
  for (std::uint32_t i = 1; i < 50'000; ++i) {
    ASSERT_EQ(table.text(i), std::to_string(i));
    ASSERT_EQ(table.find(std::to_string(i)), i);
  }
  EXPECT_GT(table.memory_bytes(), 200'000U);
}

TEST(StringTable, BeginsAnewWhenCleared) {
  StringTable table;
  for (int i = 0; i < 5000; ++i) table.intern(std::to_string(i));
  table.clear();
  EXPECT_EQ(table.size(), 0U);
  EXPECT_EQ(table.find("7"), std::nullopt);
  EXPECT_EQ(table.intern("7"), 0U);
}

}  // namespace
}  // namespace dateline
