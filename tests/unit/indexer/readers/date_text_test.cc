#include "indexer/readers/date_text.h"

#include <gtest/gtest.h>

#include "tests/unit/indexer/readers/written_date_text.h"

namespace dateline {
namespace {

struct Row {
  const char* text;
  const char* expected;   // see to_text()
  const char* rest = "";  // of the text, behind the date
};

void expect_dates(const std::vector<Row>& rows, const DateRules& rules = kTestRules) {
  for (const Row& row : rows) {
    const WrittenDate date = read_date(row.text, rules);
    EXPECT_EQ(to_text(date), row.expected) << row.text;
    if (!date.is(WrittenDate::Kind::None)) {
      EXPECT_EQ(std::string(row.text).substr(date.length), row.rest) << row.text;
    }
  }
}

TEST(DateText, EveryAcceptedSpellingIsRead) {
  expect_dates({
      {"2022-01-07", "2022-01-07"},
      {"2022/01/07", "2022-01-07"},
      {"2022.01.07", "2022-01-07"},
      {"2022_01_07", "2022-01-07"},
      {"2022-1-7", "2022-01-07"},
      {"2022-Jan-07", "2022-01-07"},
      {"2022 January 7", "2022-01-07"},
      {"20220107", "2022-01-07"},
      {"2022-01-07T10:00:00Z", "2022-01-07", "T10:00:00Z"},
      {"20220107T1000", "2022-01-07", "T1000"},
      {"7 January 2022", "2022-01-07"},
      {"07 January 2022", "2022-01-07"},
      {"7th January, 2022", "2022-01-07"},
      {"7th of January 2022", "2022-01-07"},
      {"1ST JANUARY 2022", "2022-01-01"},
      {"2nd Feb. 2022", "2022-02-02"},
      {"3rd sept 2021", "2021-09-03"},
      {"7. January 2022", "2022-01-07"},
      {"7-Jan-2022", "2022-01-07"},
      {"07Jan2022", "2022-01-07"},
      {"7_Jan_2022", "2022-01-07"},
      {"January 7, 2022", "2022-01-07"},
      {"January 7 2022", "2022-01-07"},
      {"January 7 , 2022", "2022-01-07"},
      {"JANUARY 07, 2022", "2022-01-07"},
      {"Jan. 7, 2022", "2022-01-07"},
      {"Jan 7th, 2022", "2022-01-07"},
      {"Friday, January 7, 2022", "2022-01-07"},
      {"Fri., Jan. 7, 2022 (Reuters)", "2022-01-07", " (Reuters)"},
      {"Friday 7 January 2022", "2022-01-07"},
      {"Fri, 07 Jan 2022 10:00:00 +0000", "2022-01-07", " 10:00:00 +0000"},
      {"  2022-01-07 The", "2022-01-07", " The"},
      {"1400-01-01", "1400-01-01"},
      {"2023-12-31", "2023-12-31"},
      {"2020-02-29", "2020-02-29"},
  });
}

TEST(DateText, PartsOfADateAreToldFromDates) {
  expect_dates({
      {"Jan. 7 (Reuters)", "--01-07", " (Reuters)"},
      {"Jan. 7.", "--01-07", "."},
      {"7 January", "--01-07"},
      {"Feb 29", "--02-29"},
      {"January 7, 202", "--01-07", ", 202"},
      {"January 7, 20222", "--01-07", ", 20222"},
      {"January 2022", "2022-01"},
      {"Jan. 2022", "2022-01"},
      {"2022-01", "2022-01"},
      {"2022-01-x", "2022-01", "-x"},
  });
}

TEST(DateText, NumbersAreAmbiguousUnlessAPartTellsOrTheyAgree) {
  expect_dates({
      {"07/01/2022", "2022-01-07 or 2022-07-01"},
      {"07.01.2022", "2022-01-07 or 2022-07-01"},
      {"7-1-2022", "2022-01-07 or 2022-07-01"},
      {"31/01/2022", "2022-01-31"},
      {"01/31/2022", "2022-01-31"},
      {"07/07/2022", "2022-07-07"},
  });
  EXPECT_EQ(read_date("07/01/2022", kTestRules).problem,
            "date \"07/01/2022\" can be 2022-01-07 or 2022-07-01: --date-order decides");
}

TEST(DateText, DateOrderDecidesAmbiguousNumbersOnly) {
  expect_dates({{"07/01/2022", "2022-01-07"}, {"01/31/2022", "2022-01-31"}},
               {kTestRules.today, DateOrder::DayFirst});
  expect_dates({{"07/01/2022", "2022-07-01"}, {"31/01/2022", "2022-01-31"}},
               {kTestRules.today, DateOrder::MonthFirst});
}

TEST(DateText, ImpossibleDatesAreToldAsWritten) {
  expect_dates({
      {"2022-02-31", "date \"2022-02-31\" is not a day"},
      {"2022-13-01", "date \"2022-13-01\" is not a day"},
      {"2022-00-10", "date \"2022-00-10\" is not a day"},
      {"2021-02-29", "date \"2021-02-29\" is not a day"},
      {"20220231", "date \"20220231\" is not a day"},
      {"Friday, February 30, 2022", "date \"February 30, 2022\" is not a day"},
      {"Feb. 30", "date \"Feb. 30\" is not a day"},
      {"0 January 2022", "date \"0 January 2022\" is not a day"},
      {"31/04/2022", "date \"31/04/2022\" is not a day"},
      {"32/13/2022", "date \"32/13/2022\" is not a day"},
      {"2022-13", "date \"2022-13\" is not a month"},
      {"1399-12-31", "date \"1399-12-31\" is before the year 1400"},
      {"0000-01-01", "date \"0000-01-01\" is before the year 1400"},
      {"14 October 1066", "date \"14 October 1066\" is before the year 1400"},
      {"2024-01-01", "date \"2024-01-01\" is after the year 2023"},
      {"January 2099", "date \"January 2099\" is after the year 2023"},
  });
}

TEST(DateText, WhatIsNoDateIsNone) {
  expect_dates({
      {"", "none"},
      {"   ", "none"},
      {"2022", "none"},
      {"2022-", "none"},
      {"2022-01-077", "none"},
      {"2022-01-07x", "none"},
      {"20220107ab", "none"},
      {"202201071", "none"},
      {"2022 01 07", "none"},
      {"2022.5", "none"},
      {"7", "none"},
      {"7/1", "none"},
      {"7/1/22", "none"},
      {"7/1-2022", "none"},
      {"07/01/20222", "none"},
      {"January", "none"},
      {"Janus 7, 2022", "none"},
      {"Marching 7", "none"},
      {"Friday", "none"},
      {"Friday the 13th", "none"},
      {"7 people", "none"},
      {"7th", "none"},
      {"May 100", "none"},
      {"May 1st2022x", "none"},
      {"-2022-01-07", "none"},
      {"99999999999999999999", "none"},
  });
}

TEST(DateText, MonthsAreNamedInAnyCase) {
  EXPECT_EQ(month_by_name("January"), 1);
  EXPECT_EQ(month_by_name("sEPT"), 9);
  EXPECT_EQ(month_by_name("Dec"), 12);
  EXPECT_EQ(month_by_name("Janu"), std::nullopt);
  EXPECT_EQ(month_by_name(""), std::nullopt);
}

TEST(DateText, NoStartOfADateReadsPastTheEnd) {
  for (const std::string text :
       {"Fri, 07 Jan 2022 10:00:00 +0000", "2022-01-07T10:00:00Z", "7th of January, 2022"}) {
    for (std::size_t length = 0; length <= text.size(); ++length) {
      const std::string start = text.substr(0, length);  // of its own, for the sanitizers
      EXPECT_LE(read_date(start, kTestRules).length, length);
    }
  }
}

}  // namespace
}  // namespace dateline
