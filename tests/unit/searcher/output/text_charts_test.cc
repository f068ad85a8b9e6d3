#include "searcher/output/text_charts.h"

#include <gtest/gtest.h>

#include "common/text/columns.h"

namespace dateline {
namespace {

constexpr Terminal kNarrow{true, false, 36};

TEST(TextCharts, FacetsAreAChartEach) {
  const FacetCounts counts{
      1234, {{FacetField::Organisation, {{"United\x1b", 900}, {"", 9}}}, {FacetField::Year, {}}}};
  EXPECT_EQ(text_of(counts, kNarrow),
            "1,234 articles match\n\norg\n"
            "United\uFFFD  900  ██████████████████████\n"
            "(none)     9  ▎\n\nyear\n(none)\n");
}

TEST(TextCharts, StatsTellWhatIsInAnIndex) {
  IndexStats stats;
  stats.path = "/index\x1b";
  stats.articles = 1234;
  stats.deleted = 5;
  stats.segments = 1;
  stats.text_bytes = 318000000;
  stats.index_bytes = 195000000;
  stats.words = 48000000;
  stats.distinct_stems = 1;
  stats.undated = 7;
  stats.first_date = Date{2021, 12, 1};
  stats.last_date = Date{2022, 1, 7};
  stats.language = "english";
  stats.updated = "2022-01-08T03:00:00Z";
  stats.roots = {"/a", "/b"};
  stats.years = {{{2021, 1, 1}, 1000}, {{2022, 1, 1}, 227}};
  stats.sources = {{"Reuters", 1200}, {"", 34}};
  stats.languages = {{"en", 1200}, {"und", 34}};
  EXPECT_EQ(text_of(stats, kNarrow),
            "index     /index�\n"
            "articles  1,234 (5 deleted, not yet merged away)\n"
            "dates     2021-12-01 to 2022-01-07; 7 undated, 0 whose sources disagree\n"
            "text      318.0 MB, 48,000,000 words, 1 different stem\n"
            "size      195.0 MB (0.61 of the text) in 1 segment\n"
            "languages en 1,200, und 34\n"
            "stemmer   english\n"
            "updated   2022-01-08T03:00:00Z\n"
            "folders   /a\n"
            "          /b\n"
            "\narticles over time\n"
            "2021  1,000  ███████████████████████\n"
            "2022    227  █████▎\n"
            "\narticles per source\n"
            "Reuters  1,200  ████████████████████\n"
            "(none)      34  ▋\n");
}

TEST(TextCharts, ManyYearsAreShownByDecade) {
  IndexStats stats;
  for (int year = 1975; year <= 2022; ++year) stats.years.push_back({{year, 1, 1}, 2});
  const std::string text = text_of(stats, kNarrow);
  EXPECT_NE(text.find("1970-1979  10  █████████"), std::string::npos);
  EXPECT_NE(text.find("1980-1989  20  █████████████████████\n"), std::string::npos);
  EXPECT_NE(text.find("2020-2029   6  █"), std::string::npos);
}

TEST(TextCharts, AnEmptyIndexHasStatsToo) {
  EXPECT_EQ(text_of(IndexStats{}, kNarrow).substr(0, 10), "index     ");
}

}  // namespace
}  // namespace dateline
