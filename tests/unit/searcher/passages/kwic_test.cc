#include "searcher/passages/kwic.h"

#include <gtest/gtest.h>

namespace dateline {
namespace {

Hit hit_with(const std::string& text, std::vector<Occurrence> occurrences) {
  Hit hit;
  hit.id = 3;
  hit.source = "Réuters";
  hit.article.text = text;
  hit.occurrences = std::move(occurrences);
  return hit;
}

TEST(Kwic, ALineForEachOccurrenceWithItsWords) {
  Hit hit = hit_with("One two  oil\n\nthree four oil.", {{9, 12, 0}, {25, 28, 0}});
  hit.article.title = "Oil";
  hit.title_occurrences = {{0, 3, 0}};
  const auto lines = kwic_lines(hit, 1);
  ASSERT_EQ(lines.size(), 3u);
  EXPECT_TRUE(lines[0].in_title);
  EXPECT_EQ(lines[0].hit, "Oil");
  EXPECT_EQ(lines[1].left, "two ");
  EXPECT_EQ(lines[1].right, " three");
  EXPECT_EQ(lines[1].begin, 9u);
  EXPECT_EQ(lines[2].left, "four ");
  EXPECT_EQ(lines[2].hit, "oil");
  EXPECT_EQ(lines[2].right, ".");
  EXPECT_EQ(kwic_lines(hit, 0)[1].left, "");
}

TEST(Kwic, ContextIsBoundedAndCutsNoCharacter) {
  std::string han;
  for (int i = 0; i < 500; ++i) han += "北";
  const auto lines = kwic_lines(hit_with(han, {{600, 606, 0}}), 10);
  EXPECT_LE(lines[0].left.size(), 120u);
  EXPECT_EQ(lines[0].left.size() % 3, 0u);
  EXPECT_EQ(lines[0].right.size() % 3, 0u);
  EXPECT_GE(lines[0].right.size(), 117u);
}

TEST(Kwic, SortsByFoldedWords) {
  const auto line = kwic_lines(hit_with("The Élan of OIL, says Bob", {{13, 16, 0}}), 9)[0];
  EXPECT_EQ(kwic_key(line, KwicSort::Left), "of elan the oil ");
  EXPECT_EQ(kwic_key(line, KwicSort::Right), "says bob oil ");
  EXPECT_EQ(kwic_key(line, KwicSort::Source), "reuters");
  EXPECT_EQ(kwic_key(line, KwicSort::Date), "");
}

}  // namespace
}  // namespace dateline
