#include "searcher/output/text_hits.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "common/text/columns.h"
#include "searcher/output/name_text.h"
#include "unit/searcher/output/sample_hits.h"

namespace dateline {
namespace {

constexpr Terminal kPlain{false, false, 60};
constexpr Terminal kColor{true, true, 60};

TEST(TextHits, AListForAFile) {
  EXPECT_EQ(text_of(answer_with({plain_hit()}), kPlain),
            "1,234 articles match (0.42 ms)\n"
            "\n"
            "1. Unrest, \"protests\" in Almaty\n"
            "   2022-01-07  Reuters  #17\n"
            "   /archive/2022/01/07/x.txt\n"
            "   The café protests went on. More protests.\n");
}

TEST(TextHits, ColoursForATerminal) {
  EXPECT_EQ(text_of(answer_with({plain_hit()}), kColor),
            "1,234 articles match (0.42 ms)\n"
            "\n"
            "1. \x1b[1mUnrest, \"protests\" in Almaty\x1b[0m\n"
            "   \x1b[36m2022-01-07  Reuters  #17\x1b[0m\n"
            "   \x1b[2m/archive/2022/01/07/x.txt\x1b[0m\n"
            "   The café \x1b[1;31mprotests\x1b[0m went on. More \x1b[1;31mprotests\x1b[0m.\n");
}

TEST(TextHits, RanksGoOnBehindTheOffset) {
  Answer answer = answer_with({plain_hit(), plain_hit()});
  answer.request.offset = 8;
  answer.results.total = {1234, false};
  const std::string text = text_of(answer, kPlain);
  EXPECT_EQ(text.substr(0, text.find('\n')), "about 1,200 articles match (0.42 ms), from number 9");
  EXPECT_NE(text.find("\n 9. Unrest"), std::string::npos);
  EXPECT_NE(text.find("\n10. Unrest"), std::string::npos);
}

TEST(TextHits, TellsWhichNamesWereTaken) {
  Answer answer = answer_with({});
  std::vector<NamesTaken::Name> many(7, {EntityType::Person, "John A", 1});
  many[0] = {EntityType::Person, "John Major", 1234};
  answer.results.names = {{EntityType::Person, "john", many, {}},
                          {EntityType::Place, "Paris", {{EntityType::Place, "Paris", 3}}, {}},
                          {std::nullopt, "PARIS", {{EntityType::Place, "Paris", 3}}, {}},
                          {EntityType::Person, "x", {}, {{EntityType::Person, "Y", 2}}}};
  EXPECT_EQ(text_of(answer, kPlain),
            "1,234 articles match (0.42 ms)\n"
            "person:john is John Major (1,234), John A (1), John A (1),\n"
            "John A (1), John A (1) and 2 more\n"
            "entity:PARIS is Paris (3)\n");
  EXPECT_EQ(unknown_name(answer.results.names[3]), "there is no person called x in the index");
  EXPECT_EQ(suggestion(answer.results.names[3]), "did you mean Y (2)?");
}

TEST(TextHits, AnArticleCannotCommandTheTerminal) {
  const Answer answer = answer_with({hostile_hit()});
  for (const std::string& text :
       {text_of(answer, kPlain), text_of_article(hostile_hit(), kPlain)}) {
    std::string lines = text;
    std::replace(lines.begin(), lines.end(), '\n', ' ');
    EXPECT_EQ(printable(lines), lines);
  }
  const std::string colored = text_of(answer, kColor);
  EXPECT_EQ(colored.find("\x1b[2J"), std::string::npos);
  EXPECT_EQ(colored.find("\x1b[31m"), std::string::npos);
}

TEST(TextHits, NoLineIsWiderThanTheTerminalButPaths) {
  Hit hit = plain_hit();
  hit.article.title = "";
  hit.article.text = "";
  for (int i = 0; i < 60; ++i) hit.article.text += i % 7 == 0 ? "北京大学 " : "word ";
  hit.occurrences = {{100, 104, 0}};
  for (std::size_t columns = 40; columns < 120; columns += 7) {
    const Terminal terminal{true, false, columns};
    for (const auto& text :
         {text_of(answer_with({hit}), terminal), text_of_article(hit, terminal)}) {
      for (std::size_t begin = 0; begin < text.size(); begin = text.find('\n', begin) + 1) {
        const std::string line = text.substr(begin, text.find('\n', begin) - begin);
        EXPECT_LE(columns_of(line), std::min<std::size_t>(columns, 100)) << line;
      }
    }
  }
}

TEST(TextHits, AnArticleWhole) {
  Hit hit = plain_hit();
  hit.article.flags = ArticleFlags::kDateConflict | ArticleFlags::kBytesRepaired;
  hit.article.author = "";
  EXPECT_EQ(text_of_article(hit, kPlain),
            "Unrest, \"protests\" in Almaty\n"
            "date:    2022-01-07, from the header; its sources disagree\n"
            "source:  Reuters\n"
            "section: World\n"
            "url:     https://example.org/1\n"
            "path:    /archive/2022/01/07/x.txt\n"
            "id:      17\n"
            "bytes:   some were not UTF-8, read as Windows-1252\n"
            "\n"
            "The café protests went on.\n"
            "\n"
            "More protests.\n");
}

TEST(TextHits, HighlightsInAnArticleGoOverLineEnds) {
  Hit hit = plain_hit();
  hit.article.text = "aaaaaaaaaaaa prime minister bb";
  hit.occurrences = {{13, 27, 0}};
  const std::string text = text_of_article(hit, Terminal{true, true, 20});
  EXPECT_NE(text.find("aaaaaaaaaaaa \x1b[1;31mprime\x1b[0m\n\x1b[1;31mminister\x1b[0m bb\n"),
            std::string::npos);
}

}  // namespace
}  // namespace dateline
