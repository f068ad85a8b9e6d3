#include "searcher/output/plain_output.h"

#include <gtest/gtest.h>

#include "unit/searcher/output/sample_hits.h"

namespace dateline {
namespace {

const char* const kHeader =
    "rank,id,score,date,date_source,flags,headline,title,author,source,section,url,path,"
    "path_bytes,passage\r\n";

TEST(Csv, HitsWithQuotesWhereNeeded) {
  EXPECT_EQ(csv_of(answer_with({plain_hit()})),
            std::string(kHeader) +
                "1,17,12.3457,2022-01-07,header,,\"Unrest, \"\"protests\"\" in Almaty\","
                "\"Unrest, \"\"protests\"\" in Almaty\",A. Writer,Reuters,World,"
                "https://example.org/1,/archive/2022/01/07/x.txt,,"
                "The café protests went on. More protests.\r\n");
  EXPECT_EQ(csv_of(answer_with({})), kHeader);
}

TEST(Csv, NoFormulaAndNoControlCharacter) {
  EXPECT_EQ(csv_of(answer_with({hostile_hit()})),
            std::string(kHeader) +
                "1,4000000000,0.0000,,none,date_conflict date_impossible date_ambiguous "
                "bytes_repaired,'=cmd|' /C calc'!A0 �]0;x� �end �,'=cmd|' /C calc'!A0 �]0;x� �end �"
                ",,'-2+3,,,/a �[2J�.txt,/a%0A%1B%5B2J%FF.txt,�[31mred�[0m word\r\n");
}

TEST(Csv, Timelines) {
  Timeline timeline;
  timeline.unit = TimelineUnit::Day;
  timeline.bars = {{{2022, 1, 7}, 3}};
  EXPECT_EQ(csv_of(timeline),
            "period,first,last,count\r\n2022-01-07,2022-01-07,2022-01-07,3\r\nundated,,,0\r\n");
}

TEST(Csv, Stats) {
  IndexStats stats;
  stats.sources = {{"=a,b", 2}};
  stats.roots = {"/a"};
  stats.years = {{{2022, 1, 1}, 2}};
  stats.languages = {{"en", 2}};
  const std::string csv = csv_of(stats);
  EXPECT_EQ(csv.substr(0, 12), "name,value\r\n");
  EXPECT_NE(csv.find("root,/a\r\nyear 2022,2\r\n\"source =a,b\",2\r\nlanguage en,2\r\n"), std::string::npos);
}

TEST(Paths, AreBytesForProgramsAndPrintableForPeople) {
  const SearchResults results = answer_with({plain_hit(), hostile_hit()}).results;
  EXPECT_EQ(paths_of(results, '\0', false),
            std::string("/archive/2022/01/07/x.txt\0/a\n\x1b[2J\xFF.txt\0", 39));
  EXPECT_EQ(paths_of(results, '\n', true), "/archive/2022/01/07/x.txt\n/a �[2J�.txt\n");
}

}  // namespace
}  // namespace dateline
