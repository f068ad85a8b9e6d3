#include "searcher/words/expand.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "common/text/utf8.h"
#include "tests/support/random.h"
#include "tests/support/word_segment.h"

namespace dateline {
namespace {

using Counts = std::map<std::string, std::uint64_t>;
using test::segment_of;
using test::table_of;

Node pattern(PatternKind kind, const std::string& value, int edits = 0) {
  Node node;
  node.kind = Node::Kind::Pattern;
  node.pattern = kind;
  node.value = value;
  node.edits = edits;
  node.column = 1;
  return node;
}

std::vector<std::string> texts(const std::vector<FoundWord>& found) {
  std::vector<std::string> words;
  for (const FoundWord& one : found) words.push_back(one.word);
  return words;
}

std::vector<std::string> letters_of(const std::string& word) {
  std::vector<std::string> letters;
  for (std::size_t at = 0; at < word.size();) {
    const auto bytes = decode_utf8(word, at).bytes;
    letters.push_back(word.substr(at, bytes));
    at += bytes;
  }
  return letters;
}

/// The definition of wildcards, slowly.
bool fits(const std::vector<std::string>& wildcard, std::size_t at,
          const std::vector<std::string>& word, std::size_t from) {
  if (at == wildcard.size()) return from == word.size();
  const std::string& sign = wildcard[at];
  if (sign == "*") {
    for (std::size_t to = from; to <= word.size(); ++to) {
      if (fits(wildcard, at + 1, word, to)) return true;
    }
    return false;
  }
  if (sign == "!" && fits(wildcard, at + 1, word, from)) return true;
  if (from == word.size()) return false;
  return (sign == "?" || sign == "!" || sign == word[from]) &&
         fits(wildcard, at + 1, word, from + 1);
}

/// The definition of optimal string alignment.
std::size_t distance(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  std::vector<std::vector<std::size_t>> table(a.size() + 1,
                                              std::vector<std::size_t>(b.size() + 1));
  for (std::size_t i = 0; i <= a.size(); ++i) {
    for (std::size_t j = 0; j <= b.size(); ++j) {
      if (i == 0 || j == 0) {
        table[i][j] = i + j;
        continue;
      }
      table[i][j] = std::min({table[i - 1][j] + 1, table[i][j - 1] + 1,
                              table[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        table[i][j] = std::min(table[i][j], table[i - 2][j - 2] + 1);
      }
    }
  }
  return table[a.size()][b.size()];
}

const Counts kWords = {{"protest", 9}, {"protests", 7},  {"protesting", 2}, {"protester", 1},
                       {"pro", 4},     {"women", 8},     {"woman", 6},      {"womn", 1},
                       {"watergate", 3}, {"gate", 5},    {"gates", 2},      {"happy", 3},
                       {"happiness", 2}, {"жара", 2},    {"жарa", 1},       {"tokayev", 5},
                       {"tokaev", 1},  {"die", 2},       {"dying", 2},      {"don't", 1}};

struct Row {
  PatternKind kind;
  std::string value;
  int edits;
  std::vector<std::string> words;
};

class WordsOfIndex : public testing::Test {
 protected:
  WordsOfIndex() : words_({segment_of(table_of(kWords)), segment_of(table_of({{"gate", 90}}))}) {}
  std::vector<std::string> expand(const Node& node) { return texts(words_.expand(node).value()); }
  Words words_;
};

TEST_F(WordsOfIndex, PatternsFitWhatTheyShould) {
  const Row rows[] = {
      {PatternKind::Wildcard, "protest*", 0, {"protest", "protests", "protesting", "protester"}},
      {PatternKind::Wildcard, "*gate", 0, {"gate", "watergate"}},
      {PatternKind::Wildcard, "*ate*", 0, {"gate", "watergate", "gates"}},
      {PatternKind::Wildcard, "wom?n", 0, {"women", "woman"}},
      {PatternKind::Wildcard, "wom!n", 0, {"women", "woman", "womn"}},
      {PatternKind::Wildcard, "жа?а", 0, {"жара"}},
      {PatternKind::Wildcard, "don't", 0, {"don't"}},
      {PatternKind::Wildcard, "x*", 0, {}},
      {PatternKind::Wildcard, "gate.", 0, {}},
      {PatternKind::Fuzzy, "tokaev", 1, {"tokayev", "tokaev"}},
      {PatternKind::Fuzzy, "womna", 1, {"woman", "womn"}},
      {PatternKind::Fuzzy, "жарб", 1, {"жара", "жарa"}},
      {PatternKind::Fuzzy, "orptest", 1, {}},
      {PatternKind::Fuzzy, "orptest", 2, {"protest"}},
      {PatternKind::Regex, "wom[ea]n", 0, {"women", "woman"}},
      {PatternKind::Regex, "gate|pro", 0, {"gate", "pro"}},
      {PatternKind::Regex, "[^a]*", 0,
       {"protest", "women", "protests", "pro", "die", "dying", "protesting", "жара", "don't",
        "protester", "womn"}},
      {PatternKind::Regex, ".*gate", 0, {"gate", "watergate"}},
      {PatternKind::Regex, "^wom[ea]n$", 0, {"women", "woman"}},
      {PatternKind::Regex, "^g.*|.*omn$", 0, {"gate", "gates", "womn"}},
      {PatternKind::Regex, R"(\Awom[ea]n\z)", 0, {"women", "woman"}},
      {PatternKind::Regex, "(?-m:^wom[ea]n$)", 0, {"women", "woman"}},
      {PatternKind::Regex, "(?i)WOM(?:E|A)N", 0, {"women", "woman"}},
  };
  for (const Row& row : rows) {
    EXPECT_EQ(expand(pattern(row.kind, row.value, row.edits)), row.words) << row.value;
  }
}

TEST_F(WordsOfIndex, SegmentsAddUpAndTheMostFrequentComesFirst) {
  const auto found = words_.expand(pattern(PatternKind::Wildcard, "gat*")).value();
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0].word, "gate");
  EXPECT_EQ(found[0].occurrences, 95U);
  EXPECT_EQ(found[1].stem, "gate");
  EXPECT_EQ(words_.occurrences("gate"), 95U);
  EXPECT_EQ(words_.occurrences("gat"), 0U);
}

TEST_F(WordsOfIndex, TooManyWordsAreAProblemThatSaysHowMany) {
  const auto found = words_.expand(pattern(PatternKind::Wildcard, "*"), 10);
  ASSERT_FALSE(found);
  EXPECT_EQ(found.problem().message, "\"*\" fits 20 words, more than 10");
  EXPECT_EQ(found.problem().column, 1U);
}

TEST_F(WordsOfIndex, WhatIsNoRegularExpressionIsAProblem) {
  for (const char* regex : {"(", "a)(b", "[", R"((a)\1)", "(?=a)", "a{1001}"}) {
    EXPECT_FALSE(words_.expand(pattern(PatternKind::Regex, regex))) << regex;
  }
  EXPECT_FALSE(words_.expand(pattern(PatternKind::Fuzzy, std::string(65, 'a'), 1)));
}

TEST_F(WordsOfIndex, HostilePatternsTakeNoLongerThanOthers) {
  const auto found = words_.expand(pattern(PatternKind::Regex, "(((.*)*)*)*x"));
  EXPECT_TRUE(found.ok());
  EXPECT_TRUE(words_.expand(pattern(PatternKind::Wildcard, std::string(2000, '*') + 'x')).ok());
}

TEST_F(WordsOfIndex, StemsDecideOnlyIfAllTheirWordsFit) {
  const auto decide = [&](const std::string& wildcard) {
    return words_.stems_decide(words_.expand(pattern(PatternKind::Wildcard, wildcard)).value());
  };
  EXPECT_TRUE(decide("protest*"));
  EXPECT_FALSE(decide("protesti*"));
  EXPECT_TRUE(decide("happ*"));
  EXPECT_FALSE(decide("happine*"));
  EXPECT_FALSE(decide("die*")) << "dying";
  EXPECT_TRUE(decide("xyz*")) << "no word, no article";
}

TEST_F(WordsOfIndex, SuggestsFrequentWordsNearby) {
  EXPECT_EQ(texts(words_.nearest("tokaev", 3)), (std::vector<std::string>{"tokayev"}));
  EXPECT_EQ(texts(words_.nearest("womna", 3)), (std::vector<std::string>{"woman", "womn", "women"}));
  EXPECT_TRUE(words_.nearest("xyz", 3).empty());
  EXPECT_TRUE(words_.nearest("", 3).empty());
}

TEST_F(WordsOfIndex, CompletesPrefixes) {
  EXPECT_EQ(texts(words_.beginning_with("prot", 2)),
            (std::vector<std::string>{"protest", "protests"}));
}

TEST_F(WordsOfIndex, FillsThePatternsOfAQuery) {
  Node query;
  query.kind = Node::Kind::And;
  query.children = {Node{}, pattern(PatternKind::Wildcard, "wom?n")};
  EXPECT_TRUE(has_patterns(query));
  EXPECT_FALSE(has_patterns(query.children[0]));
  const auto taken = fill_patterns(query, words_);
  ASSERT_TRUE(taken);
  ASSERT_EQ(taken.value().size(), 1U);
  EXPECT_EQ(taken.value()[0].asked, "wom?n");
  EXPECT_EQ(query.children[1].terms, (std::vector<std::string>{"woman", "women"}));
}

TEST(Words, PatternsEqualTheirDefinitions) {
  Random random(11);
  const auto random_word = [&](const std::vector<std::string>& alphabet, std::size_t most) {
    std::string word;
    for (std::size_t left = 1 + random.below(most); left > 0; --left) word += random.one_of(alphabet);
    return word;
  };
  Counts first, second;
  while (first.size() < 5000) first[random_word({"a", "b", "c", "d", "é", "ж"}, 9)] = 1;
  while (second.size() < 500) second[random_word({"a", "b", "c", "d", "é", "ж"}, 9)] = 1;
  std::set<std::string> all;
  for (const auto& [word, count] : first) all.insert(word);
  for (const auto& [word, count] : second) all.insert(word);
  Words words({segment_of(table_of(first)), segment_of(table_of(second))});
  for (int round = 0; round < 60; ++round) {
    const bool is_fuzzy = round % 3 == 0;
    const std::string value = is_fuzzy ? random_word({"a", "b", "c", "é", "ж"}, 8)
                                       : random_word({"a", "b", "c", "ж", "*", "?", "!"}, 6);
    const int edits = 1 + round % 2;
    const Node node = pattern(is_fuzzy ? PatternKind::Fuzzy : PatternKind::Wildcard, value, edits);
    std::vector<std::string> found = texts(words.expand(node, all.size()).value());
    std::sort(found.begin(), found.end());
    std::vector<std::string> expected;
    const auto signs = letters_of(value);
    for (const std::string& word : all) {
      const auto letters = letters_of(word);
      const bool does = is_fuzzy ? distance(signs, letters) <= static_cast<std::size_t>(edits)
                                 : fits(signs, 0, letters, 0);
      if (does) expected.push_back(word);
    }
    ASSERT_EQ(found, expected) << value << ' ' << edits;
  }
}

}  // namespace
}  // namespace dateline
