#include "indexer/readers/date_resolver.h"

#include <gtest/gtest.h>

#include "indexer/readers/dateline.h"
#include "indexer/readers/path_date.h"
#include "tests/unit/indexer/readers/written_date_text.h"

namespace dateline {
namespace {

struct Row {
  const char* name;
  const char* header;  // what each source says, as it is written there
  const char* file_name;
  const char* folder;
  const char* dateline;
  const char* expected;  // date, source, flags and messages: see resolve()
};

std::string source_name(DateSource source) {
  constexpr const char* kNames[] = {"none", "header", "file", "folder", "dateline"};
  return kNames[static_cast<int>(source)];
}

std::string resolve(const Row& row) {
  const ResolvedDate resolved = resolve_date(
      {read_date(row.header, kTestRules), read_file_name_date(row.file_name, kTestRules),
       read_folder_date(row.folder, kTestRules), read_dateline(row.dateline, kTestRules)},
      kTestRules);
  std::string text = resolved.date ? to_iso(*resolved.date) : "no date";
  text += " " + source_name(resolved.source);
  if (resolved.flags & ArticleFlags::kDateConflict) text += " CONFLICT";
  if (resolved.flags & ArticleFlags::kDateImpossible) text += " IMPOSSIBLE";
  if (resolved.flags & ArticleFlags::kDateAmbiguous) text += " AMBIGUOUS";
  for (const std::string& message : resolved.messages) text += "; " + message;
  return text;
}

void expect_resolved(const std::vector<Row>& rows) {
  for (const Row& row : rows) EXPECT_EQ(resolve(row), row.expected) << row.name;
}

TEST(DateResolver, TheBestSourceGivesTheDate) {
  expect_resolved({
      {"nothing", "", "x.txt", "news", "", "no date none"},
      {"all agree", "2022-01-07", "20220107.txt", "2022/01/07", "ALMATY, Jan 7 - x",
       "2022-01-07 header"},
      {"file name before folder", "", "20220107.txt", "2022/01/07", "", "2022-01-07 file"},
      {"folder before dateline", "", "x.txt", "2022/01/07", "ALMATY, Jan 7 - x",
       "2022-01-07 folder"},
      {"dateline alone", "", "x.txt", "", "ALMATY, Jan 7, 2022 - x", "2022-01-07 dateline"},
  });
}

TEST(DateResolver, SourcesThatDifferAreAConflict) {
  expect_resolved({
      {"folder date loses to header date", "2022-01-07", "x.txt", "2022/01/08", "",
       "2022-01-07 header CONFLICT; dates disagree: header 2022-01-07, folder 2022-01-08"},
      {"each is told", "2022-01-07", "20220106.txt", "2022/01/08", "",
       "2022-01-07 header CONFLICT; dates disagree: header 2022-01-07, file name 2022-01-06; "
       "dates disagree: header 2022-01-07, folder 2022-01-08"},
      {"file name and folder", "", "20220106.txt", "2022/01/08", "",
       "2022-01-06 file CONFLICT; dates disagree: file name 2022-01-06, folder 2022-01-08"},
      {"part of a folder date", "2022-01-07", "x.txt", "2022/02", "",
       "2022-01-07 header CONFLICT; dates disagree: header 2022-01-07, folder 2022-02"},
      {"year of a folder", "2022-01-07", "x.txt", "2021", "",
       "2022-01-07 header CONFLICT; dates disagree: header 2022-01-07, folder 2021"},
      {"the right part agrees", "2022-01-07", "x.txt", "2022/01", "", "2022-01-07 header"},
  });
}

TEST(DateResolver, ADatelineOfTheWeekBeforeAgrees) {
  expect_resolved({
      {"a day before", "2022-01-07", "x", "", "ALMATY, Jan 6, 2022 - x", "2022-01-07 header"},
      {"a week before", "2022-01-07", "x", "", "ALMATY, Dec 31 - x", "2022-01-07 header"},
      {"more", "2022-01-07", "x", "", "ALMATY, Dec 30 - x",
       "2022-01-07 header CONFLICT; dates disagree: header 2022-01-07, dateline 2021-12-30"},
      {"a day after", "2022-01-07", "x", "", "ALMATY, Jan 8 - x",
       "2022-01-07 header CONFLICT; dates disagree: header 2022-01-07, dateline 2022-01-08"},
      {"against a folder", "", "x", "2022/01/07", "ALMATY, Jan 6 - x", "2022-01-07 folder"},
  });
}

TEST(DateResolver, ADateWithoutAYearTakesItFromTheOthers) {
  expect_resolved({
      {"from the folder's year", "", "x", "2022", "ALMATY, Jan 7 - x", "2022-01-07 dateline"},
      {"from year and month", "", "x", "2022/01", "ALMATY, Jan 7 - x", "2022-01-07 dateline"},
      {"over new year", "", "x", "2022/01", "ALMATY, Dec 30 - x", "2021-12-30 dateline"},
      {"not beyond next year", "", "x", "2023/07", "ALMATY, Jan 7 - x",
       "2023-01-07 dateline CONFLICT; dates disagree: dateline 2023-01-07, folder 2023-07"},
      {"nor before the first", "", "x", "1400/01", "ALMATY, Dec 30 - x",
       "1400-12-30 dateline CONFLICT; dates disagree: dateline 1400-12-30, folder 1400-01"},
      {"not in the folder's month", "", "x", "2022/06", "ALMATY, Mar 3 - x",
       "2022-03-03 dateline CONFLICT; dates disagree: dateline 2022-03-03, folder 2022-06"},
      {"from nowhere", "", "x", "", "ALMATY, Jan 7 - x", "no date none"},
      {"in the header", "7 January", "x", "2022", "", "2022-01-07 header"},
      {"in the header, from nowhere", "7 January", "x", "", "",
       "no date none; date in the header has no year"},
      {"no leap year near", "", "x", "2022", "ALMATY, Feb 29 - x", "no date none"},
      {"the leap year near", "", "x", "2021", "ALMATY, Feb 29 - x",
       "2020-02-29 dateline CONFLICT; dates disagree: dateline 2020-02-29, folder 2021"},
  });
}

TEST(DateResolver, HalfADateInTheHeaderGivesNone) {
  expect_resolved({
      {"month and year", "January 2022", "x", "", "",
       "no date none; date in the header has no day"},
      {"borne out by the folder", "January 2022", "x", "2022/01/07", "",
       "2022-01-07 folder; date in the header has no day"},
  });
}

TEST(DateResolver, ImpossibleDatesGiveWayAndAreTold) {
  expect_resolved({
      {"header", "2022-02-31", "x", "", "",
       "no date none IMPOSSIBLE; date \"2022-02-31\" is not a day"},
      {"header, then folder", "2022-02-31", "x", "2022/03/01", "",
       "2022-03-01 folder IMPOSSIBLE; date \"2022-02-31\" is not a day"},
      {"file name", "2022-03-01", "2022-02-31.txt", "", "",
       "2022-03-01 header IMPOSSIBLE; date \"2022-02-31\" is not a day"},
      {"after next year", "2024-01-01", "x", "", "",
       "no date none IMPOSSIBLE; date \"2024-01-01\" is after the year 2023"},
  });
}

TEST(DateResolver, AnAmbiguousDateIsReadAsTheOthersSay) {
  expect_resolved({
      {"day first, by the folder", "07/01/2022", "x", "2022/01/07", "", "2022-01-07 header"},
      {"month first, by the file name", "07/01/2022", "20220701.txt", "", "", "2022-07-01 header"},
      {"by a part of a date", "07/01/2022", "x", "2022/07", "", "2022-07-01 header"},
      {"by a dateline", "07/01/2022", "x", "", "ALMATY, Jan 6, 2022 - x", "2022-01-07 header"},
      {"by a dateline without a year", "07/01/2022", "x", "", "ALMATY, Jan 6 - x",
       "2022-01-07 header"},
      {"file name, by the header", "2022-01-07", "07-01-2022.txt", "", "", "2022-01-07 header"},
      {"by nothing", "07/01/2022", "x", "", "",
       "no date none AMBIGUOUS; date \"07/01/2022\" can be 2022-01-07 or 2022-07-01: --date-order "
       "decides"},
      {"a year does not tell", "07/01/2022", "x", "2022", "",
       "no date none AMBIGUOUS; date \"07/01/2022\" can be 2022-01-07 or 2022-07-01: --date-order "
       "decides"},
      {"neither reading", "07/01/2022", "x", "2022/03/03", "",
       "2022-03-03 folder AMBIGUOUS; date \"07/01/2022\" can be 2022-01-07 or 2022-07-01: "
       "--date-order decides"},
  });
}

}  // namespace
}  // namespace dateline
