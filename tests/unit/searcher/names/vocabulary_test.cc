#include "searcher/names/vocabulary.h"

#include <gtest/gtest.h>

#include <string>

namespace dateline {
namespace {

const Vocabulary& vocabulary() {
  static const Vocabulary kVocabulary(std::vector<IndexedName>{
      {EntityType::Person, "Kassym-Jomart Tokayev", 20},
      {EntityType::Person, "TOKAYEV", 3},
      {EntityType::Person, "Timur Tokayev Jr.", 30},
      {EntityType::Organisation, "AT&T", 4},
      {EntityType::Organisation, "Tokayev Foundation", 1},
      {EntityType::Place, "\xC3\x85re", 2},
      {EntityType::Place, "\xC3\x85re Lake", 9}});
  return kVocabulary;
}

std::string texts(const std::vector<std::uint32_t>& places) {
  std::string out;
  for (const std::uint32_t place : places) out += vocabulary().names()[place].name + ';';
  return out;
}

TEST(Vocabulary, FindsNamesByTheirWordsMostArticlesFirst) {
  const auto find = [](std::optional<EntityType> type, const char* name, bool whole = false) {
    return texts(vocabulary().find(type, name, whole));
  };
  EXPECT_EQ(find(EntityType::Person, "tokayev"), "Timur Tokayev Jr.;Kassym-Jomart Tokayev;TOKAYEV;");
  EXPECT_EQ(find(EntityType::Person, "Tokayev", true), "TOKAYEV;");
  EXPECT_EQ(find(EntityType::Person, "jomart tokayev", true), "Kassym-Jomart Tokayev;");
  EXPECT_EQ(find({}, "foundation"), "Tokayev Foundation;");
  EXPECT_EQ(find(EntityType::Place, "ARE", true), "\xC3\x85re;");
  EXPECT_EQ(find(EntityType::Person, "tokay"), "");
  EXPECT_EQ(find(EntityType::Person, "tokayev kassym"), "");
  EXPECT_EQ(find({}, "&"), "");
  EXPECT_EQ(find({}, "at&t"), "AT&T;");
}

TEST(Vocabulary, SuggestsNamesThatAreNear) {
  EXPECT_EQ(texts(vocabulary().suggest(EntityType::Person, "tokaev", 2)),
            "Timur Tokayev Jr.;Kassym-Jomart Tokayev;");
  EXPECT_EQ(texts(vocabulary().suggest(EntityType::Person, "kasym jomart tokayev", 2)),
            "Kassym-Jomart Tokayev;");
  EXPECT_EQ(texts(vocabulary().suggest(EntityType::Person, "qqqqqqqqqqq", 2)), "");
}

TEST(Vocabulary, KnowsTheNamesOfRecords) {
  for (std::uint32_t place = 0; place < vocabulary().names().size(); ++place) {
    const IndexedName& name = vocabulary().names()[place];
    EXPECT_EQ(vocabulary().place_of(name.type, name.name), place);
  }
  EXPECT_FALSE(vocabulary().place_of(EntityType::Place, "TOKAYEV"));
}

}  // namespace
}  // namespace dateline
