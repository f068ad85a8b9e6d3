#include "searcher/about/association.h"

#include <gtest/gtest.h>

namespace dateline {
namespace {

/// From the four cells of a table.
Together cells(std::uint64_t both, std::uint64_t only_one, std::uint64_t only_other,
               std::uint64_t neither) {
  return {both, both + only_one, both + only_other, both + only_one + only_other + neither};
}

TEST(Association, LogLikelihoodRatioIsDunnings) {
  // Table 1 of Dunning 1993: "the swiss", "can be", "previous year", "natural gas".
  EXPECT_NEAR(log_likelihood_ratio(cells(110, 2442, 111, 29114)), 270.72, 0.01);
  EXPECT_NEAR(log_likelihood_ratio(cells(29, 13, 123, 31612)), 263.90, 0.01);
  EXPECT_NEAR(log_likelihood_ratio(cells(31, 23, 139, 31584)), 256.84, 0.01);
}

TEST(Association, ChanceIsNothing) {
  EXPECT_NEAR(log_likelihood_ratio(cells(10, 90, 90, 810)), 0, 1e-9);
  EXPECT_DOUBLE_EQ(times_expected(cells(10, 90, 90, 810)), 1);
  EXPECT_DOUBLE_EQ(expected_together(cells(10, 90, 90, 810)), 10);
}

TEST(Association, EmptyCellsAndTables) {
  EXPECT_EQ(log_likelihood_ratio({}), 0);
  EXPECT_EQ(times_expected({}), 0);
  EXPECT_EQ(cosine({}), 0);
  EXPECT_NEAR(log_likelihood_ratio({5, 5, 5, 5}), 0, 1e-9);
  EXPECT_GT(log_likelihood_ratio({5, 5, 5, 10}), 10);
  EXPECT_DOUBLE_EQ(cosine({5, 5, 5, 10}), 1);
  EXPECT_DOUBLE_EQ(cosine({2, 4, 4, 10}), 0.5);
}

// EntityPageMaker leaves out candidates by these.
TEST(Association, MoreOfAnotherNameMakesTheRatioSmaller) {
  for (std::uint64_t other = 6; other < 20; ++other) {
    EXPECT_LT(log_likelihood_ratio({5, 20, other + 1, 100}),
              log_likelihood_ratio({5, 20, other, 100}));
  }
  for (std::uint64_t both = 3; both < 20; ++both) {
    EXPECT_LT(log_likelihood_ratio({both, 20, both, 100}),
              log_likelihood_ratio({both + 1, 20, both + 1, 100}));
  }
}

}  // namespace
}  // namespace dateline
