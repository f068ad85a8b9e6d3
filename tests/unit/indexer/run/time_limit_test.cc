#include "indexer/run/time_limit.h"

#include <gtest/gtest.h>

namespace dateline {
namespace {

TEST(TimeLimit, ReadsDurations) {
  const std::pair<const char*, int> kRows[] = {{"90", 90},       {"90s", 90},     {"45m", 2700},
                                               {"7h", 25200},    {"1h30m", 5400}, {"2d", 172800},
                                               {"1d1h1m1s", 90061}};
  for (const auto& [text, seconds] : kRows) {
    const auto read = parse_duration("--max-time", text);
    ASSERT_TRUE(read) << text;
    EXPECT_EQ(read.value().count(), seconds) << text;
  }
}

TEST(TimeLimit, RefusesWhatIsNoDuration) {
  for (const char* text : {"", "0", "0h", "h", "1x", "-5", "1 h", "1.5h", "99999999999999999999", "367d"}) {
    const auto read = parse_duration("--max-time", text);
    ASSERT_FALSE(read) << text;
    EXPECT_EQ(read.problem().message, std::string("--max-time \"") + text + "\" is not a time");
  }
}

TEST(TimeLimit, TakesTheNextTimeOfDay) {
  constexpr std::time_t kNoon = 1'641'556'800;  // 2022-01-07 12:00 UTC, the tests' time zone
  const std::pair<const char*, std::time_t> kRows[] = {{"13:00", kNoon + 3600},
                                                       {"12:00", kNoon + 86400},
                                                       {"06:30", kNoon + 18 * 3600 + 1800},
                                                       {"6:30", kNoon + 18 * 3600 + 1800}};
  for (const auto& [text, at] : kRows) {
    const auto read = parse_time_of_day("--until", text, kNoon);
    ASSERT_TRUE(read) << text;
    EXPECT_EQ(read.value(), at) << text;
  }
}

TEST(TimeLimit, RefusesWhatIsNoTimeOfDay) {
  for (const char* text : {"", "6", "24:00", "12:60", "12-30", "1234", "12:3", "12:345", "aa:bb"}) {
    EXPECT_FALSE(parse_time_of_day("--until", text, 0)) << text;
  }
}

}  // namespace
}  // namespace dateline
