#include "searcher/output/kwic_output.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "common/text/columns.h"

namespace dateline {
namespace {

KwicLine line_of(std::string left, std::string hit, std::string right) {
  KwicLine line;
  line.id = 17;
  line.date = Date{2022, 1, 7};
  line.source = "Reuters";
  line.path = "/a.txt";
  line.begin = 5;
  line.end = 8;
  line.left = std::move(left);
  line.hit = std::move(hit);
  line.right = std::move(right);
  return line;
}

TEST(KwicText, HitsStandBelowOneAnotherWithinTheColumns) {
  Terminal terminal;
  terminal.columns = 60;
  KwicWriter writer(Format::Text, terminal, 9999, 0);
  const std::pair<KwicLine, const char*> rows[] = {
      {line_of("The price of ", "oil", " rose again and again and again"),
       "2022-01-07  #17       The price of oil rose again and again"},
      {line_of("a very long beginning that is cut ", "oil", "."),
       "2022-01-07  #17    ing that is cut oil."},
      {line_of("北京北京北京北京 ", "oil", " 北京北京北京北京北京北京北京北京"), nullptr},
      {line_of("", "oil", ""), "2022-01-07  #17                    oil"},
  };
  for (const auto& [line, expected] : rows) {
    const std::string text = writer.line(line);
    const std::size_t hit = text.find("oil");
    EXPECT_EQ(columns_of(text.substr(0, hit)), 35u) << text;
    EXPECT_LE(columns_of(text.substr(0, text.size() - 1)), 60u) << text;
    if (expected == nullptr) continue;
    EXPECT_EQ(text, std::string(expected) + '\n');
  }
  EXPECT_EQ(writer.end(2, false), "4 occurrences in 2 articles\n");
  EXPECT_EQ(writer.end(2, true), "the first 4 occurrences in 2 articles; --limit 0 prints all\n");
}

TEST(KwicText, ContextMayBeGivenInColumns) {
  KwicWriter writer(Format::Text, Terminal{}, 9, 5);
  EXPECT_EQ(writer.line(line_of("price of ", "crude oil", " rose again")),
            "2022-01-07  #17  e of crude oil rose\n");
}

TEST(KwicText, NothingCommandsTheTerminal) {
  KwicWriter writer(Format::Text, Terminal{}, 9999, 0);
  const std::string text = writer.line(line_of("\x1b[2J ", "\x9B\x07", "\x1b]0;x\x07"));
  EXPECT_EQ(printable(text.substr(0, text.size() - 1)), text.substr(0, text.size() - 1));
}

TEST(KwicJson, IsOneDocumentAroundItsLines) {
  KwicWriter writer(Format::Json, Terminal{}, 9999, 0);
  std::string text = writer.begin("oil", Node{}, KwicSort::Left);
  text += writer.line(line_of("a ", "oil", " b"));
  text += writer.line(line_of("", "oil", ""));
  text += writer.end(1, true);
  const auto json = nlohmann::json::parse(text);
  EXPECT_EQ(json["schema"], 1);
  EXPECT_EQ(json["sort"], "left");
  EXPECT_EQ(json["occurrences"], 2);
  EXPECT_EQ(json["articles"], 1);
  EXPECT_EQ(json["more"], true);
  EXPECT_EQ(json["lines"][0], (nlohmann::json{{"date", "2022-01-07"},
                                              {"source", "Reuters"},
                                              {"id", 17},
                                              {"in", "text"},
                                              {"begin", 5},
                                              {"end", 8},
                                              {"left", "a "},
                                              {"hit", "oil"},
                                              {"right", " b"},
                                              {"path", "/a.txt"}}));
  KwicWriter none(Format::Json, Terminal{}, 9999, 0);
  EXPECT_EQ(
      nlohmann::json::parse(none.begin("x", Node{}, KwicSort::Date) + none.end(0, false))["lines"]
          .size(),
      0u);
}

TEST(KwicTable, HasALineEach) {
  KwicWriter writer(Format::Csv, Terminal{}, 9999, 0);
  EXPECT_EQ(writer.begin("", Node{}, KwicSort::Date),
            "date,source,id,in,begin,end,left,hit,right,path,path_bytes\r\n");
  EXPECT_EQ(writer.line(line_of("=1 ", "oil", ", \"x\"")),
            "2022-01-07,Reuters,17,text,5,8,'=1 ,oil,\", \"\"x\"\"\",/a.txt,\r\n");
  EXPECT_EQ(writer.end(1, false), "");
}

}  // namespace
}  // namespace dateline
