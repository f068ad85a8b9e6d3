// kill -9 at any moment of a first run, a later run and a repair: the index opens, all that was
// published is in it, and the next run ends where an undisturbed one does.
#include <gtest/gtest.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <cstdio>
#include <nlohmann/json.hpp>
#include <thread>

#include "common/index/durable_file.h"
#include "common/index/manifest.h"
#include "tests/fault/fault_support.h"
#include "tests/support/indexing.h"
#include "tests/support/random.h"

namespace dateline::fault {
namespace {

using Clock = std::chrono::steady_clock;

std::uint64_t articles_in(const std::string& index) {
  const auto manifest = load_manifest(IndexPaths{index});
  std::uint64_t articles = 0;
  if (!manifest) return 0;
  for (const SegmentInfo& segment : manifest->segments) articles += segment.articles - segment.deleted;
  return articles;
}

std::size_t lines_of(const std::string& file) {
  std::size_t lines = 0;
  for (const char c : read_file(file)) lines += c == '\n' ? 1 : 0;
  return lines;
}

/// How many files the last run found indexed already: it does nothing again.
std::uint64_t unchanged_in_last_run(const std::string& index) {
  const ProgramRun run = run_program(indexer({"--report", "--format", "json", "--index", index}));
  return nlohmann::json::parse(run.out).at("counts").at("unchanged");
}

struct Kills {
  std::size_t done = 0;        ///< the program was killed
  std::size_t ended = 0;       ///< it had ended before
  std::size_t amid = 0;        ///< killed after its first article was published and before its last
};

class KillTest : public testing::Test {
 protected:
  /// Half of the kills at a random time, half at a random change of a file: where most can go wrong.
  void kill_at_random(const Scenario& scenario, std::size_t times, std::uint32_t seed, Kills& kills) {
    Random random(seed);
    const ScratchFolder scratch;
    scenario.reset();
    const auto begin = Clock::now();
    ASSERT_EQ(finish(start(scenario.command(), faults_in(scenario.index(), 0, "", scratch.path("log")))), 0);
    const auto took = std::chrono::duration_cast<std::chrono::microseconds>(Clock::now() - begin);
    const std::size_t calls = lines_of(scratch.path("log"));
    for (std::size_t i = 0; i < times; ++i) {
      scenario.reset();
      const std::uint64_t before = articles_in(scenario.index());
      int status = 0;
      if (i % 2 == 0) {
        const std::size_t at = 1 + random.below(calls);
        SCOPED_TRACE(std::string(scenario.name()) + " killed at call " + std::to_string(at));
        status = finish(start(scenario.command(), faults_in(scenario.index(), at, "kill")));
        after(scenario, before, status, kills);
      } else {
        const std::size_t at = random.below(static_cast<std::size_t>(took.count()));
        SCOPED_TRACE(std::string(scenario.name()) + " killed after microseconds: " + std::to_string(at));
        const pid_t process = start(scenario.command());
        std::this_thread::sleep_for(std::chrono::microseconds(at));
        ::kill(process, SIGKILL);
        status = finish(process);
        after(scenario, before, status, kills);
      }
    }
  }

 private:
  static void after(const Scenario& scenario, std::uint64_t before, int status, Kills& kills) {
    ++(status == 128 + SIGKILL ? kills.done : kills.ended);
    EXPECT_TRUE(status == 0 || status == 128 + SIGKILL) << status;
    expect_whole(scenario.index(), scenario.is_repair());
    const std::uint64_t published = articles_in(scenario.index());
    const ProgramRun again = run_program(scenario.command());
    EXPECT_EQ(again.status, 0) << again.err;
    if (scenario.is_first_run()) {
      EXPECT_EQ(unchanged_in_last_run(scenario.index()), published);
    }
    const std::uint64_t all = articles_in(scenario.index());
    if (published != before && published != all) ++kills.amid;
    expect_whole(scenario.index(), false);
    EXPECT_EQ(dump_by_path(scenario.index()), scenario.wanted());
  }
};

TEST_F(KillTest, NothingIsLostAndTheNextRunEndsTheSame) {
  const std::size_t times = how_many("DATELINE_KILLS", 20);
  std::uint32_t seed = 2022;
  std::size_t left = times, scenarios = std::size(Scenario::kKinds);
  Kills all;
  for (const Scenario::Kind kind : Scenario::kKinds) {
    const Scenario scenario(kind);
    const std::size_t share = left / scenarios--;
    left -= share;
    kill_at_random(scenario, share, ++seed, all);
  }
  std::printf("%zu runs: %zu killed, %zu of them between two publications, %zu had ended; "
              "all indexes whole, all dumps equal\n",
              times, all.done, all.amid, all.ended);
  EXPECT_GT(all.done, times / 2);
}

}  // namespace
}  // namespace dateline::fault
