#include "scripts/ranking/measures.h"

#include <algorithm>
#include <cmath>
#include <functional>

namespace dateline {

namespace {

constexpr std::size_t kCutNdcg = 10;
constexpr std::size_t kCutPrecision = 10;
constexpr std::size_t kCutRecall = 100;

double discounted(int grade, std::size_t rank) {
  return grade / std::log2(static_cast<double>(rank) + 1);
}

double ideal_gain(const Grades& grades) {
  std::vector<int> best;
  for (const auto& [article, grade] : grades) best.push_back(std::max(grade, 0));
  std::sort(best.begin(), best.end(), std::greater<>());
  double gain = 0;
  for (std::size_t i = 0; i < best.size() && i < kCutNdcg; ++i) gain += discounted(best[i], i + 1);
  return gain;
}

}  // namespace

Measures measure(const std::vector<std::string>& found, const Grades& grades) {
  const auto relevant = static_cast<double>(std::count_if(
      grades.begin(), grades.end(), [](const auto& judged) { return judged.second > 0; }));
  Measures result;
  if (relevant == 0) return result;
  double seen = 0;
  for (std::size_t i = 0; i < found.size(); ++i) {
    const auto judged = grades.find(found[i]);
    if (judged == grades.end() || judged->second <= 0) continue;
    const std::size_t rank = i + 1;
    ++seen;
    result.average_precision += seen / static_cast<double>(rank);
    if (seen == 1) result.reciprocal_rank = 1 / static_cast<double>(rank);
    if (rank <= kCutNdcg) result.ndcg_10 += discounted(judged->second, rank);
    if (rank <= kCutPrecision) result.precision_10 += 1;
    if (rank <= kCutRecall) result.recall_100 += 1;
  }
  result.average_precision /= relevant;
  result.ndcg_10 /= ideal_gain(grades);
  result.precision_10 /= kCutPrecision;
  result.recall_100 /= relevant;
  return result;
}

Measures mean(const std::vector<Measures>& all) {
  Measures sum;
  for (const Measures& one : all) {
    sum.average_precision += one.average_precision;
    sum.ndcg_10 += one.ndcg_10;
    sum.precision_10 += one.precision_10;
    sum.recall_100 += one.recall_100;
    sum.reciprocal_rank += one.reciprocal_rank;
  }
  const double count = std::max<double>(1, static_cast<double>(all.size()));
  return {sum.average_precision / count, sum.ndcg_10 / count, sum.precision_10 / count,
          sum.recall_100 / count, sum.reciprocal_rank / count};
}

}  // namespace dateline
