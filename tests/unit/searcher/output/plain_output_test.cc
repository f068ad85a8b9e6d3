#include "searcher/output/plain_output.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "unit/searcher/output/sample_hits.h"

namespace dateline {
namespace {

const char* const kHeader =
    "rank,id,score,date,date_source,flags,headline,title,author,source,section,url,path,"
    "path_bytes,passage\r\n";

TEST(Csv, HitsWithQuotesWhereNeeded) {
  EXPECT_EQ(table_header(Format::Csv) + table_row(Format::Csv, plain_hit(), 1, {}),
            std::string(kHeader) +
                "1,17,12.3457,2022-01-07,header,,\"Unrest, \"\"protests\"\" in Almaty\","
                "\"Unrest, \"\"protests\"\" in Almaty\",A. Writer,Reuters,World,"
                "https://example.org/1,/archive/2022/01/07/x.txt,,"
                "The café protests went on. More protests.\r\n");
  EXPECT_EQ(table_header(Format::Csv), kHeader);
}

TEST(Csv, NoFormulaAndNoControlCharacter) {
  EXPECT_EQ(table_header(Format::Csv) + table_row(Format::Csv, hostile_hit(), 1, {}),
            std::string(kHeader) +
                "1,4000000000,0.0000,,none,date_conflict date_impossible date_ambiguous "
                "bytes_repaired names_cut,'=cmd|' /C calc'!A0 �]0;x� �end �,'=cmd|' /C calc'!A0 �]0;x� �end �"
                ",,'-2+3,,,/a �[2J�.txt,/a%0A%1B%5B2J%FF.txt,�[31mred�[0m word\r\n");
}

TEST(Csv, Stats) {
  IndexStats stats;
  stats.sources = {{"=a,b", 2}};
  stats.roots = {"/a"};
  stats.years = {{{2022, 1, 1}, 2}};
  stats.languages = {{"en", 2}};
  const std::string csv = table_of(Format::Csv, stats);
  EXPECT_EQ(csv.substr(0, 12), "name,value\r\n");
  EXPECT_NE(csv.find("root,/a\r\nyear 2022,2\r\n\"source =a,b\",2\r\nlanguage en,2\r\n"), std::string::npos);
}

TEST(Tsv, HasNoQuotesAndNoTabsInCells) {
  Hit hit = plain_hit();
  hit.article.title = "a\tb\n\"c\", d";
  const std::string row = table_row(Format::Tsv, hit, 1, {});
  EXPECT_NE(row.find("\ta b \"c\", d\tA. Writer\tReuters\t"), std::string::npos) << row;
  EXPECT_EQ(std::count(row.begin(), row.end(), '\t'), 14);
  EXPECT_EQ(row.back(), '\n');
  EXPECT_EQ(row.find('\r'), std::string::npos);
}

TEST(Paths, AreBytesForProgramsAndPrintableForPeople) {
  EXPECT_EQ(path_line(plain_hit().path, '\0', false),
            std::string("/archive/2022/01/07/x.txt\0", 26));
  EXPECT_EQ(path_line(hostile_hit().path, '\0', false), std::string("/a\n\x1b[2J\xFF.txt\0", 13));
  EXPECT_EQ(path_line(hostile_hit().path, '\n', true), "/a �[2J�.txt\n");
}

}  // namespace
}  // namespace dateline
