#include "searcher/rank/scored_terms.h"

#include <gtest/gtest.h>

#include "searcher/query/parser.h"

namespace dateline {
namespace {

/// "oil^1 price^2"
std::string scored(const std::string& query) {
  Stemmer stemmer("english");
  std::string text;
  for (const ScoredWord& word : scored_words(parse_query(query, {{2022, 1, 7}}).value(), stemmer)) {
    if (!text.empty()) text += ' ';
    for (const std::string& stem : word.stems) text += stem + '/';
    text.back() = '^';
    text += std::to_string(static_cast<int>(word.weight));
  }
  return text;
}

TEST(ScoredWords, AreTheWordsThatAreAskedForEachOnce) {
  EXPECT_EQ(scored("oil prices"), "oil^1 price^1");
  EXPECT_EQ(scored("prices OR price"), "price^2");
  EXPECT_EQ(scored("\"oil prices\" price -gas date:2022"), "oil^1 price^2");
  EXPECT_EQ(scored("NOT gas"), "");
  EXPECT_EQ(scored("title:oil"), "oil^1");
}

TEST(ScoredWords, WeightsMultiplyDownTheTree) {
  Node tree = parse_query("oil price", {{2022, 1, 7}}).value();
  tree.weight = 2;
  tree.children[1].weight = 3;
  Stemmer stemmer("english");
  const auto words = scored_words(tree, stemmer);
  ASSERT_EQ(words.size(), 2U);
  EXPECT_EQ(words[0].weight, 2);
  EXPECT_EQ(words[1].weight, 6);
}

TEST(ScoredWords, APatternIsOneWord) {
  Node pattern;
  pattern.kind = Node::Kind::Pattern;
  pattern.terms = {"protest", "protester", "protests"};
  Stemmer stemmer("english");
  const auto words = scored_words(pattern, stemmer);
  ASSERT_EQ(words.size(), 1U);
  EXPECT_EQ(words[0].stems, (std::vector<std::string>{"protest"}));
}

}  // namespace
}  // namespace dateline
