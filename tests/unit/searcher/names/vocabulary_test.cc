#include "searcher/names/vocabulary.h"

#include <gtest/gtest.h>

#include <string>

#include "common/text/tokenizer.h"
#include "tests/support/random.h"

namespace dateline {
namespace {

const Vocabulary& vocabulary() {
  static const Vocabulary kVocabulary(
      std::vector<IndexedName>{{EntityType::Person, "Kassym-Jomart Tokayev", 20},
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
  for (const std::uint32_t place : places) out += std::string(vocabulary().name(place)) + ';';
  return out;
}

Vocabulary::Accept of_type(std::optional<EntityType> type) {
  return [type](std::uint32_t place) { return !type || vocabulary().type(place) == *type; };
}

TEST(Vocabulary, FindsNamesByTheirWordsMostArticlesFirst) {
  const auto find = [](std::optional<EntityType> type, const char* name, bool whole = false) {
    return texts(vocabulary().find(of_type(type), name, whole));
  };
  EXPECT_EQ(find(EntityType::Person, "tokayev"),
            "Timur Tokayev Jr.;Kassym-Jomart Tokayev;TOKAYEV;");
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
  EXPECT_EQ(texts(vocabulary().suggest(of_type(EntityType::Person), "tokaev", 2)),
            "Timur Tokayev Jr.;Kassym-Jomart Tokayev;");
  EXPECT_EQ(texts(vocabulary().suggest(of_type(EntityType::Person), "kasym jomart tokayev", 2)),
            "Kassym-Jomart Tokayev;");
  EXPECT_EQ(texts(vocabulary().suggest(of_type(EntityType::Person), "qqqqqqqqqqq", 2)), "");
}

TEST(Vocabulary, KnowsTheNamesOfRecords) {
  for (std::uint32_t place = 0; place < vocabulary().size(); ++place) {
    EXPECT_EQ(vocabulary().place_of(vocabulary().type(place), vocabulary().name(place)), place);
  }
  EXPECT_EQ(vocabulary().mentions(), 69U);
  EXPECT_FALSE(vocabulary().place_of(EntityType::Place, "TOKAYEV"));
}

// Plain names take a way of their own.
TEST(Vocabulary, FoldsNamesAsTheTokeniserDoes) {
  Random random(5);
  const std::vector<std::string> pieces = {"a", "B", "z", "Z", "9", " ", " ", "-", ".", ",", "'",
                                           "&", "\xC3\x85", "S.", "'s", std::string(70, 'K')};
  for (int round = 0; round < 20000; ++round) {
    std::string name, expected;
    for (std::size_t left = random.below(9); left > 0; --left) name += random.one_of(pieces);
    Tokenizer tokenizer(name);
    for (Token token; tokenizer.next(token);) {
      expected += (expected.empty() ? "" : " ") + std::string(token.folded);
    }
    EXPECT_EQ(folded_name(name), expected) << name;
  }
}

}  // namespace
}  // namespace dateline
