#include "searcher/facets/top_counts.h"

#include <gtest/gtest.h>

namespace dateline {
namespace {

std::string taken(TopCounts& top) {
  std::string out;
  for (const Facet::Value& value : top.take()) out += value.name + std::to_string(value.count) + ' ';
  return out;
}

TEST(TopCounts, KeepsTheLargestAndOfEqualsTheFirstByName) {
  TopCounts top(2);
  EXPECT_EQ(top.least(), 1U);
  for (const char* name : {"d", "b", "a", "c"}) top.add(name, 3);
  EXPECT_EQ(top.least(), 3U);
  top.add("e", 2);
  top.add("z", 4);
  EXPECT_EQ(taken(top), "z4 a3 ");
  EXPECT_EQ(taken(top), "");
}

TEST(TopCounts, WithoutALimitKeepsAllButNothings) {
  TopCounts top(0);
  for (const char* name : {"b", "a"}) top.add(name, 1);
  top.add("c", 0);
  EXPECT_EQ(top.least(), 1U);
  EXPECT_EQ(taken(top), "a1 b1 ");
}

}  // namespace
}  // namespace dateline
