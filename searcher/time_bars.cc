#include "searcher/time_bars.h"

#include "searcher/output/names.h"

namespace dateline {

namespace {

Date next_bar(Date first, TimelineUnit unit) {
  if (unit == TimelineUnit::Year) return {first.year + 1, 1, 1};
  const int month_days = days_in_month(first.year, first.month);
  const int days = unit == TimelineUnit::Day ? 1 : unit == TimelineUnit::Week ? 7 : month_days;
  return date_from_day_number(day_number(first) + days);
}

}  // namespace

void TimeBars::add(std::optional<Date> date) {
  if (date) {
    ++counts_[first_day_of(*date, unit_)];
  } else {
    ++undated_;
  }
}

Timeline TimeBars::timeline() const {
  Timeline timeline;
  timeline.unit = unit_;
  timeline.undated = undated_;
  if (counts_.empty()) return timeline;
  for (Date first = counts_.begin()->first; first <= counts_.rbegin()->first;
       first = next_bar(first, unit_)) {
    const auto count = counts_.find(first);
    timeline.bars.push_back({first, count == counts_.end() ? 0 : count->second});
  }
  return timeline;
}

}  // namespace dateline
