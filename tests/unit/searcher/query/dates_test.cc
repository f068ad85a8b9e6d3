// Dates as they are written in queries: relative to Friday, 2022-01-07.
#include "searcher/query/date_value.h"
#include "tests/unit/searcher/query/rows.h"

namespace dateline {
namespace {

class DatesOfQueries : public testing::TestWithParam<Row> {};

TEST_P(DatesOfQueries, AreReadAsExpected) {
  EXPECT_EQ(parsed(GetParam().query), GetParam().expected);
}

const Row kRelative[] = {
    {"LastWeek", "date:\"last week\"", "(date 2021-12-27..2022-01-02)"},
    {"LastWeekUnquoted", "oil date:last week gas",
     "(and (word oil) (date 2021-12-27..2022-01-02) (word gas))"},
    {"LastWeekHyphenated", "date:last-week", "(date 2021-12-27..2022-01-02)"},
    {"ThisWeek", "date:this week", "(date 2022-01-03..2022-01-09)"},
    {"LastMonth", "date:last month", "(date 2021-12-01..2021-12-31)"},
    {"ThisMonth", "date:\"This Month\"", "(date 2022-01-01..2022-01-31)"},
    {"LastYear", "date:last year", "(date 2021-01-01..2021-12-31)"},
    {"ThisYear", "date:this year", "(date 2022-01-01..2022-12-31)"},
    {"Weeks", "date:2w", "(date 2021-12-25..2022-01-07)"},
    {"Days", "date:3d", "(date 2022-01-05..2022-01-07)"},
    {"DaysSpelledOut", "date:3 days", "(date 2022-01-05..2022-01-07)"},
    {"DaysQuoted", "date:\"3 days\"", "(date 2022-01-05..2022-01-07)"},
    {"LastDays", "date:last 3 days oil", "(and (date 2022-01-05..2022-01-07) (word oil))"},
    {"PastMonth", "date:past month", "(date 2021-12-08..2022-01-07)"},
    {"OneDay", "date:1d", "(date 2022-01-07)"},
    {"Months", "date:2m", "(date 2021-11-08..2022-01-07)"},
    {"Years", "date:1y", "(date 2021-01-08..2022-01-07)"},
    {"RangeOfRelatives", "date:2w..yesterday", "(date 2021-12-25..2022-01-06)"},
    {"RangeToWords", "date:2021..last week", "(date 2021-01-01..2022-01-02)"},
    {"RangeFromWords", "date:last month..today", "(date 2021-12-01..2022-01-07)"},
    {"OpenRelative", "date:2w..", "(date 2021-12-25..)"},
    {"WordAfterADate", "date:2022 days", "(and (date 2022-01-01..2022-12-31) (word days))"},
    {"Group", "date:(last week OR today)",
     "(or (date 2021-12-27..2022-01-02) (date 2022-01-07))"},
};

const Row kCompared[] = {
    {"After", "date>2021-01-01", "(date 2021-01-02..)"},
    {"AfterAYear", "date>2021", "(date 2022-01-01..)"},
    {"From", "date>=2021-06", "(date 2021-06-01..)"},
    {"Before", "date<2021", "(date ..2020-12-31)"},
    {"To", "date<=2021", "(date ..2021-12-31)"},
    {"Equal", "date=2021", "(date 2021-01-01..2021-12-31)"},
    {"GoogleAfter", "after:2021-01-01", "(date 2021-01-02..)"},
    {"GmailBefore", "before:2021/06/30", "(date ..2021-06-29)"},
    {"BeforeLastWeek", "before:last week", "(date ..2021-12-26)"},
    {"Compact", "date:20220107", "(date 2022-01-07)"},
    {"Slashes", "date:2022/01", "(date 2022-01-01..2022-01-31)"},
    {"NoneInCapitals", "DATE:NONE", "(date none)"},
};

const Row kWrong[] = {
    {"LastWithoutUnit", "date:last", "6: date \"last\" is not understood"},
    {"LastDecade", "date:\"last decade\"", "7: date \"last decade\" is not understood"},
    {"NoDays", "date:0d", "6: date \"0d\" is not understood"},
    {"BeforeTheFirstYear", "date:9999y", "6: date \"9999y\" is not understood"},
    {"UnitAlone", "date:w", "6: date \"w\" is not understood"},
    {"AfterARange", "after:2021..2022",
     "7: date \"2021..2022\" is a range, which nothing is before or after"},
    {"AfterTheEnd", "date>9999", "6: date \"9999\" has no day after it"},
    {"BeforeTheStart", "before:0001-01-01", "8: date \"0001-01-01\" has no day before it"},
    {"ComparedWithNone", "date>none", "6: date \"none\" is not understood"},
    {"CompactImpossible", "date:20220231", "6: date \"20220231\" is not a day"},
};

INSTANTIATE_TEST_SUITE_P(Relative, DatesOfQueries, testing::ValuesIn(kRelative), row_name);
INSTANTIATE_TEST_SUITE_P(Compared, DatesOfQueries, testing::ValuesIn(kCompared), row_name);
INSTANTIATE_TEST_SUITE_P(Wrong, DatesOfQueries, testing::ValuesIn(kWrong), row_name);

TEST(ParseDateRange, AMonthBackFromItsLastDayIsAMonth) {
  const auto days = parse_date_range("1m", Date{2022, 3, 31}, 1);
  ASSERT_TRUE(days);
  EXPECT_EQ(days.value(), (DateRange{{2022, 3, 1}, {2022, 3, 31}}));
}

TEST(ParseDateRange, AWeekBeginsOnMonday) {
  const auto monday = parse_date_range("this week", Date{2022, 1, 3}, 1);
  const auto sunday = parse_date_range("this week", Date{2022, 1, 9}, 1);
  EXPECT_EQ(monday.value(), sunday.value());
  const auto old = parse_date_range("this week", Date{1969, 12, 29}, 1);  // a Monday
  EXPECT_EQ(old.value(), (DateRange{{1969, 12, 29}, {1970, 1, 4}}));
}

}  // namespace
}  // namespace dateline
