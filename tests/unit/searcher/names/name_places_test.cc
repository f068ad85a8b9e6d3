#include "searcher/names/name_places.h"

#include <gtest/gtest.h>

#include <string>

namespace dateline {
namespace {

/// Each place as "text/type".
std::string places(std::string_view text, const std::vector<ArticleName>& names) {
  std::string out;
  for (const NamePlace& place : name_places(text, names)) {
    out += (out.empty() ? "" : " | ") +
           std::string(text.substr(place.begin, place.end - place.begin)) + '/' +
           std::string(name_of(place.type));
  }
  return out;
}

TEST(NamePlaces, AreWhereNamesStandWholeAndPeopleByTheirLastName) {
  const std::vector<ArticleName> names = {{EntityType::Person, "George Bush", 1, false},
                                          {EntityType::Place, "New York", 1, false},
                                          {EntityType::Organisation, "New York Times", 1, false}};
  EXPECT_EQ(
      places("George Bush told the NEW YORK\nTIMES in New York of a bush. Bush's York.", names),
      "George Bush/person | NEW YORK\nTIMES/org | New York/place | Bush/person");
  EXPECT_EQ(places("new york", names), "");
  EXPECT_EQ(places("", names), "");
  EXPECT_EQ(places("George Bush", {}), "");
}

TEST(NamePlaces, AreWithoutTitleAndPossessive) {
  const std::vector<ArticleName> names = {{EntityType::Person, "Kassym-Jomart Tokayev", 1, false}};
  EXPECT_EQ(
      places("Mr Tokayev's aide, Tokayev’s friend, President TOKAYEV and the Tokayevs", names),
      "Tokayev/person | Tokayev/person | TOKAYEV/person");
}

TEST(NamePlaces, OfOrganisationsAndPlacesAreInitialsInCapitalsToo) {
  const std::vector<ArticleName> names = {
      {EntityType::Organisation, "United Nations", 1, false},
      {EntityType::Place, "United States", 1, false},
      {EntityType::Organisation, "Office of Management and Budget", 1, false},
      {EntityType::Person, "Una Norris", 1, false},
      {EntityType::Place, "Rome", 1, false}};
  EXPECT_EQ(places("The UN and the U.S. told us. The OMB, R. and Un did not.", names),
            "UN/org | U.S./place | OMB/org");
}

TEST(NamePlaces, TheLongestOfManyNamesWithTheSameWordsCounts) {
  std::vector<ArticleName> names = {{EntityType::Person, "Peter", 1, false}};
  std::string text;
  std::string expected;
  for (int i = 0; i < 20'000; ++i) {
    const std::string name = "Peter B" + std::to_string(i) + (i % 3 == 0 ? " Jones" : "");
    names.push_back({i % 2 == 0 ? EntityType::Place : EntityType::Organisation, name, 1, false});
    text += name + "! ";
    expected += (i == 0 ? "" : " | ") + name + (i % 2 == 0 ? "/place" : "/org");
  }
  EXPECT_EQ(places(text, names), expected);
  EXPECT_EQ(places("Peter B1 Peter B0 Peter BX", names), "Peter B1/org | Peter/person | Peter/person");
}

TEST(NamePlaces, OfOneFormTheFirstNameThatStandsIsMeant) {
  const std::vector<ArticleName> names = {{EntityType::Organisation, "United Nations", 1, false},
                                          {EntityType::Place, "Un", 1, false},
                                          {EntityType::Organisation, "Un", 1, false},
                                          {EntityType::Place, "Upper Norwood", 1, false}};
  EXPECT_EQ(places("UN, Un", names), "UN/org | Un/place");
}

TEST(NamePlaces, OfNamesWithoutWordsAreNone) {
  EXPECT_EQ(places("AT &", {{EntityType::Organisation, "&", 1, false}}), "");
}

}  // namespace
}  // namespace dateline
