#include "searcher/output/timeline_output.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

namespace dateline {
namespace {

constexpr Terminal kNarrow{true, false, 38};

Timeline months(std::vector<std::uint64_t> counts, std::uint64_t undated) {
  Timeline timeline;
  timeline.unit = TimelineUnit::Month;
  timeline.undated = undated;
  Date month{2021, 12, 1};
  for (const std::uint64_t count : counts) {
    timeline.bars.push_back({month, count});
    month = month.month == 12 ? Date{month.year + 1, 1, 1} : Date{month.year, month.month + 1, 1};
  }
  return timeline;
}

TimelineComparison single() {
  return compared({{"oil", "(word oil)", months({1, 0, 1234, 617}, 3)}},
                  months({10, 0, 100000, 90000}, 5));
}

TEST(TimelineText, FitsTheTerminal) {
  EXPECT_EQ(text_of(single(), false, kNarrow),
            "2021-12      1  ▏\n"
            "2022-01      0\n"
            "2022-02  1,234  ████████████████████\n"
            "2022-03    617  ██████████\n"
            "1,855 articles, 3 of them undated\n");
}

TEST(TimelineText, SharesAreOfAllArticlesOfTheUnit) {
  const std::string text = text_of(single(), true, Terminal{true, false, 50});
  EXPECT_NE(text.find("2021-12       1 of 10  10.00 %  █"), std::string::npos) << text;
  EXPECT_NE(text.find("2022-01         0 of 0  0.00 %\n"), std::string::npos) << text;
}

TEST(TimelineText, SeveralStandBelowOneAnother) {
  const auto timeline = compared(
      {{"oil \x1b[2J", "", months({2, 4}, 0)}, {"gas", "", months({0, 1}, 1)}}, months({9, 9}, 9));
  EXPECT_EQ(text_of(timeline, false, Terminal{true, false, 30}),
            "a  oil �[2J\nb  gas\n\n"
            "2021-12  a  2  ███████\n"
            "         b  0\n"
            "2022-01  a  4  ██████████████\n"
            "         b  1  ███▌\n"
            "a  6 articles\nb  2 articles, 1 of them undated\n");
}

TEST(TimelineText, BurstsHaveAStar) {
  const auto timeline =
      compared({{"oil", "", months({1, 1, 90, 1, 1}, 0)}}, months({100, 100, 100, 100, 100}, 0));
  const std::string text = text_of(timeline, false, kNarrow);
  EXPECT_NE(text.find("█ *\n"), std::string::npos) << text;
  EXPECT_NE(text.find("\n* burst:"), std::string::npos);
}

TEST(TimelineText, OneArticleIsSingular) {
  Timeline year;
  year.unit = TimelineUnit::Year;
  year.bars = {{{814, 1, 1}, 1}};
  EXPECT_EQ(text_of(compared({{"x", "", year}}, year), false, Terminal{true, false, 20}),
            "0814  1  █████████\n1 article\n");
}

TEST(TimelineJson, HasCountsSharesAndBursts) {
  EXPECT_EQ(json_of(compared({{"oil", "(word oil)", months({1}, 3)}}, months({4, 7}, 5))),
            R"j({"schema":1,"query":"oil","understood":"(word oil)","unit":"month","total":4,)j"
            R"("undated":3,"all_undated":5,"bars":[{"period":"2021-12","first":"2021-12-01",)"
            R"("last":"2021-12-31","count":1,"all":4,"share":25.0,"burst":false}]})"
            "\n");
  const auto several = nlohmann::json::parse(json_of(
      compared({{"a", "", months({2, 4}, 0)}, {"b", "", months({0, 1}, 1)}}, months({9, 9}, 9))));
  ASSERT_EQ(several["series"].size(), 2u);
  EXPECT_EQ(several["series"][0]["bars"], several["bars"]);
  EXPECT_EQ(several["series"][1]["query"], "b");
  EXPECT_EQ(several["series"][1]["total"], 2);
  EXPECT_EQ(several["series"][1]["bars"][1]["count"], 1);
}

TEST(TimelineTable, HasARowForEachUnitAndOneForTheUndated) {
  EXPECT_EQ(table_of(Format::Csv, compared({{"=oil", "", months({1}, 3)}}, months({4}, 6))),
            "period,first,last,count,all,share,burst,query\r\n"
            "2021-12,2021-12-01,2021-12-31,1,4,25.0000,0,'=oil\r\n"
            "undated,,,3,6,50.0000,0,'=oil\r\n");
}

}  // namespace
}  // namespace dateline
