#include "common/index/run_history.h"

#include <gtest/gtest.h>

namespace dateline {
namespace {

const std::vector<IndexRun> kRuns = {{"2022-01-07T03:00:00Z", "2022-01-07T05:00:00Z", 1},
                                     {"2022-01-08T03:00:00Z", "2022-01-08T03:01:00Z", 101},
                                     {"2022-01-09T03:00:00Z", "2022-01-09T03:01:00Z", 120}};

TEST(RunHistory, TellsWhatWasIndexedSince) {
  const auto since = [](const std::string& time) { return first_article_since(kRuns, time, 130); };
  EXPECT_EQ(since("2021"), 1U);
  EXPECT_EQ(since("2022-01-07"), 1U);
  EXPECT_EQ(since("2022-01-07T04:00:00Z"), 1U) << "in the middle of a run: all of it";
  EXPECT_EQ(since("2022-01-07T05:00:01Z"), 101U);
  EXPECT_EQ(since("2022-01-09"), 120U);
  EXPECT_EQ(since("2022-01-10"), 130U) << "nothing";
  EXPECT_EQ(first_article_since({}, "2022", 1), 1U);
}

TEST(RunHistory, KnowsTheLastRun) {
  EXPECT_EQ(first_article_of_last_run(kRuns, 130), 120U);
  EXPECT_EQ(first_article_of_last_run({}, 1), 1U);
}

TEST(RunHistory, RunsLongAgoAreJoinedAndNeverSeemOlderThanTheyAre) {
  std::vector<IndexRun> runs;
  const auto time = [](std::uint32_t run) { return "t" + std::to_string(100 + run); };
  for (std::uint32_t run = 0; run < 500; ++run) {
    runs.push_back({time(run), time(run), 1 + 10 * run});
    limit_runs(runs, 20);
    ASSERT_LE(runs.size(), 20U);
    ASSERT_EQ(runs.front().first_article, 1U);
    for (std::uint32_t one = 0; one <= run; ++one) {
      ASSERT_LE(first_article_since(runs, time(one), 0), 1 + 10 * one) << one << " of " << run;
    }
    ASSERT_EQ(first_article_since(runs, time(run), 0), 1 + 10 * run) << "the newest stay apart";
  }
}

}  // namespace
}  // namespace dateline
