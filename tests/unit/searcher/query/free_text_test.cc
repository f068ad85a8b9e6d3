#include "searcher/query/free_text.h"

#include <gtest/gtest.h>

namespace dateline {
namespace {

struct Row {
  const char* text;
  const char* tree;
};

TEST(FreeText, IsAnyOfItsWordsWithoutSyntax) {
  const Row rows[] = {
      {"\"What's next\", he asked - (oil OR gas: date:2022", "(or (word next) (word asked) (word oil) "
       "(word gas) (word date) (word 2022))"},
      {"oil-rich NOT -poor title:x*", "(or (word oil) (word rich) (word poor) (word title) (word x))"},
      {"protest", "(word protest)"},
      {"the oil", "(word oil)"},
      {"to be or not to be", "(or (word to) (word be) (word or) (word not))"},
      {"US WHO May", "(or (word us) (word who) (word may))"},
      {"Kazakhstan’s \"rulers", "(or (word kazakhstan) (word rulers))"},
      {") AND (", "(word and)"},
  };
  for (const Row& row : rows) {
    Result<Node> tree = parse_free_text(row.text);
    ASSERT_TRUE(tree) << row.text;
    for (Node& child : tree.value().children) child.weight = 1;
    EXPECT_EQ(to_text(tree.value()), row.tree) << row.text;
  }
}

TEST(FreeText, AWordCountsAsOftenAsItStands) {
  const Node tree = parse_free_text("oil Oil gas OIL").value();
  ASSERT_EQ(tree.children.size(), 2U);
  EXPECT_EQ(tree.children[0].weight, 3);
  EXPECT_EQ(tree.children[1].weight, 1);
}

TEST(FreeText, NeedsAWordAndHasABound) {
  EXPECT_EQ(parse_free_text(" -\"() ").problem().message, "there is no word to search for");
  EXPECT_FALSE(parse_free_text(std::string(70000, 'x')));
}

}  // namespace
}  // namespace dateline
