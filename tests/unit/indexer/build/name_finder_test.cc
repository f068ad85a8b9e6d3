#include "indexer/build/name_finder.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

namespace dateline {
namespace {

Article article_of(std::string text) {
  Article article;
  article.text = std::move(text);
  return article;
}

std::uint32_t count_of(const FoundNames& found, EntityType type, const std::string& name) {
  const auto at = std::find_if(found.names.begin(), found.names.end(), [&](const ArticleName& one) {
    return one.type == type && one.name == name;
  });
  return at == found.names.end() ? 0 : at->count;
}

constexpr const char* kParagraph =
    "Chancellor Angela Merkel met Prime Minister Gordon Brown in London. Merkel then flew to Berlin.\n\n";

TEST(NameFinder, CountsOverThePiecesOfALongArticle) {
  std::string text;
  for (int i = 0; i < 50; ++i) text += kParagraph;
  const FoundNames whole = NameFinder().find(article_of(text));
  ASSERT_EQ(count_of(whole, EntityType::Person, "Angela Merkel"), 100U);
  ASSERT_EQ(count_of(whole, EntityType::Place, "London"), 50U);
  for (const std::size_t bytes : {200, 333, 1000}) {
    const FoundNames pieces = NameFinder(bytes).find(article_of(text));
    EXPECT_EQ(pieces.names, whole.names) << bytes;
    EXPECT_FALSE(pieces.cut);
  }
}

TEST(NameFinder, ATextWithoutAnySpaceIsCutBetweenCharacters) {
  std::string text;
  for (int i = 0; i < 500; ++i) text += "é";
  EXPECT_TRUE(NameFinder(101).find(article_of(text)).names.empty());
}

TEST(NameFinder, OnlyTheFirstPieceHasALead) {
  std::string text;
  for (int i = 0; i < 10; ++i) text += kParagraph;
  Article article = article_of(text + "He spoke to Vladimir Putin in Moscow.\n\n");
  article.title = "Merkel in London";
  const FoundNames found = NameFinder(130).find(article);
  ASSERT_EQ(count_of(found, EntityType::Person, "Vladimir Putin"), 1U);
  for (const ArticleName& name : found.names) {
    EXPECT_EQ(name.in_lead, name.name != "Vladimir Putin" && name.name != "Moscow") << name.name;
  }
}

TEST(NameFinder, KeepsTheMostSalientNamesAndSaysSo) {
  std::string text;
  for (int i = 0; i < 20; ++i) {
    text += "In Paris, Mr. Peter Bo" + std::string(1 + i, 'n') + "son met Angela Merkel.\n\n";
  }
  const FoundNames all = NameFinder(400).find(article_of(text));
  ASSERT_GT(all.names.size(), 10U);
  EXPECT_FALSE(all.cut);
  const FoundNames some = NameFinder(400, 5).find(article_of(text));
  EXPECT_TRUE(some.cut);
  EXPECT_EQ(some.names.size(), 5U);
  EXPECT_TRUE(std::is_sorted(some.names.begin(), some.names.end(), is_more_salient));
  EXPECT_EQ(count_of(some, EntityType::Person, "Angela Merkel"), 20U);
  EXPECT_EQ(count_of(some, EntityType::Place, "Paris"), 20U);
}

}  // namespace
}  // namespace dateline
