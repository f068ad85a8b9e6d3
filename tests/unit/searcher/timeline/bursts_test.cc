#include "searcher/timeline/bursts.h"

#include <gtest/gtest.h>

#include <cmath>
#include <cstddef>
#include <random>
#include <string>

namespace dateline {
namespace {

using Counts = std::vector<std::uint64_t>;

std::string marks(const Counts& counts, const Counts& all) {
  std::string text;
  for (const bool burst : bursts(counts, all)) text += burst ? '*' : '.';
  return text;
}

TEST(Bursts, AreStretchesOfClearlyMoreThanUsual) {
  const Counts hundred(10, 100);
  EXPECT_EQ(marks({2, 2, 2, 2, 2, 2, 2, 2, 2, 2}, hundred), "..........");
  EXPECT_EQ(marks({2, 2, 2, 40, 50, 45, 2, 2, 2, 2}, hundred), "...***....");
  EXPECT_EQ(marks({0, 1, 0, 0, 2, 0, 1, 0, 0, 1}, hundred), "..........")
      << "few articles prove little";
  EXPECT_EQ(marks({50, 50, 1, 1, 1, 1, 1, 1, 1, 1}, hundred), "**........");
  EXPECT_EQ(marks({1, 1, 1, 1, 1, 1, 1, 1, 50, 50}, hundred), "........**");
}

TEST(Bursts, AreOfTheShareNotOfTheCount) {
  EXPECT_EQ(marks({10, 10, 100, 10, 10}, {100, 100, 1000, 100, 100}), ".....");
  EXPECT_EQ(marks({10, 10, 10, 10, 10, 10}, {1000, 1000, 15, 1000, 1000, 1000}), "..*...");
}

TEST(Bursts, OfNothingOrEverythingThereAreNone) {
  EXPECT_EQ(marks({}, {}), "");
  EXPECT_EQ(marks({5}, {9}), ".");
  EXPECT_EQ(marks({0, 0}, {9, 9}), "..");
  EXPECT_EQ(marks({9, 9}, {9, 9}), "..");
  EXPECT_EQ(marks({0, 5}, {0, 9}), "..");
}

/// The cost of a sequence of states, as the paper has it.
double cost(unsigned states, const Counts& counts, const Counts& all) {
  double matching = 0, total = 0, sum = 0;
  for (std::size_t t = 0; t < counts.size(); ++t) {
    matching += static_cast<double>(counts[t]);
    total += static_cast<double>(all[t]);
  }
  bool before = false;
  for (std::size_t t = 0; t < counts.size(); ++t) {
    const bool burst = (states >> t & 1U) != 0;
    if (burst && !before) sum += std::log(static_cast<double>(counts.size()));
    const double share = std::min(burst ? 2 * matching / total : matching / total, 0.9999);
    sum -= static_cast<double>(counts[t]) * std::log(share) +
           static_cast<double>(all[t] - counts[t]) * std::log(1 - share);
    before = burst;
  }
  return sum;
}

TEST(Bursts, AreTheCheapestOfAllSequences) {
  std::minstd_rand random(3);
  for (int round = 0; round < 200; ++round) {
    Counts counts, all;
    for (int t = 0; t < 8; ++t) {
      all.push_back(1 + random() % 60);
      counts.push_back(random() % (random() % 3 == 0 ? all.back() + 1 : all.back() / 8 + 1));
    }
    unsigned taken = 0;
    const auto found = bursts(counts, all);
    for (unsigned t = 0; t < 8; ++t) taken |= found[t] ? 1U << t : 0U;
    double matching = 0, total = 0;
    for (int t = 0; t < 8; ++t) {
      matching += static_cast<double>(counts[static_cast<std::size_t>(t)]);
      total += static_cast<double>(all[static_cast<std::size_t>(t)]);
    }
    if (matching == 0 || matching / total >= 0.9999) continue;
    double least = cost(0, counts, all);
    for (unsigned states = 1; states < 256; ++states) {
      least = std::min(least, cost(states, counts, all));
    }
    EXPECT_NEAR(cost(taken, counts, all), least, 1e-9);
  }
}

}  // namespace
}  // namespace dateline
