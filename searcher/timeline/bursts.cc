#include "searcher/timeline/bursts.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <numeric>

namespace dateline {

namespace {

constexpr double kBurstFactor = 2;      // Kleinberg's s
constexpr double kMostLikely = 0.9999;  // a burst cannot be more than certain

/// The cost of seeing `matching` of `all` where each matches with `share`; without the binomial
/// coefficient, which both states have.
double cost(std::uint64_t matching, std::uint64_t all, double share) {
  return -(static_cast<double>(matching) * std::log(share) +
           static_cast<double>(all - matching) * std::log(1 - share));
}

}  // namespace

std::vector<bool> bursts(const std::vector<std::uint64_t>& counts,
                         const std::vector<std::uint64_t>& all) {
  const std::size_t units = counts.size();
  std::vector<bool> in_burst(units, false);
  const auto sum = [](const std::vector<std::uint64_t>& numbers) {
    return std::accumulate(numbers.begin(), numbers.end(), std::uint64_t{0});
  };
  const std::uint64_t matching = sum(counts);
  const std::uint64_t total = sum(all);
  if (units < 2 || matching == 0 || matching == total) return in_burst;
  const double usual = static_cast<double>(matching) / static_cast<double>(total);
  const double burst = std::min(usual * kBurstFactor, kMostLikely);
  if (burst <= usual) return in_burst;
  const double entering = std::log(static_cast<double>(units));

  // Viterbi: the cheapest way to either state of each unit, and whether it came from a burst.
  std::vector<std::array<bool, 2>> from_burst(units);
  std::array<double, 2> cheapest{0, entering};
  for (std::size_t t = 0; t < units; ++t) {
    const bool leaves = t > 0 && cheapest[1] < cheapest[0];
    const bool stays = t > 0 && cheapest[1] <= cheapest[0] + entering;
    from_burst[t] = {leaves, stays};
    const double to_usual = leaves ? cheapest[1] : cheapest[0];
    const double to_burst = t == 0 ? entering : stays ? cheapest[1] : cheapest[0] + entering;
    cheapest = {to_usual + cost(counts[t], all[t], usual),
                to_burst + cost(counts[t], all[t], burst)};
  }
  bool state = cheapest[1] < cheapest[0];
  for (std::size_t t = units; t-- > 0;) {
    in_burst[t] = state;
    state = from_burst[t][state ? 1 : 0];
  }
  return in_burst;
}

}  // namespace dateline
