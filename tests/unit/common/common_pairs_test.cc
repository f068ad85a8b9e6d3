#include "common/text/common_pairs.h"

#include <gtest/gtest.h>

#include <set>

namespace dateline {
namespace {

unsigned number_of(const std::string& word) {
  unsigned number = 0;
  while (common_word(number) != word) ++number;
  return number;
}

std::string pair_of(const char* first, const char* second) {
  return common_pair_term(number_of(first), number_of(second));
}

TEST(CommonPairs, RarePairsAreIndexedCommonOnesNot) {
  EXPECT_FALSE(pair_of("be", "or").empty());
  EXPECT_FALSE(pair_of("of", "by").empty());
  EXPECT_TRUE(pair_of("of", "the").empty());
  EXPECT_TRUE(pair_of("to", "be").empty());
  EXPECT_TRUE(pair_of("we", "have").empty());
  EXPECT_FALSE(pair_of("the", "of").empty()) << "the order counts";
}

TEST(CommonPairs, EveryPairHasATermOfItsOwn) {
  std::set<std::string> terms;
  std::size_t indexed = 0;
  for (unsigned first = 0; first < kCommonWords; ++first) {
    for (unsigned second = 0; second < kCommonWords; ++second) {
      const std::string term = common_pair_term(first, second);
      EXPECT_EQ(term.empty(), !is_indexed_pair(first, second));
      if (term.empty()) continue;
      EXPECT_EQ(term.size(), 3U);
      EXPECT_EQ(term[0], 'B');
      terms.insert(term);
      ++indexed;
    }
  }
  EXPECT_EQ(terms.size(), indexed);
  EXPECT_GT(indexed, kCommonWords * kCommonWords / 2U);
}

}  // namespace
}  // namespace dateline
