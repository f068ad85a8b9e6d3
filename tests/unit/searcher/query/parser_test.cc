#include "searcher/query/parser.h"

#include <gtest/gtest.h>

#include <iterator>
#include <random>
#include <string>

#include "tests/unit/searcher/query/rows.h"

namespace dateline {
namespace {

class QueryLanguage : public testing::TestWithParam<Row> {};

TEST_P(QueryLanguage, IsReadAsExpected) {
  EXPECT_EQ(parsed(GetParam().query), GetParam().expected);
}

const Row kAccepted[] = {
    {"OneWord", "protest", "(word protest)"},
    {"Folded", "Erdoğan", "(word erdogan)"},
    {"ImplicitAnd", "oil prices", "(and (word oil) (word prices))"},
    {"ExplicitAnd", "oil AND prices", "(and (word oil) (word prices))"},
    {"Spaces", " \t oil \xC2\xA0 prices\n", "(and (word oil) (word prices))"},
    {"Or", "oil OR gas", "(or (word oil) (word gas))"},
    {"SmallOrIsAWord", "oil or gas", "(and (word oil) (word or) (word gas))"},
    {"MixedCaseAndIsAWord", "oil And gas", "(and (word oil) (word and) (word gas))"},
    {"AndBindsTighterThanOr", "a b OR c d", "(or (and (word a) (word b)) (and (word c) (word d)))"},
    {"NotBindsTightest", "NOT a b OR c", "(or (and (not (word a)) (word b)) (word c))"},
    {"AndNot", "a AND NOT b", "(and (word a) (not (word b)))"},
    {"OrNot", "a OR NOT b", "(or (word a) (not (word b)))"},
    {"Dash", "a -b", "(and (word a) (not (word b)))"},
    {"DashPhrase", "a -\"b c\"", "(and (word a) (not (phrase b c)))"},
    {"DashGroup", "a -(b OR c)", "(and (word a) (not (or (word b) (word c))))"},
    {"DashField", "a -title:b", "(and (word a) (not (title (word b))))"},
    {"OnlyNegations", "-a -b", "(and (not (word a)) (not (word b)))"},
    {"DoubleNegation", "NOT NOT a", "(not (not (word a)))"},
    {"Parentheses", "(a OR b) c", "(and (or (word a) (word b)) (word c))"},
    {"ParenthesesWithoutSpaces", "a(b)c", "(and (word a) (word b) (word c))"},
    {"AndBelowAndIsMerged", "a (b c)", "(and (word a) (word b) (word c))"},
    {"OrBelowOrIsMerged", "a OR (b OR c)", "(or (word a) (word b) (word c))"},
    {"SuperfluousParentheses", "(((a)))", "(word a)"},
    {"Phrase", "\"Prime Minister\"", "(phrase prime minister)"},
    {"CurlyQuotes", "“prime minister”", "(phrase prime minister)"},
    {"CurlyQuotesEitherWay", "”prime minister“ „x y“",
     "(and (phrase prime minister) (phrase x y))"},
    {"CurlyInsideStraight", "\"the “big” one\"", "(phrase the big one)"},
    {"PhraseOfOneWordIsTheExactForm", "\"protests\"", "(phrase protests)"},
    {"OperatorsInAPhraseAreWords", "\"to be OR not\"", "(phrase to be or not)"},
    {"ParenthesesInAPhrase", "\"a (b) c\"", "(phrase a b c)"},
    {"PhraseNextToAWord", "a\"b c\"d", "(and (word a) (phrase b c) (word d))"},
    {"HyphenatedIsAPhrase", "counter-terrorist", "(phrase counter terrorist)"},
    {"UnspacedScriptIsAPhrase", "北京大学", "(phrase 北京 京大 大学)"},
    {"Initials", "U.S.", "(word us)"},
    {"Possessive", "Kazakhstan’s", "(word kazakhstan)"},
    {"PlusIsPunctuation", "+oil", "(word oil)"},
    {"SlashInsideAWord", "24/7", "(phrase 24 7)"},
    {"LeadingColon", ":x", "(word x)"},
    {"Person", "person:Tokayev", "(person \"Tokayev\")"},
    {"WholePerson", "person:\"Vladimir Putin\"", "(person whole \"Vladimir Putin\")"},
    {"OtherNames", "org:NATO -place:iran entity:Đokić",
     "(and (org \"NATO\") (not (place \"iran\")) (entity \"Đokić\"))"},
    {"Year", "date:2022", "(date 2022-01-01..2022-12-31)"},
    {"Month", "date:2020-02", "(date 2020-02-01..2020-02-29)"},
    {"Day", "date:2022-01-07", "(date 2022-01-07)"},
    {"QuotedDate", "date:\"2022-01-07\"", "(date 2022-01-07)"},
    {"RangeOfDays", "date:2022-01-01..2022-03-31", "(date 2022-01-01..2022-03-31)"},
    {"RangeOfUnlikePeriods", "date:2021..2022-02", "(date 2021-01-01..2022-02-28)"},
    {"RangeOfOneYear", "date:2021..2021", "(date 2021-01-01..2021-12-31)"},
    {"OpenEnd", "date:2021..", "(date 2021-01-01..)"},
    {"OpenStart", "date:..2021-06", "(date ..2021-06-30)"},
    {"Today", "date:today", "(date 2022-01-07)"},
    {"Yesterday", "date:2022..yesterday", "(date 2022-01-01..2022-01-06)"},
    {"NoDate", "date:none", "(date none)"},
    {"DateConflict", "NOT date:conflict", "(not (date conflict))"},
    {"Source", "source:Reuters", "(source \"Reuters\")"},
    {"QuotedSource", "source:\"New York Times\"", "(source \"New York Times\")"},
    {"SourceWithBackslash", "source:a\\b", "(source \"a\\\\b\")"},
    {"SourceNamedLikeAnOperator", "source:OR", "(source \"OR\")"},
    {"PathGlob", "path:*/2022/0[12]/*", "(path \"*/2022/0[12]/*\")"},
    {"PathWithColonAndDash", "path:-a:b", "(path \"-a:b\")"},
    {"TitleWord", "title:protests", "(title (word protests))"},
    {"TitlePhrase", "title:\"oil price\"", "(title (phrase oil price))"},
    {"TitleCurlyPhrase", "title:“oil price”", "(title (phrase oil price))"},
    {"TitleGroup", "title:(a b OR -c) d",
     "(and (title (or (and (word a) (word b)) (not (word c)))) (word d))"},
    {"AllTogether", "(tokayev OR \"kassym-jomart\") -oil date:2022-01 source:AP",
     "(and (or (word tokayev) (phrase kassym jomart)) (not (word oil)) "
     "(date 2022-01-01..2022-01-31) (source \"AP\"))"},
};

const Row kRefused[] = {
    {"Empty", "", "1: the query is empty"},
    {"OnlySpaces", " \t ", "1: the query is empty"},
    {"InvalidUtf8", "oil \xFF", "5: the query is not valid UTF-8"},
    {"UnclosedQuote", "oil \"gas", "5: this quote is not closed"},
    {"UnclosedCurlyQuote", "“gas\"", "1: this quote is not closed"},
    {"UnclosedParenthesis", "a (b", "3: this parenthesis is not closed"},
    {"UnclosedEmptyParenthesis", "a (", "3: this parenthesis is not closed"},
    {"UnopenedParenthesis", "a b)", "4: this parenthesis was never opened"},
    {"OnlyAClosingParenthesis", ")", "1: this parenthesis was never opened"},
    {"EmptyParentheses", "a ()", "3: there is nothing between these parentheses"},
    {"EmptyPhrase", "a \"\"", "3: there is no word between these quotes"},
    {"PhraseOfPunctuation", "\"--\"", "1: there is no word between these quotes"},
    {"OperatorFirst", "OR a", "1: nothing stands before OR"},
    {"OperatorFirstInParentheses", "a (AND b)", "4: nothing stands before AND"},
    {"OperatorLast", "a OR", "3: nothing to search for follows OR"},
    {"OperatorLastInParentheses", "(a AND) b", "4: nothing to search for follows AND"},
    {"TwoOperators", "a AND OR b", "3: nothing to search for follows AND"},
    {"LoneNot", "NOT", "1: nothing to search for follows NOT"},
    {"DashBeforeParenthesis", "(a -)", "4: nothing to search for follows -"},
    {"LoneDash", "a - b", "3: there is no word in \"-\""},
    {"TwoDashes", "a -- b", "3: there is no word in \"--\""},
    {"Time", "10:30", "1: the colon in \"10:30\" is not part of a field's name"},
    {"Url", "http://x.org/", "1: the colon in \"http://x.org/\" is not part of a field's name"},
    {"FieldAtTheEnd", "a date:", "3: nothing follows date:"},
    {"FieldThenSpace", "title: x", "1: nothing follows title:"},
    {"FieldThenParenthesis", "(source:)", "2: nothing follows source:"},
    {"EmptyValue", "source:\"\"", "9: the value of source: is empty"},
    {"NameWithoutAWord", "org:&&", "5: there is no word in \"&&\""},
    {"EmptyName", "place:\"\"", "8: the value of place: is empty"},
    {"ImpossibleDay", "date:2022-02-31", "6: date \"2022-02-31\" is not a day"},
    {"ImpossibleDayInCurlyQuotes", "date:“2022-02-31”", "9: date \"2022-02-31\" is not a day"},
    {"DayZero", "date:2022-02-00", "6: date \"2022-02-00\" is not a day"},
    {"Month13", "date:2022-13", "6: date \"2022-13\" is not a month: they go from 01 to 12"},
    {"Month0", "date:2022-00-01", "6: date \"2022-00-01\" is not a month: they go from 01 to 12"},
    {"Year0", "date:0000", "6: date \"0000\" is not a year: they start with 0001"},
    {"BackwardsRange", "date:2022-03..2022-01",
     "6: date \"2022-03..2022-01\" is a range backwards"},
    {"RangeWithoutEnds", "date:..", "6: date \"..\" is a range without ends"},
    {"BadEndOfRange", "date:2021..2022-02-30", "12: date \"2022-02-30\" is not a day"},
    {"ThreeDots", "date:2021...2022", "12: date \".2022\" is not understood"},
    {"OtherForm", "date:7/1/2022", "6: date \"7/1/2022\" is not understood"},
    {"NegativeYear", "date:-2022", "6: date \"-2022\" is not understood"},
};

INSTANTIATE_TEST_SUITE_P(Accepted, QueryLanguage, testing::ValuesIn(kAccepted), row_name);
INSTANTIATE_TEST_SUITE_P(Refused, QueryLanguage, testing::ValuesIn(kRefused), row_name);

TEST(ParseQuery, NestingIsBounded) {
  const std::string deep(10000, '(');
  EXPECT_EQ(parsed(deep + "a" + std::string(10000, ')')),
            "101: parentheses are nested more than 100 deep");
  std::string nots;
  for (int i = 0; i < 10000; ++i) nots += "NOT ";
  EXPECT_EQ(parsed(nots + "a"), "401: too many NOTs in a row");
  EXPECT_EQ(parsed(std::string(100, '(') + "a" + std::string(100, ')')), "(word a)");
}

TEST(ParseQuery, LengthIsBounded) {
  const std::string word(10000, 'a');
  EXPECT_EQ(parsed(word), "(word " + word + ")");
  EXPECT_EQ(parsed(std::string(65537, 'a')), "-: the query is longer than 65536 bytes");
}

TEST(ParseQuery, NodesKnowWhereTheyStand) {
  const Result<Node> tree = parse_query("a (b OR date:2022) title:c", kContext);
  ASSERT_TRUE(tree);
  const Node& node = tree.value();
  EXPECT_EQ(node.column, 1u);
  EXPECT_EQ(node.children[1].column, 4u);
  EXPECT_EQ(node.children[1].children[1].column, 9u);
  EXPECT_EQ(node.children[2].column, 20u);
  EXPECT_EQ(node.children[2].children[0].column, 26u);
}

TEST(ParseQuery, AMistypedFieldIsCorrected) {
  EXPECT_EQ(parse_query("tilte:x", kContext).problem().hint, "did you mean title:?");
  EXPECT_EQ(parse_query("Dtae:2022", kContext).problem().hint, "did you mean date:?");
  EXPECT_EQ(parse_query("caps:US", kContext).problem().hint, "write caps(word) with parentheses");
  EXPECT_EQ(parse_query("10:30", kContext).problem().hint,
            "write \"10:30\" in quotes to search for it as text");
}

TEST(ParseQuery, EveryPrefixOfAQueryIsATreeOrAProblem) {
  const std::string query = "-(a“b c” OR title:(“d” NOT e) date:2021..2022-02-28) AND path:\"x\"";
  for (std::size_t i = 0; i <= query.size(); ++i) EXPECT_NE(parsed(query.substr(0, i)), "");
}

TEST(ParseQuery, AnyMixtureOfPiecesIsATreeOrAProblemWithinTheQuery) {
  const char* const pieces[] = {"a",      "AND ",  " OR ", "NOT ", "-",        "(",    ")",
                                "\"",     "“",     "”",    " ",    "date:",    "2022", "..",
                                "title:", "path:", "x:",  "person:",   "--",   "\xE2\x80", "\xFF", "北京",
                                "*",      "?b",    "\n",   ":",    "none",     "é"};
  std::minstd_rand random(1);
  for (int round = 0; round < 20000; ++round) {
    std::string query;
    for (std::size_t i = random() % 12; i > 0; --i) query += pieces[random() % std::size(pieces)];
    const Result<Node> tree = parse_query(query, kContext);
    if (tree) {
      EXPECT_FALSE(to_text(tree.value()).empty());
    } else {
      ASSERT_TRUE(tree.problem().column) << query;
      EXPECT_GE(*tree.problem().column, 1u) << query;
      EXPECT_LE(*tree.problem().column, query.size() + 1) << query;
      EXPECT_FALSE(tree.problem().message.empty()) << query;
    }
  }
}

TEST(WithDateRange, AddsToTheConditions) {
  const DateRange range{{2021, 1, 1}, kLatestDate};
  EXPECT_EQ(to_text(with_date_range(Node{}, range)), "(date 2021-01-01..)");
  EXPECT_EQ(to_text(with_date_range(parse_query("a b", kContext).value(), range)),
            "(and (word a) (word b) (date 2021-01-01..))");
  EXPECT_EQ(to_text(with_date_range(parse_query("a OR b", kContext).value(), range)),
            "(and (or (word a) (word b)) (date 2021-01-01..))");
}

TEST(WithAnyName, AddsToTheConditions) {
  const Node query = with_any_name(Node{}, EntityType::Person, {"Putin", "Angela Merkel"});
  EXPECT_EQ(to_text(query), "(or (person \"Putin\") (person whole \"Angela Merkel\"))");
  EXPECT_EQ(to_text(with_any_name(query, EntityType::Place, {"iran"})),
            "(and (or (person \"Putin\") (person whole \"Angela Merkel\")) (place \"iran\"))");
  EXPECT_EQ(to_text(narrowed(query, Node{})), to_text(query));
}

TEST(QueryTree, IndentedOneNodeALine) {
  EXPECT_EQ(to_indented_text(parse_query("a -\"b c\" date:2022-01-07", kContext).value()),
            "and\n  word a\n  not\n    phrase b c\n  date 2022-01-07\n");
}

}  // namespace
}  // namespace dateline
