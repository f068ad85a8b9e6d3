#include "searcher/output/entity_page.h"

#include <gtest/gtest.h>

#include <string>

namespace dateline {
namespace {

EntityPage page() {
  EntityPage page;
  page.entity = NamesTaken::Name{EntityType::Person, "Angela Merkel", 12};
  page.others = {{EntityType::Person, "Una Merkel", 1}};
  page.total = 1234;
  page.articles = 10;
  page.in_lead = 4;
  page.aliases = {{"Angela Merkel", 8}, {"Merkel", 5}};
  page.first = DatedHeadline{3, {2020, 1, 5}, "A visit"};
  page.last = DatedHeadline{9, {2020, 3, 6}, "Another\x1B visit"};
  page.timeline.unit = TimelineUnit::Month;
  page.timeline.bars = {{{2020, 1, 1}, 1}, {{2020, 2, 1}, 0}, {{2020, 3, 1}, 8}};
  page.timeline.undated = 1;
  page.sources = {{"Reuters", 9}, {"", 1}};
  page.companions = {
      {EntityType::Person, {}, {}},
      {EntityType::Organisation, {{"CDU", 6, 7, 12.5, 30}}, {}},
      {EntityType::Place,
       {{"Germany", 7, 90, 9.6, 25}, {"A place with a name that is far too long", 1, 1, 1, 1}},
       {{"Germany", 7, 90, 9.6, 25}}}};
  page.recent = {*page.last};
  return page;
}

TEST(EntityPageText, IsOneScreen) {
  Terminal terminal;
  terminal.columns = 60;
  EXPECT_EQ(text_of(page(), terminal),
            "Angela Merkel, person: in 10 of 1,234 articles, in the lead of 4\n"
            "also      Angela Merkel 8, Merkel 5\n"
            "others    Una Merkel 1\n"
            "first     2020-01-05  #3  A visit\n"
            "last      2020-03-06  #9  Another\xEF\xBF\xBD visit\n"
            "by month  2020-01 ▁ █ 2020-03, most in 2020-03: 8\n"
            "undated   1\n"
            "sources   Reuters 9, (none) 1\n"
            "\n"
            "most often with, in articles\n"
            "people              organisations       places\n"
            "                    CDU              6  Germany          7\n"
            "                                        A place with a…  1\n"
            "\n"
            "above chance with, times as often as expected\n"
            "people              organisations       places\n"
            "                                        Germany       9.6x\n"
            "\n"
            "latest\n"
            "2020-03-06  #9  Another\xEF\xBF\xBD visit\n");
}

TEST(EntityPageText, OfLittleIsShort) {
  EntityPage little;
  little.entity = NamesTaken::Name{EntityType::Place, "Rome", 1};
  little.total = 1;
  little.articles = 1;
  little.sources = {{"wire", 1}};
  EXPECT_EQ(text_of(little, Terminal{}),
            "Rome, place: in 1 of 1 article, in the lead of 0\nsources   wire 1\n");
}

TEST(EntityPageText, JoinsTheBarsOfALongTime) {
  EntityPage old = page();
  old.timeline.unit = TimelineUnit::Year;
  old.timeline.bars.clear();
  for (int year = 1900; year < 2000; ++year) old.timeline.bars.push_back({{year, 1, 1}, 1});
  old.timeline.bars.back().count = 2;
  std::string bars;
  for (int i = 0; i < 33; ++i) bars += "█";
  // Three years each; the last is one, of two articles.
  EXPECT_NE(text_of(old, Terminal{}).find("1900 " + bars + "▆ 1999, most in 1999: 2"),
            std::string::npos);
}

TEST(EntityPageJson, HasEverything) {
  EntityPageRequest request;
  request.name = "merkel";
  const std::string json = json_of(page(), request, "visit");
  EXPECT_EQ(
      json.substr(0, json.find(",\"companions\"")),
      "{\"schema\":1,\"asked\":\"merkel\",\"query\":\"visit\",\"understood\":\"(all)\","
      "\"entity\":{\"type\":\"person\",\"name\":\"Angela Merkel\",\"articles\":12},"
      "\"others\":[{\"type\":\"person\",\"name\":\"Una Merkel\",\"articles\":1}],"
      "\"suggestions\":[],\"total\":1234,\"articles\":10,\"in_lead\":4,"
      "\"aliases\":[{\"name\":\"Angela Merkel\",\"count\":8},{\"name\":\"Merkel\",\"count\":5}],"
      "\"first\":{\"id\":3,\"date\":\"2020-01-05\",\"headline\":\"A visit\"},"
      "\"last\":{\"id\":9,\"date\":\"2020-03-06\",\"headline\":\"Another\\u001b visit\"},"
      "\"timeline\":{\"unit\":\"month\",\"undated\":1,\"bars\":["
      "{\"period\":\"2020-01\",\"first\":\"2020-01-01\",\"last\":\"2020-01-31\",\"count\":1},"
      "{\"period\":\"2020-02\",\"first\":\"2020-02-01\",\"last\":\"2020-02-29\",\"count\":0},"
      "{\"period\":\"2020-03\",\"first\":\"2020-03-01\",\"last\":\"2020-03-31\",\"count\":8}]}");
  EXPECT_NE(json.find("{\"type\":\"org\",\"most\":[{\"name\":\"CDU\",\"together\":6,\"articles\":7,"
                      "\"times_expected\":12.5,\"log_likelihood\":30.0}],\"above_chance\":[]}"),
            std::string::npos);
  EXPECT_NE(
      json.find("\"sources\":[{\"name\":\"Reuters\",\"count\":9},{\"name\":\"\",\"count\":1}],"
                "\"recent\":[{\"id\":9,"),
      std::string::npos);
}

TEST(EntityPageJson, OfAnUnknownNameHasSuggestions) {
  EntityPage unknown;
  unknown.suggestions = {{EntityType::Place, "Rome", 3}};
  EntityPageRequest request;
  request.name = "Roma";
  const std::string json = json_of(unknown, request, "");
  EXPECT_NE(json.find("\"entity\":null"), std::string::npos);
  EXPECT_NE(json.find("\"suggestions\":[{\"type\":\"place\",\"name\":\"Rome\",\"articles\":3}]"),
            std::string::npos);
}

}  // namespace
}  // namespace dateline
