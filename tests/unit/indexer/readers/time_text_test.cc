#include "indexer/readers/time_text.h"

#include <gtest/gtest.h>

#include <string>

namespace dateline {
namespace {

TEST(TimeText, ATimeOfDayBehindADateIsMeasured) {
  const struct {
    const char* text;
    std::size_t length;
  } rows[] = {
      {"T10:00:00Z The", 10},
      {"T10:00", 6},
      {" 10:00 The", 6},
      {" 10:00:00 +0000", 15},
      {" 10:00:00.123+01:00 x", 19},
      {", 10:00 am", 10},
      {" 9:15 P.M. The", 10},
      {" at 10:00 GMT", 13},
      {" 10:00 GMTX", 6},
      {" 10", 0},
      {" 10:0", 0},
      {" 10:000", 0},
      {" 25:00", 0},
      {" The 10:00", 0},
      {"", 0},
      {" 10:00x", 0},
      {" 10:00 a man", 6},
      {" atoll", 0},
  };
  for (const auto& row : rows) EXPECT_EQ(time_length(row.text), row.length) << row.text;
}

TEST(TimeText, NoStartOfATimeReadsPastTheEnd) {
  const std::string text = ", at 10:00:00.123 p.m. +01:00";
  for (std::size_t length = 0; length <= text.size(); ++length) {
    const std::string start = text.substr(0, length);  // of its own, for the sanitizers
    EXPECT_LE(time_length(start), length);
  }
}

}  // namespace
}  // namespace dateline
