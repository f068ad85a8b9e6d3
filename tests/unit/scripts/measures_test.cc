#include "scripts/ranking/measures.h"

#include <gtest/gtest.h>

#include <cmath>

namespace dateline {
namespace {

TEST(Measures, AreThoseOfTrecEval) {
  const Grades grades = {{"a", 0}, {"b", 2}, {"d", 1}, {"never found", 1}};
  const Measures m = measure({"a", "b", "unjudged", "d"}, grades);
  EXPECT_NEAR(m.average_precision, (1.0 / 2 + 2.0 / 4) / 3, 1e-12);
  EXPECT_NEAR(m.ndcg_10, (2 / std::log2(3) + 1 / std::log2(5)) / (2 + 1 / std::log2(3) + 0.5),
              1e-12);
  EXPECT_NEAR(m.ndcg_10, 0.540586, 1e-6);
  EXPECT_NEAR(m.precision_10, 0.2, 1e-12);
  EXPECT_NEAR(m.recall_100, 2.0 / 3, 1e-12);
  EXPECT_NEAR(m.reciprocal_rank, 0.5, 1e-12);
}

TEST(Measures, LookNoFurtherThanTheyAreNamedAfter) {
  std::vector<std::string> found;
  for (int i = 1; i <= 101; ++i) found.push_back(std::to_string(i));
  const Measures m = measure(found, {{"10", 1}, {"11", 1}, {"100", 1}, {"101", 1}});
  EXPECT_NEAR(m.precision_10, 0.1, 1e-12);
  EXPECT_NEAR(m.recall_100, 3.0 / 4, 1e-12);
  EXPECT_NEAR(m.ndcg_10,
              (1 / std::log2(11)) / (1 + 1 / std::log2(3) + 0.5 + 1 / std::log2(5)), 1e-12);
  EXPECT_NEAR(m.average_precision, (1.0 / 10 + 2.0 / 11 + 3.0 / 100 + 4.0 / 101) / 4, 1e-12);
}

TEST(Measures, AreZeroWhereNothingIsRelevantOrFound) {
  EXPECT_EQ(measure({"a"}, {{"a", 0}}).ndcg_10, 0);
  EXPECT_EQ(measure({}, {{"a", 1}}).average_precision, 0);
}

TEST(Measures, AreAveragedOverQueries) {
  const Measures m = mean({{1, 0.5, 0.1, 1, 1}, {0, 0.1, 0.3, 0, 0.5}});
  EXPECT_NEAR(m.average_precision, 0.5, 1e-12);
  EXPECT_NEAR(m.ndcg_10, 0.3, 1e-12);
  EXPECT_NEAR(m.precision_10, 0.2, 1e-12);
  EXPECT_NEAR(m.recall_100, 0.5, 1e-12);
  EXPECT_NEAR(m.reciprocal_rank, 0.75, 1e-12);
  EXPECT_EQ(mean({}).average_precision, 0);
}

}  // namespace
}  // namespace dateline
