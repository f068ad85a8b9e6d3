#include "common/date.h"

#include <gtest/gtest.h>

namespace dateline {
namespace {

TEST(Date, OnlyDaysThatExistAreMade) {
  EXPECT_TRUE(make_date(2024, 2, 29));
  EXPECT_TRUE(make_date(2000, 2, 29));
  EXPECT_FALSE(make_date(1900, 2, 29));
  EXPECT_FALSE(make_date(2022, 2, 31));
  EXPECT_FALSE(make_date(2022, 13, 1));
  EXPECT_FALSE(make_date(2022, 0, 1));
  EXPECT_FALSE(make_date(2022, 1, 0));
  EXPECT_FALSE(make_date(0, 1, 1));
}

TEST(Date, DayNumbersAgreeWithKnownDays) {
  EXPECT_EQ(day_number({1970, 1, 1}), 0);
  EXPECT_EQ(day_number({2000, 3, 1}), 11017);
  EXPECT_EQ(day_number({1600, 1, 1}), -135140);
}

TEST(Date, EveryDayNumberLeadsBackToItsDay) {
  const std::int32_t last = day_number({kLastYear, 12, 31});
  Date expected{kFirstYear, 1, 1};
  for (std::int32_t days = day_number(expected); days <= last; ++days) {
    ASSERT_EQ(date_from_day_number(days), expected) << days;
    ASSERT_EQ(day_number(expected), days) << to_iso(expected);
    if (++expected.day > days_in_month(expected.year, expected.month)) {
      expected.day = 1;
      if (++expected.month > 12) expected = {expected.year + 1, 1, 1};
    }
  }
}

TEST(Date, IsoTextIsReadAndWritten) {
  EXPECT_EQ(to_iso({814, 1, 28}), "0814-01-28");
  EXPECT_EQ(parse_iso_date("2022-01-07"), (Date{2022, 1, 7}));
  for (const char* bad : {"2022-02-31", "2022-1-7", "20220107", "2022-01-07 ", "-022-01-07", ""}) {
    EXPECT_FALSE(parse_iso_date(bad)) << bad;
  }
}

}  // namespace
}  // namespace dateline
