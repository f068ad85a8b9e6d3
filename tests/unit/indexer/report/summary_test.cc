#include "indexer/report/summary.h"

#include <gtest/gtest.h>

#include "indexer/output/progress.h"

namespace dateline {
namespace {

RunReport example() {
  RunReport report;
  report.found = 1240;
  report.indexed = 1200;
  report.changed = 3;
  report.unchanged = 20;
  report.duplicate = 1;
  report.skipped = 17;
  report.failed = 2;
  report.reasons = {{SkipReason::Empty, 16},
                    {SkipReason::Binary, 1},
                    {SkipReason::Duplicate, 1},
                    {SkipReason::Unreadable, 2}};
  report.removed = 4;
  report.bytes = 3'000'000;
  report.undated = 5;
  report.conflicts = 6;
  report.years = {{2020, 600}, {2022, 595}};
  report.first_date = Date{2020, 1, 2};
  report.last_date = Date{2022, 12, 30};
  report.seconds = 2;
  report.index_articles = 1220;
  report.index_bytes = 1'800'000;
  return report;
}

TEST(Summary, AccountsForEveryFile) {
  EXPECT_EQ(summary(example(), 60),
            R"(found            1,240
indexed          1,200  of them changed: 3
unchanged           20
duplicate            1
skipped             17  16 empty, 1 binary
failed               2  2 unreadable
removed              4  their files are gone

dates       2020-01-02  to 2022-12-30
no date              5  find them with date:none
conflict             6  header, file name, folder or dateline disagree: date:conflict

2020  600 #################################################
2021    0
2022  595 #################################################

text            3.0 MB
time             2.0 s  600 articles/s, 1.5 MB/s
index           1.8 MB  1,220 articles
)");
}

TEST(Summary, ARunOverNothingNewIsShort) {
  RunReport report;
  report.found = report.unchanged = report.index_articles = 7;
  const std::string text = summary(report, 80);
  EXPECT_EQ(text.find("dates"), std::string::npos) << text;
  EXPECT_EQ(text.find('#'), std::string::npos) << text;
  EXPECT_NE(text.find("unchanged            7\n"), std::string::npos) << text;
}

TEST(Summary, TheSizeIsComparedWithTheTextOnlyIfItIsThatTexts) {
  RunReport report = example();
  EXPECT_EQ(summary(report, 80).find("x the text"), std::string::npos);
  report.unchanged = 0;
  report.index_articles = report.indexed;
  EXPECT_NE(summary(report, 80).find("1,200 articles, 0.60 x the text"), std::string::npos);
}

TEST(Summary, ManyYearsAreJoinedAndEveryArticleIsInABar) {
  for (int last : {1430, 1500, 1850, 2022}) {
    RunReport report = example();
    report.years.clear();
    for (int year = 1401; year <= last; year += 7) report.years[year] = 1;
    const std::string text = summary(report, 80);
    EXPECT_LE(std::count(text.begin(), text.end(), '\n'), 50) << text;
    std::size_t total = 0;
    for (std::size_t at = text.find(" #"); at != text.npos; at = text.find(" #", at + 2)) {
      const std::size_t begin = text.rfind(' ', at - 1);
      total += std::stoul(text.substr(begin, at - begin));
    }
    EXPECT_EQ(total, report.years.size()) << text;
  }
}

TEST(Duration, HasTheUnitsPeopleUse) {
  EXPECT_EQ(as_duration(0), "0.0 s");
  EXPECT_EQ(as_duration(12.34), "12.3 s");
  EXPECT_EQ(as_duration(59.4), "59.4 s");
  EXPECT_EQ(as_duration(59.97), "1 min 00 s");
  EXPECT_EQ(as_duration(75), "1 min 15 s");
  EXPECT_EQ(as_duration(3599.7), "1 h 00 min");
  EXPECT_EQ(as_duration(4000), "1 h 06 min");
}

TEST(ProgressLine, SaysWhatIsKnown) {
  ProgressState state;
  state.files = 12'345;
  state.indexed_bytes = 81'000'000;
  state.seconds = 10;
  EXPECT_EQ(progress_line(state, 80), "12,345 files  1,234/s  8.1 MB/s");
  state.files_in_all = 24'690;
  EXPECT_EQ(progress_line(state, 60), "12,345 files  50%  1,234/s  8.1 MB/s  10.0 s left");
  EXPECT_EQ(progress_line(state, 100),
            "[============            ] 12,345 files  50%  1,234/s  8.1 MB/s  10.0 s left");
}

TEST(ProgressLine, StaysWithinReasonAtTheEdges) {
  ProgressState state;
  EXPECT_EQ(progress_line(state, 80), "0 files  0/s  0.0 MB/s");
  state.files_in_all = 5;
  EXPECT_EQ(progress_line(state, 50), "0 files  0%  0/s  0.0 MB/s");
  state.files = 7;  // more came than were counted
  state.seconds = 1;
  EXPECT_EQ(progress_line(state, 50), "7 files  100%  7/s  0.0 MB/s  0.0 s left");
}

}  // namespace
}  // namespace dateline
