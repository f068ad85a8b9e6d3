#include "searcher/timeline/comparison.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <set>

#include "searcher/timeline/bursts.h"

namespace dateline {

namespace {

std::map<Date, std::uint64_t> by_date(const Timeline& timeline) {
  std::map<Date, std::uint64_t> counts;
  for (const TimelineBar& bar : timeline.bars) counts[bar.first] = bar.count;
  return counts;
}

std::vector<std::uint64_t> counts_of(const Timeline& timeline, const std::vector<Date>& units) {
  const auto counts = by_date(timeline);
  std::vector<std::uint64_t> numbers;
  for (const Date& unit : units) {
    const auto count = counts.find(unit);
    numbers.push_back(count == counts.end() ? 0 : count->second);
  }
  return numbers;
}

}  // namespace

std::uint64_t TimelineSeries::dated() const {
  return std::accumulate(counts.begin(), counts.end(), std::uint64_t{0});
}

bool TimelineComparison::empty() const {
  return std::all_of(series.begin(), series.end(),
                     [](const TimelineSeries& one) { return one.total() == 0; });
}

TimelineComparison compared(const std::vector<CountedQuery>& queries, const Timeline& all) {
  TimelineComparison comparison;
  comparison.unit = all.unit;
  std::set<Date> ends;
  for (const CountedQuery& query : queries) {
    if (query.counts.bars.empty()) continue;
    ends.insert(query.counts.bars.front().first);
    ends.insert(query.counts.bars.back().first);
  }
  for (const TimelineBar& bar : all.bars) {
    const bool within = !ends.empty() && *ends.begin() <= bar.first && bar.first <= *ends.rbegin();
    if (!within) continue;
    comparison.units.push_back(bar.first);
    comparison.all.push_back(bar.count);
  }
  comparison.all_undated = all.undated;
  for (const CountedQuery& query : queries) {
    TimelineSeries series{query.query, query.understood, {}, {}, query.counts.undated};
    series.counts = counts_of(query.counts, comparison.units);
    series.bursts = bursts(series.counts, comparison.all);
    comparison.series.push_back(std::move(series));
  }
  return comparison;
}

double per_cent(std::uint64_t part, std::uint64_t whole) {
  return whole == 0 ? 0 : 100 * static_cast<double>(part) / static_cast<double>(whole);
}

}  // namespace dateline
