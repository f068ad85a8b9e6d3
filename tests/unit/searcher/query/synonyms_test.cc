#include "searcher/query/synonyms.h"

#include "tests/unit/searcher/query/rows.h"

namespace dateline {
namespace {

constexpr const char* kFile = R"(# cars
car, automobile, motor car

nato => North-Atlantic Treaty, Alliance   # one way
x => y
)";

std::string expanded(const char* query) {
  const Synonyms synonyms = Synonyms::parse(kFile, "f").value();
  const Result<Node> tree = parse_query(query, QueryContext{{2022, 1, 7}, &synonyms});
  return tree ? to_text(tree.value()) : problem_of(tree.problem());
}

class SynonymQueries : public testing::TestWithParam<Row> {};

TEST_P(SynonymQueries, AreExpanded) { EXPECT_EQ(expanded(GetParam().query), GetParam().expected); }

const Row kRows[] = {
    {"Group", "Car", "(or (word car) (word automobile) (pre/1 (word motor) (word car)))"},
    {"OneWay", "NATO",
     "(or (word nato) (pre/1 (pre/1 (word north) (word atlantic)) (word treaty)) (word alliance))"},
    {"NotBack", "alliance", "(word alliance)"},
    {"MergedIntoOr", "x OR z", "(or (word x) (word y) (word z))"},
    {"WeightIsOfAll", "x^2 OR z", "(or (or (word x) (word y))^2 (word z))"},
    {"InADistance", "x w/5 z", "(near/5 (or (word x) (word y)) (word z))"},
    {"InAZone", "title(x)", "(title (or (word x) (word y)))"},
    {"WithLetters", "caps(x)", "(or (caps (word x)) (caps (word y)))"},
    {"WithLettersAndWeight", "caps(x^2) OR z", "(or (or (caps (word x)) (caps (word y)))^2 (word z))"},
    {"WithLettersOfSeveralWords", "nocaps(car)",
     "(or (nocaps (word car)) (nocaps (word automobile)) (pre/1 (nocaps (word motor)) (nocaps (word car))))"},
    {"Negated", "-x", "(not (or (word x) (word y)))"},
    {"NotOfAPhrase", "\"car\" \"my car\"", "(and (phrase car) (phrase my car))"},
    {"NotOfOneForm", "=car", "(phrase car)"},
    {"NotOfAnotherForm", "cars", "(word cars)"},
    {"NotOfAPattern", "car*", "(wildcard car*)"},
};

INSTANTIATE_TEST_SUITE_P(All, SynonymQueries, testing::ValuesIn(kRows), row_name);

class SynonymFiles : public testing::TestWithParam<Row> {};

TEST_P(SynonymFiles, AreRefused) {
  const Result<Synonyms> synonyms = Synonyms::parse(GetParam().query, "f");
  ASSERT_FALSE(synonyms);
  EXPECT_EQ(problem_of(synonyms.problem()), GetParam().expected);
}

const Row kWrong[] = {
    {"Alone", "a, b\ncar\n", "1: f:2:1: a group needs two words or more, with commas between them"},
    {"EmptyWord", "car, , b", "5: f:1:5: there is no word here"},
    {"CommaAtTheEnd", "car, b,", "8: f:1:8: there is no word here"},
    {"NothingBehindTheArrow", "# x\n\ncar =>", "7: f:3:7: there is no word here"},
    {"NothingBeforeTheArrow", "=> car", "1: f:1:1: there is no word here"},
};

INSTANTIATE_TEST_SUITE_P(Wrong, SynonymFiles, testing::ValuesIn(kWrong), row_name);

TEST(Synonyms, AreNoted) {
  const Synonyms synonyms = Synonyms::parse(kFile, "f").value();
  const auto parsed = parse_query_with_notes("a car", QueryContext{{2022, 1, 7}, &synonyms});
  ASSERT_EQ(parsed.value().notes.size(), 1u);
  EXPECT_EQ(parsed.value().notes[0].text, "\"car\" also finds automobile, motor car (--synonyms)");
  EXPECT_EQ(parsed.value().notes[0].column, 3u);
}

TEST(Synonyms, AreBounded) {
  std::string group = "a";
  for (int i = 0; i < 500; ++i) group += ", w" + std::to_string(i);
  const Synonyms synonyms = Synonyms::parse(group, "f").value();
  std::string query;
  for (int i = 0; i < 500; ++i) query += "a ";
  const Result<Node> tree = parse_query(query, QueryContext{{2022, 1, 7}, &synonyms});
  ASSERT_FALSE(tree);
  EXPECT_EQ(tree.problem().message, "the synonyms make too large a query");
}

TEST(Synonyms, OneOfManyWordsIsRefused) {
  std::string text = "car => a";
  for (int i = 0; i < 31; ++i) text += " a";
  EXPECT_TRUE(Synonyms::parse(text, "f"));
  for (int i = 0; i < 100'000; ++i) text += " a";
  const auto many = Synonyms::parse(text, "f");
  ASSERT_FALSE(many);
  EXPECT_EQ(many.problem().message, "f:1:7: there are more than 32 words in a row here");
}

}  // namespace
}  // namespace dateline
