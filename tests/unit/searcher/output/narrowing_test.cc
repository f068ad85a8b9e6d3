#include "searcher/output/narrowing.h"

#include <gtest/gtest.h>

#include "searcher/query/parser.h"

namespace dateline {
namespace {

TEST(Narrowing, ClausesAreWhatTheLanguageHas) {
  EXPECT_EQ(clause_of(FacetField::Person, "Angela Merkel"), "person:\"Angela Merkel\"");
  EXPECT_EQ(clause_of(FacetField::Organisation, "Nato"), "org:\"Nato\"");
  EXPECT_EQ(clause_of(FacetField::Source, "Reuters"), "source:\"Reuters\"");
  EXPECT_EQ(clause_of(FacetField::Month, "2022-01"), "date:2022-01");
  EXPECT_EQ(clause_of(FacetField::Person, "a \"b\""), std::nullopt);
  EXPECT_EQ(clause_of(FacetField::Source, ""), std::nullopt);
}

TEST(Narrowing, TheQueryStaysOneOperand) {
  EXPECT_EQ(narrowed_query("", "date:2022"), "date:2022");
  EXPECT_EQ(narrowed_query(" oil ", "date:2022"), "oil date:2022");
  EXPECT_EQ(narrowed_query("oil OR gas", "date:2022"), "(oil OR gas) date:2022");
  const std::string text = narrowed_query("oil OR gas -coal", *clause_of(FacetField::Place, "Iran"));
  const auto tree = parse_query(text, QueryContext{});
  ASSERT_TRUE(tree) << text;
  EXPECT_EQ(tree.value().kind, Node::Kind::And);
}

}  // namespace
}  // namespace dateline
