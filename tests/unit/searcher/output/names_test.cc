#include "searcher/output/names.h"

#include <gtest/gtest.h>

namespace dateline {
namespace {

TEST(Periods, WeeksAreThoseOfIso8601) {
  const std::pair<Date, const char*> rows[] = {
      {{2022, 1, 1}, "2021-W52"},   {{2022, 1, 3}, "2022-W01"}, {{2020, 12, 31}, "2020-W53"},
      {{2021, 1, 3}, "2020-W53"},   {{2021, 1, 4}, "2021-W01"}, {{2019, 12, 30}, "2020-W01"},
      {{1969, 12, 31}, "1970-W01"}, {{1, 1, 1}, "0001-W01"},    {{9999, 12, 31}, "9999-W52"},
  };
  for (const auto& [day, name] : rows) {
    const Date monday = first_day_of(day, TimelineUnit::Week);
    EXPECT_EQ(period_name(monday, TimelineUnit::Week), name) << to_iso(day);
    EXPECT_LE(monday, day);
    EXPECT_LE(day, last_day_of(monday, TimelineUnit::Week));
  }
}

TEST(Periods, EveryUnitHasAFirstAndALastDay) {
  const Date day{2022, 2, 17};
  EXPECT_EQ(first_day_of(day, TimelineUnit::Year), (Date{2022, 1, 1}));
  EXPECT_EQ(first_day_of(day, TimelineUnit::Month), (Date{2022, 2, 1}));
  EXPECT_EQ(first_day_of(day, TimelineUnit::Week), (Date{2022, 2, 14}));
  EXPECT_EQ(first_day_of(day, TimelineUnit::Day), day);
  EXPECT_EQ(last_day_of({2022, 2, 1}, TimelineUnit::Month), (Date{2022, 2, 28}));
  EXPECT_EQ(last_day_of({2022, 2, 14}, TimelineUnit::Week), (Date{2022, 2, 20}));
}

}  // namespace
}  // namespace dateline
