#include "searcher/output/json_output.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "common/text/columns.h"
#include "unit/searcher/output/sample_hits.h"

namespace dateline {
namespace {

const char* const kFacts =
    R"("date":"2022-01-07","date_source":"header","flags":[],)"
    R"("headline":"Unrest, \"protests\" in Almaty","title":"Unrest, \"protests\" in Almaty",)"
    R"("author":"A. Writer","source":"Reuters","section":"World","language":"en",)"
    R"("url":"https://example.org/1",)"
    R"("path":"/archive/2022/01/07/x.txt")";

const char* const kEntities =
    R"("entities":[{"type":"place","name":"Almaty","count":1,"in_lead":true}],)";

const char* const kPassage =
    R"("passage":{"text":"The café protests went on. More protests.",)"
    R"("highlights":[[9,17],[32,40]],"cut_before":false,"cut_after":false})";

TEST(JsonOutput, ADocumentOfHits) {
  EXPECT_EQ(json_of(answer_with({plain_hit()})),
            std::string(R"({"schema":1,"query":"protests date:2022",)") +
                R"j("understood":"(and (word protests) (date 2022-01-01..2022-12-31))",)j" +
                R"("sort":"relevance","offset":0,"limit":10,"names":[],)" +
                R"("total":{"count":1234,"exact":true},)" +
                R"("ms":0.421,"hits":[{"rank":1,"id":17,"score":12.3457,)" + kFacts + "," +
                kEntities + kPassage + "}]}\n");
}

TEST(JsonOutput, FacetsInTheirOrder) {
  const FacetCounts counts{
      3, {{FacetField::Person, {{"A \"B\"", 2}, {"C", 1}}}, {FacetField::Year, {}}}};
  EXPECT_EQ(json_of(counts, "q", parse_query("q", {}).value()),
            R"j({"schema":1,"query":"q","understood":"(word q)","names":[],"total":3,"facets":[)j"
            R"({"field":"person","values":[{"name":"A \"B\"","count":2,"selected":false,)"
            R"("clause":null,"query":null},{"name":"C","count":1,"selected":false,)"
            R"("clause":"person:\"C\"","query":"q person:\"C\""}]},)"
            R"({"field":"year","values":[]}]})"
            "\n");
}

TEST(JsonOutput, AHitALine) {
  const std::string rest =
      std::string(R"("id":17,"score":12.3457,)") + kFacts + "," + kEntities + kPassage + "}\n";
  EXPECT_EQ(jsonl_line(plain_hit(), 5, {}), R"({"schema":1,"rank":5,)" + rest);
}

TEST(JsonOutput, SeveralPassagesStandBesideTheBest) {
  Hit hit = plain_hit();
  hit.article.text = "An oil well.\n\nFar away snow fell all day long.\n\nThe oil price.";
  hit.article.title = "x";
  hit.occurrences = {{3, 6, 0}, {52, 55, 0}, {56, 61, 1}};
  const auto json = nlohmann::json::parse(jsonl_line(hit, 1, {3, 2}));
  EXPECT_EQ(json["passage"]["text"], "The oil price.");
  ASSERT_EQ(json["passages"].size(), 2u);
  EXPECT_EQ(json["passages"][0]["text"], "An oil well.");
  EXPECT_EQ(json["passages"][1], json["passage"]);
}

TEST(JsonOutput, AnArticleWhole) {
  EXPECT_EQ(json_of_article(plain_hit()),
            std::string(R"({"schema":1,"id":17,)") + kFacts + "," + kEntities +
                R"("text":"The café protests went on.\nMore protests.\n",)" +
                R"("highlights":[[9,17],[32,40]]})" + "\n");
}

TEST(JsonOutput, AHostileArticleIsWholeAndHarmless) {
  const std::string text = json_of_article(hostile_hit());
  EXPECT_EQ(printable(text.substr(0, text.size() - 1)), text.substr(0, text.size() - 1));
  const auto json = nlohmann::json::parse(text);
  EXPECT_EQ(json["title"], hostile_hit().article.title);
  EXPECT_EQ(json["text"], hostile_hit().article.text);
  EXPECT_EQ(json["path"], "/a �[2J�.txt");
  EXPECT_EQ(json["path_bytes"], "/a%0A%1B%5B2J%FF.txt");
  EXPECT_EQ(json["date"], nullptr);
  EXPECT_EQ(json["date_source"], "none");
  EXPECT_EQ(json["flags"], (nlohmann::json{"date_conflict", "date_impossible", "date_ambiguous",
                                           "bytes_repaired", "names_cut"}));
}

TEST(JsonOutput, Stats) {
  IndexStats stats;
  stats.path = "/index";
  stats.articles = 2;
  stats.first_date = Date{2022, 1, 7};
  stats.language = "english";
  stats.roots = {"/a"};
  stats.years = {{{2022, 1, 1}, 2}};
  stats.sources = {{"Reuters", 2}};
  stats.languages = {{"en", 2}};
  EXPECT_EQ(json_of(stats),
            R"({"schema":1,"path":"/index","articles":2,"deleted":0,"segments":0,"text_bytes":0,)"
            R"("index_bytes":0,"words":0,"distinct_stems":0,"undated":0,"date_conflicts":0,)"
            R"("first_date":"2022-01-07","last_date":null,"language":"english","updated":"",)"
            R"("roots":[{"path":"/a"}],)"
            R"("years":[{"period":"2022","first":"2022-01-01","last":"2022-12-31","count":2}],)"
            R"("sources":[{"source":"Reuters","count":2}],"languages":[{"language":"en","count":2}]})"
            "\n");
}

TEST(JsonOutput, BatchLines) {
  EXPECT_EQ(batch_line(answer_with({plain_hit()})),
            R"({"schema":1,"query":"protests date:2022","total":1234,"exact":true,"ms":0.421,)"
            R"("hits":[{"id":17,"date":"2022-01-07","headline":"Unrest, \"protests\" in Almaty",)"
            R"("path":"/archive/2022/01/07/x.txt","score":12.3457}]})"
            "\n");
  EXPECT_EQ(batch_line("a \xFF", Problem{"bad", "why", 3}),
            R"({"schema":1,"query":"a �","error":{"message":"bad","hint":"why","column":3}})"
            "\n");
  EXPECT_EQ(batch_line("a", Problem{"bad", "", {}}),
            R"({"schema":1,"query":"a","error":{"message":"bad","hint":"","column":null}})"
            "\n");
}

}  // namespace
}  // namespace dateline
