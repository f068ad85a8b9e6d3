#include "indexer/build/merge_policy.h"

#include <gtest/gtest.h>

#include <numeric>

namespace dateline {
namespace {

using Sizes = std::vector<std::uint64_t>;

std::vector<SegmentInfo> segments_of(const Sizes& articles) {
  std::vector<SegmentInfo> segments(articles.size());
  for (std::size_t i = 0; i < articles.size(); ++i) segments[i].articles = articles[i];
  return segments;
}

/// "2..10", or "none"
std::string plan(const Sizes& articles) {
  const auto run = plan_merge(segments_of(articles));
  return run ? std::to_string(run->begin) + ".." + std::to_string(run->end) : "none";
}

TEST(MergePolicy, JoinsTheNewestOfOneTier) {
  EXPECT_EQ(plan({}), "none");
  EXPECT_EQ(plan(Sizes(7, 1)), "none");
  EXPECT_EQ(plan(Sizes(8, 1)), "0..8");
  EXPECT_EQ(plan(Sizes(9, 7)), "0..9");
  EXPECT_EQ(plan({100'000, 1, 1, 1, 1, 1, 1, 1}), "none");
  EXPECT_EQ(plan({100'000, 1, 1, 1, 1, 1, 1, 1, 1}), "1..9");
  EXPECT_EQ(plan({10, 10, 10, 10, 10, 10, 10, 1}), "0..8") << "smaller ones go along";
  EXPECT_EQ(plan({1, 1, 1, 1, 1, 1, 1, 100'000}), "none");
  EXPECT_EQ(plan({10, 10, 10, 10, 10, 10, 10, 1, 1, 1, 1, 1, 1, 1, 1}), "7..15")
      << "the lowest tier first";
}

TEST(MergePolicy, KeepsSegmentsFewAndRewritesEachArticleSeldom) {
  Sizes sizes;
  std::uint64_t rewritten = 0;
  constexpr std::uint64_t kRuns = 5000;
  for (std::uint64_t run = 1; run <= kRuns; ++run) {
    sizes.push_back(10);
    while (const auto merge = plan_merge(segments_of(sizes))) {
      const auto begin = sizes.begin() + static_cast<std::ptrdiff_t>(merge->begin);
      const auto end = sizes.begin() + static_cast<std::ptrdiff_t>(merge->end);
      const std::uint64_t joined = std::accumulate(begin, end, std::uint64_t{0});
      rewritten += joined;
      sizes.insert(sizes.erase(begin, end), joined);
    }
    ASSERT_LE(sizes.size(), 7 * 6U) << run;
    ASSERT_EQ(std::accumulate(sizes.begin(), sizes.end(), std::uint64_t{0}), 10 * run);
  }
  EXPECT_LE(rewritten, 6 * 10 * kRuns) << "once a tier";
}

TEST(MergePolicy, AFifthDeletedIsTooMuch) {
  SegmentInfo segment;
  segment.articles = 10;
  segment.deleted = 2;
  EXPECT_FALSE(needs_rebuild(segment));
  segment.deleted = 3;
  EXPECT_TRUE(needs_rebuild(segment));
  segment.articles = segment.deleted = 1;
  EXPECT_TRUE(needs_rebuild(segment));
}

}  // namespace
}  // namespace dateline
