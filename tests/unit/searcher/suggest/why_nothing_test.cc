#include "searcher/suggest/why_nothing.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "searcher/output/nothing_text.h"
#include "searcher/query/parser.h"
#include "searcher/query/to_query.h"
#include "tests/support/word_segment.h"

namespace dateline {
namespace {

const std::map<std::string, std::uint64_t> kVocabulary = {
    {"gas", 40},      {"kazakhstan", 70}, {"kazahkstan", 1}, {"oil", 900}, {"oli", 2},
    {"open", 800},    {"opera", 2},       {"operas", 900},
    {"price", 300},   {"prices", 500},    {"protests", 60},  {"rain", 5},  {"strike", 8}};

/// How many articles match, by the text of the tree; all others match none.
const std::map<std::string, Total> kMatches = {{"oil", {500, true}},
                                               {"gas", {30, true}},
                                               {"rain", {5, true}},
                                               {"opera", {3, true}},
                                               {"strike", {0, false}},
                                               {"price", {1200, false}},
                                               {"protest", {40, true}},
                                               {"protesting", {40, true}},
                                               {"oil gas", {20, true}},
                                               {"oil price", {80, false}},
                                               {"oil kazakhstan", {12, true}},
                                               {"kazakhstan", {60, true}},
                                               {"NOT gas", {970, true}},
                                               {"NOT source:\"reutres\"", {970, true}}};

WhyNothing why(const std::string& typed) {
  Words words({test::segment_of(test::table_of(kVocabulary))});
  const auto count = [](const Node& node) {
    const auto known = kMatches.find(to_query(node));
    return known == kMatches.end() ? Total{} : known->second;
  };
  const auto near_values = [](const Node& node) {
    std::vector<FoundWord> meant;
    if (node.value == "reutres") meant = {{"source:\"reuters\"", "", 7}, {"source:\"reuters uk\"", "", 1}};
    return meant;
  };
  return why_nothing(parse_query(typed, QueryContext{}).value(), typed, count, words, near_values);
}

struct WhyRow {
  const char* query;
  const char* parts;
  const char* meant;
};
void PrintTo(const WhyRow& row, std::ostream* out) { *out << row.query; }

class WhyNothingIsFound : public testing::TestWithParam<WhyRow> {};

TEST_P(WhyNothingIsFound, IsTold) {
  const WhyNothing found = why(GetParam().query);
  EXPECT_EQ(parts_lines(found), GetParam().parts);
  EXPECT_EQ(meant_text(found), GetParam().meant);
}

INSTANTIATE_TEST_SUITE_P(
    Rows, WhyNothingIsFound,
    testing::Values(
        WhyRow{"zebra", "", ""},
        WhyRow{"source:reutres", "",
               "did you mean source:\"reuters\" or source:\"reuters uk\" for source:\"reutres\"?"},
        WhyRow{"oil source:reutres", "  oil 500 · source:\"reutres\" 0\n",
               "did you mean source:\"reuters\" or source:\"reuters uk\" for source:\"reutres\"?"},
        WhyRow{"oil source:zebra -source:reutres",
               "  oil 500 · source:\"zebra\" 0 · NOT source:\"reutres\" 970\n", ""},
        WhyRow{"kazakstan", "", "did you mean kazakhstan? 60 articles match"},
        WhyRow{"oil Kazakstan", "  oil 500 · kazakstan 0\n",
               "did you mean oil kazakhstan? 12 articles match"},
        // What was meant is told though it would find nothing either.
        WhyRow{"rain kazakstan", "  rain 5 · kazakstan 0\n", "did you mean kazakhstan for kazakstan?"},
        // The word is there, but hardly: it is misspelt in an article too.
        WhyRow{"oil kazahkstan", "  oil 500 · kazahkstan 0\n",
               "did you mean oil kazakhstan? 12 articles match"},
        // A word that is there and two letters from a frequent one is what it is.
        WhyRow{"opera zebra", "  opera 3 · zebra 0\n", ""},
        // The word has another form: nothing is misspelt.
        WhyRow{"protesting zebra", "  protesting 40 · zebra 0\n", ""},
        WhyRow{"oil gas rain",
               "  oil 500 · gas 30 · rain 5\n"
               "  no article matches both oil and rain\n"
               "  no article matches both gas and rain\n",
               ""},
        WhyRow{"oil -zebra gas", "  oil 500 · NOT zebra 0 · gas 30\n", ""},
        WhyRow{"oil w/3 price", "  oil w/3 price 0 (oil 500 · price about 1,200, both in about 80 articles)\n",
               ""},
        WhyRow{"\"gas rain\"", "  \"gas rain\" 0 (gas 30 · rain 5, both in no article)\n", ""},
        WhyRow{"\"oil gas\" rain",
               "  \"oil gas\" 0 (oil 500 · gas 30, both in 20 articles) · rain 5\n", ""},
        // The form is in no article, though the word is.
        WhyRow{"\"oil protesting\"", "  \"oil protesting\" 0 (oil 500 · \"protesting\" 0)\n", ""},
        WhyRow{"oil w/3 price gas rain",
               "  oil w/3 price 0 (oil 500 · price about 1,200, both in about 80 articles) · gas 30 · rain 5\n",
               ""},
        // That opera is there says more than that it is near open.
        WhyRow{"opera gas", "  opera 3 · gas 30\n  no article matches both opera and gas\n", ""},
        WhyRow{"strike rain", "  strike few · rain 5\n  no article matches both strike and rain\n", ""},
        WhyRow{"title:zebra", "  title(zebra) 0 (zebra 0)\n", ""},
        WhyRow{"oil w/3 zebra rain", "  oil w/3 zebra 0 (oil 500 · zebra 0) · rain 5\n", ""},
        WhyRow{"zebra OR xylem", "", ""}));

TEST(WhyNothing, DoesNotLookUpWordsThatAreExcluded) {
  EXPECT_TRUE(why("zebra -kazakstan").spellings.empty());
}

TEST(WhyNothing, CountsABoundedNumberOfParts) {
  std::string query;
  for (char a = 'a'; a <= 'z'; ++a) query += std::string("zebra") + a + ' ';
  Words words({test::segment_of(test::table_of(kVocabulary))});
  std::size_t counted = 0;
  const auto count = [&](const Node&) {
    ++counted;
    return Total{};
  };
  why_nothing(parse_query(query, QueryContext{}).value(), query, count, words, [](const Node&) { return std::vector<FoundWord>{}; });
  EXPECT_LE(counted, 26U);
}

}  // namespace
}  // namespace dateline
