#include "searcher/passages/headline.h"

#include <gtest/gtest.h>

namespace dateline {
namespace {

std::string headline_of_text(std::string text) {
  Article article;
  article.text = std::move(text);
  return headline_line(article);
}

struct Row {
  const char* text;
  const char* expected;
};

TEST(Headline, IsTheTitleWhereThereIsOne) {
  Article article;
  article.title = "  Oil\n prices  rise ";
  article.text = "Something else.";
  EXPECT_EQ(headline_line(article), "Oil prices rise");
  EXPECT_TRUE(headline_of(article).from_title);
}

TEST(Headline, IsElseTheFirstSentenceOfTheLead) {
  const Row rows[] = {
      {"Oil rose. Gas fell.", "Oil rose."},
      {"\n\n  Oil rose.\nGas fell.", "Oil rose."},
      {"Saturday, September 14, 2019\n\nOil rose. Gas fell.", "Oil rose."},
      {"14 September 2019\nOil rose.", "Oil rose."},
      {"2019-09-14\nOil rose.", "Oil rose."},
      {"Thursday the 14th of Sept., 2019, 10:30 am GMT\nOil rose.", "Oil rose."},
      {"***\n\nOil rose.", "Oil rose."},
      {"May 2019 was hot. June was not.", "May 2019 was hot."},
      {"The U.S. Senate voted. It failed.", "The U.S. Senate voted."},
      {"Saturday, September 14, 2019", "Saturday, September 14, 2019"},
      {"...", ""},
      {" ", ""},
      {"", ""},
      {"北京很冷。上海很热。", "北京很冷。"},
  };
  for (const Row& row : rows) EXPECT_EQ(headline_of_text(row.text), row.expected) << row.text;
}

TEST(Headline, StripsADatelineAndNothingElse) {
  const Row rows[] = {
      {"ALMATY, Jan 7 (Reuters) - Oil rose.", "Oil rose."},
      {"WASHINGTON (AP) — Oil rose.", "Oil rose."},
      {"LONDON — The bank met.", "The bank met."},
      {"NEW YORK, Sept. 3 /PRNewswire/ -- Acme grew.", "Acme grew."},
      {"MÜNCHEN (dpa) – Öl ist teurer.", "Öl ist teurer."},
      {"Berlin (dpa) - Oil rose.", "Oil rose."},
      {"ALMATY, Kazakhstan (AP) - “Enough,” he said.", "“Enough,” he said."},
      {"NATO — which grew in 2004 — met.", "NATO — which grew in 2004 — met."},
      {"Oil - and gas - rose.", "Oil - and gas - rose."},
      {"Oil prices (crude) - They rose.", "Oil prices (crude) - They rose."},
      {"COVID-19 - What is known.", "COVID-19 - What is known."},
      {"LONDON —", "LONDON —"},
      {"— Oil rose.", "— Oil rose."},
  };
  for (const Row& row : rows) EXPECT_EQ(headline_of_text(row.text), row.expected) << row.text;
}

TEST(Headline, ALongSentenceIsCutAtAWord) {
  std::string text;
  for (int i = 0; i < 40; ++i) text += "word, ";
  const std::string line = headline_of_text(text);
  EXPECT_EQ(line.size(), 118u + std::string("…").size());  // 20 times "word, " less ", "
  EXPECT_EQ(line.substr(line.size() - 7), "word…");
  EXPECT_TRUE(headline_of_text(std::string(10000, 'a')).size() < 130);
}

}  // namespace
}  // namespace dateline
