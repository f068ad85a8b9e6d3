// Each message about what is not in the language.
#include "tests/unit/searcher/query/rows.h"

namespace dateline {
namespace {

class Mistakes : public testing::TestWithParam<Row> {};

TEST_P(Mistakes, AreNamed) { EXPECT_EQ(parsed(GetParam().query), GetParam().expected); }

const Row kDistances[] = {
    {"FirstInTheQuery", "w/5 b", "1: nothing stands before w/5"},
    {"FirstInParentheses", "a (w/5 b)", "4: nothing stands before w/5"},
    {"Last", "a w/5", "3: nothing to search for follows w/5"},
    {"BehindOr", "a OR w/5 b", "3: nothing to search for follows OR"},
    {"Two", "a w/5 w/3 b", "3: nothing to search for follows w/5"},
    {"NotFirst", "not w/5 b", "1: nothing stands before not w/5"},
    {"CapitalNotFirst", "NOT w/5 b", "1: nothing to search for follows NOT"},
    {"Zero", "a w/0 b", "3: \"w/0\": its number must be from 1 to 100000"},
    {"TooFar", "a NEAR/100001 b", "3: \"NEAR/100001\": its number must be from 1 to 100000"},
    {"MuchTooFar", "a near99999999999999999999 b",
     "3: \"near99999999999999999999\": its number must be from 1 to 100000"},
    {"NoNumber", "a w/ b", "3: \"w/\" is not a distance"},
    {"OtherUnit", "a w/seg b", "3: \"w/seg\" is not a distance"},
    {"NegativeNumber", "a NEAR/-5 b", "3: \"NEAR/-5\" is not a distance"},
    {"PreAlone", "a PRE b", "3: PRE does not say how far"},
    {"NotOnTheRight", "a w/5 NOT b", "7: NOT cannot stand behind w/5"},
    {"DashOnTheRight", "a w/5 -b", "7: - cannot stand behind w/5"},
    {"DashOnTheLeft", "-a w/5 b", "4: a dash excludes one word, but a distance follows"},
    {"NotInAGroup", "(a NOT b) w/5 c", "4: w/5 goes with what stands in texts, not with NOT"},
    {"Date", "a w/5 date:2022", "7: w/5 goes with what stands in texts, not with a date"},
    {"Source", "source:x NEAR/5 b",
     "1: NEAR/5 goes with what stands in texts, not with a source"},
    {"AtLeast", "ATLEAST2 a w/5 b", "1: w/5 goes with what stands in texts, not with atleast"},
    {"NegatedAndOnTheRight", "a NOT w/5 (b c)",
     "7: AND cannot stand behind NOT and a distance"},
};

const Row kFunctions[] = {
    {"EmptyCaps", "caps()", "5: there is nothing between these parentheses"},
    {"CapsOfADate", "caps(a date:2022)",
     "8: caps goes with what stands in texts, not with a date"},
    {"CapsField", "caps:US",
     "1: unknown field \"caps:\" (the fields are date: after: before: source: author: section: "
     "path: url: lang: id: wc: title: lead: hlead: person: org: place: entity:)"},
    {"AtLeastZero", "atleast0(x)", "1: \"atleast0\": its number must be from 1 to 100000"},
    {"AtLeastAlone", "a ATLEAST5", "3: nothing to search for follows ATLEAST5"},
    {"AtLeastOfNot", "ATLEAST5 -x", "10: - cannot stand behind ATLEAST5"},
    {"AtLeastOfAtLeast", "atleast2(atleast3(x))",
     "10: atleast2 goes with what stands in texts, not with atleast"},
    {"ZoneInAZone", "title(a lead(b))",
     "9: title, lead or /F50/ cannot stand inside title( )"},
    {"DateInAZone", "title:(a date:2022)", "10: a date cannot stand inside title:( )"},
    {"DashInAZone", "title:-x", "7: - cannot stand behind title:"},
    {"EmptyLead", "lead()", "5: there is nothing between these parentheses"},
    {"FirstWordsOfNothing", "/F50/ a", "1: nothing stands before /F50/"},
    {"FirstWordsBehindOr", "a OR /F50/", "3: nothing to search for follows OR"},
    {"FirstWordsOfADate", "date:2022 /F50/", "1: a date cannot stand before /F50/"},
    {"FirstWordsOfATitle", "title(a) /F50/",
     "1: title, lead or /F50/ cannot stand before /F50/"},
    {"NoFirstWords", "a /F0/", "3: \"/F0/\": its number must be from 1 to 100000"},
    {"FieldAsFunction", "source(Reuters)", "1: \"source(\" is no function"},
};

const Row kAmounts[] = {
    {"LengthOfWords", "wc>many", "4: \"many\" is not a number of words"},
    {"LengthWithoutEnds", "wc:..", "4: \"..\" is not a number of words"},
    {"LengthBackwards", "wc:800..200", "4: \"800..200\" is a range backwards"},
    {"LengthBelowNone", "wc<0", "4: no article has fewer than 0 words"},
    {"LengthApart", "wc > 500", "4: there is no word in \">\""},
    {"LengthWithoutNumber", "a wc> 5", "3: nothing follows wc>"},
    {"ZeroWeight", "oil^0", "4: \"^0\" is not a weight"},
    {"NegativeWeight", "oil^-1", "4: \"^-1\" is not a weight"},
    {"LargeWeight", "oil^101", "4: \"^101\" is not a weight"},
    {"WeightWithoutNumber", "oil^", "4: \"^\" is not a weight"},
    {"WeightOfLetters", "a^b", "2: \"^b\" is not a weight"},
    {"TwoWeights", "oil^2^3", "4: \"^2^3\" is not a weight"},
    {"ExponentialWeight", "oil^1e1", "4: \"^1e1\" is not a weight"},
    {"WeightsTooLarge", "(a^20)^20", "7: the weights of this multiply to 400"},
    {"WeightOfNothing", "a ^3", "3: nothing stands before ^3"},
    {"WeightOfADate", "(date:2022)^3", "12: a weight goes with words, not with a date"},
    {"WeightOfASource", "source:Reuters^3",
     "15: \"Reuters^3\" is not understood: no weight goes with source:"},
    {"WeightOfAQuotedName", "person:\"x\"^3", "11: a weight goes with words, not with a name"},
};

const Row kPatterns[] = {
    {"Stars", "***", "1: there is no word in \"***\""},
    {"StarWithoutLetters", "-*-*-", "2: there is no word in \"*-*-\""},
    {"StarOfAnUnspacedScript", "北京*", "1: a wildcard needs letters of its word: \"*\" has none"},
    {"ExactWildcard", "=prot*",
     "1: \"=prot*\" is not understood: = asks for one form of a word"},
    {"TwoEquals", "==a", "1: \"==a\" is not understood: = asks for one form of a word"},
    {"ExclamationInFront", "!oil",
     "1: \"!oil\" is not understood: an exclamation mark in front means nothing here"},
    {"BarWithoutSpaces", "oil|gas",
     "1: \"oil|gas\" is not understood: | is OR with spaces around it only"},
    {"LoneExclamation", "a ! b", "3: there is no word in \"!\""},
    {"FuzzyThree", "tokaev~3", "1: \"tokaev~3\" is not understood: ~ is followed by 1 or 2"},
    {"FuzzyFraction", "tokaev~0.8", "1: \"tokaev~0.8\" is not understood: ~ is followed by 1 or 2"},
    {"FuzzyHyphenated", "al-qaida~1", "1: \"al-qaida~1\" is not understood: ~ goes with one plain word"},
    {"FuzzyWildcard", "tok*~1", "1: \"tok*~1\" is not understood: ~ goes with one plain word"},
    {"FuzzyExact", "=tok~1", "1: \"=tok~1\" is not understood: ~ goes with one plain word"},
    {"FuzzyOfNothing", "~", "1: \"~\" is not understood: ~ goes with one plain word"},
    {"LucenePhrase", "\"a b\"~5", "6: ~5 stands behind no word"},
    {"RegexNotClosed", "/abc def", "1: this slash begins a regular expression that no slash ends"},
    {"Path", "/home/x", "1: something follows the slash that closes this regular expression"},
    {"EmptyRegex", "//", "1: there is nothing between these slashes"},
    {"BadRegex", "a /b[/", "3: this is no regular expression"},
    {"RegexHugeBackReference", "/(a)\\333333333333333333333/", "1: a number in this regular expression is too large"},
    {"RegexHugeRepetition", "a /b{2,333333333333333333333}/", "3: a number in this regular expression is too large"},
    {"RegexUnboundedHugeRepetition", "/b{100000}/", "1: a number in this regular expression is too large"},
    {"LongOption", "--sort",
     "1: \"--sort\" is not understood: one dash excludes a word, two mean nothing"},
};

const Row kFields[] = {
    {"UnknownField", "a foo:bar",
     "3: unknown field \"foo:\" (the fields are date: after: before: source: author: section: "
     "path: url: lang: id: wc: title: lead: hlead: person: org: place: entity:)"},
    {"WordsInAGroup", "source:(New York Times)",
     "13: these values of source: have no operator between them"},
    {"SmallOrInAGroup", "source:(a or b)",
     "11: these values of source: have no operator between them"},
    {"EmptyGroup", "source:()", "8: there is nothing between these parentheses"},
    {"GroupNotClosed", "source:(a OR b", "8: this parenthesis is not closed"},
    {"OrLastInAGroup", "id:(5 OR )", "7: nothing to search for follows OR"},
    {"Compared", "source>x", "1: only date and wc are compared with < and >"},
    {"WildcardInASource", "source:Reut*",
     "12: \"Reut*\" is not understood: there are no wildcards in source:"},
    {"WildcardInAName", "person:tok*",
     "11: \"tok*\" is not understood: there are no wildcards in person:"},
    {"NoNumber", "id:x", "4: \"x\" is not the number of an article"},
    {"NumberZero", "id:5,0", "6: \"0\" is not the number of an article"},
    {"NumberMissing", "id:5,", "6: \"\" is not the number of an article"},
    {"NumberTooLarge", "id:4294967296", "4: \"4294967296\" is not the number of an article"},
    {"LanguageByName", "lang:english", "6: \"english\" is not the code of a language"},
    {"EmptyAuthor", "author:\" \"", "9: the value of author: is empty"},
    {"AuthorWithoutAWord", "author:&&", "8: there is no word in \"&&\""},
    {"ImpossibleDayInAGroup", "date:(2021 OR 2022-02-31)",
     "15: date \"2022-02-31\" is not a day"},
};

INSTANTIATE_TEST_SUITE_P(Distances, Mistakes, testing::ValuesIn(kDistances), row_name);
INSTANTIATE_TEST_SUITE_P(Functions, Mistakes, testing::ValuesIn(kFunctions), row_name);
INSTANTIATE_TEST_SUITE_P(Amounts, Mistakes, testing::ValuesIn(kAmounts), row_name);
INSTANTIATE_TEST_SUITE_P(Patterns, Mistakes, testing::ValuesIn(kPatterns), row_name);
INSTANTIATE_TEST_SUITE_P(Fields, Mistakes, testing::ValuesIn(kFields), row_name);

}  // namespace
}  // namespace dateline
