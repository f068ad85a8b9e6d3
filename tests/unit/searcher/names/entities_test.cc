#include "searcher/names/entities.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

namespace dateline {
namespace {

/// "name = its names" of each entity, sorted.
std::vector<std::string> joined(std::vector<IndexedName> names, bool raw = false) {
  const auto rank = [](EntityType type) { return type == EntityType::Person ? 0 : 1; };
  std::sort(names.begin(), names.end(), [&](const IndexedName& a, const IndexedName& b) {
    return a.type != b.type ? rank(a.type) < rank(b.type) : a.name < b.name;
  });
  const Vocabulary vocabulary(names);
  std::vector<std::string> lines;
  const Entities entities(vocabulary, raw);
  for (std::uint32_t i = 0; i < entities.size(); ++i) {
    const KnownEntity entity = entities[i];
    lines.push_back(std::string(entity.name) + " =");
    for (const std::uint32_t place : entity.names) {
      lines.back() += ' ' + std::string(vocabulary.name(place)) + ';';
      EXPECT_EQ(entities.of_name(place), i);
    }
  }
  std::sort(lines.begin(), lines.end());
  return lines;
}

IndexedName person(const char* name, std::uint64_t articles = 1) {
  return {EntityType::Person, name, articles};
}

using Lines = std::vector<std::string>;

TEST(Entities, VariantsAreOneCalledAsMostArticlesCallIt) {
  EXPECT_EQ(joined({person("Barack Obama", 5), person("BARACK OBAMA"), person("Barack H. Obama"),
                    person("Bárack Obama")}),
            Lines{"Barack Obama = BARACK OBAMA; Barack H. Obama; Barack Obama; Bárack Obama;"});
  EXPECT_EQ(joined({person("J. Smith"), person("K. Smith")}),
            (Lines{"J. Smith = J. Smith;", "K. Smith = K. Smith;"}));
}

TEST(Entities, AFamilyNameIsTheFullNameThatDominates) {
  EXPECT_EQ(joined({person("Vladimir Putin", 8), person("Olga Putin", 2), person("Putin", 50)}),
            (Lines{"Olga Putin = Olga Putin;", "Vladimir Putin = Putin; Vladimir Putin;"}));
}

TEST(Entities, ADominantNameHasThreeTimesTheNextAndMostOfAll) {
  EXPECT_EQ(
      joined({person("Bill Clinton", 74), person("Hillary Clinton", 26), person("Clinton")}).size(),
      3U);
  EXPECT_EQ(
      joined({person("Bill Clinton", 78), person("Hillary Clinton", 26), person("Clinton")}).size(),
      2U);
  // Next is a given name with all its forms.
  EXPECT_EQ(joined({person("Bill Clinton", 78), person("Hillary Clinton", 25),
                    person("Hillary Rodham Clinton", 2), person("Clinton")})
                .size(),
            4U);
  // Many cousins weigh as much as a brother.
  EXPECT_EQ(joined({person("Ann Ford", 59), person("Bo Ford", 10), person("Cy Ford", 10),
                    person("Di Ford", 10), person("Ed Ford", 11), person("Ford")})
                .size(),
            6U);
}

TEST(Entities, LongerFormsOfTheDominantNameDoNotStandInItsWay) {
  EXPECT_EQ(
      joined({person("Barack Obama", 6), person("Barack Hussein Obama", 3),
              person("President Barack Obama", 3), person("Michelle Obama", 4), person("Obama")}),
      (Lines{"Barack Hussein Obama = Barack Hussein Obama;", "Barack Obama = Barack Obama; Obama;",
             "Michelle Obama = Michelle Obama;",
             "President Barack Obama = President Barack Obama;"}));
}

TEST(Entities, AGivenNameIsNoFamilyName) {
  EXPECT_EQ(
      joined({person("Deval Patrick", 9), person("Patrick Leahy", 4), person("Patrick", 9)}).size(),
      3U);
  EXPECT_EQ(
      joined({person("Deval Patrick", 9), person("Patrick Leahy", 3), person("Patrick", 9)}).size(),
      2U);
}

TEST(Entities, ShortFormsAndFillingWordsOfOrganisationsDoNotCount) {
  const auto org = [](const char* name, std::uint64_t articles) {
    return IndexedName{EntityType::Organisation, name, articles};
  };
  EXPECT_EQ(joined({org("U.S. Fish & Wildlife Service", 1), org("US Fish and Wildlife Service", 2),
                    org("United States Fish and Wildlife Service", 1),
                    org("the United States Fish and Wildlife Service", 1)})
                .size(),
            1U);
  EXPECT_EQ(joined({org("UN", 1), org("U.N.", 1), org("United Nations", 2)}),
            Lines{"United Nations = U.N.; UN; United Nations;"});
  EXPECT_EQ(joined({org("Toys R Us", 1), org("Toys R United States", 1)}).size(), 2U);
  EXPECT_EQ(joined({org("The", 1), org("And", 1)}).size(), 2U);
  EXPECT_EQ(joined({person("The Edge", 1), person("Edge", 1)}).size(), 2U);
}

TEST(Entities, AFamilyNameThatTwoShareOrFewHaveStaysAlone) {
  EXPECT_EQ(
      joined({person("Bill Clinton", 74), person("Hillary Clinton", 26), person("Clinton")}).size(),
      3U);
  EXPECT_EQ(joined({person("Ann Lee", 2), person("Lee", 9)}).size(), 2U);
}

TEST(Entities, OnlyPeopleHaveFamilyNamesAndTypesStayApart) {
  const std::vector<IndexedName> names = {
      {EntityType::Place, "New York", 9}, {EntityType::Place, "York", 9}, person("York", 9)};
  EXPECT_EQ(joined(names).size(), 3U);
}

TEST(Entities, RawNamesStayByThemselves) {
  EXPECT_EQ(joined({person("OBAMA"), person("Obama"), person("Barack Obama", 9)}, true).size(), 3U);
}

TEST(Entities, NamesWithoutWordsDoNotFallTogether) {
  EXPECT_EQ(joined({person("&"), person("+")}).size(), 2U);
}

}  // namespace
}  // namespace dateline
