#include "searcher/names/authority.h"

#include <gtest/gtest.h>

#include <string>

#include "searcher/names/entities.h"

namespace dateline {
namespace {

/// "name = its names" of each entity that is not hidden, in order, or what is wrong with the rules.
std::string applied(const std::string& rules) {
  const Vocabulary vocabulary(std::vector<IndexedName>{{EntityType::Person, "Angela Merkel", 9},
                                                       {EntityType::Person, "MERKEL", 3},
                                                       {EntityType::Person, "Olaf Scholz", 2},
                                                       {EntityType::Place, "Bonn", 5}});
  const auto parsed = parse_authority(rules, "f");
  if (!parsed) return parsed.problem().message;
  const Entities entities(vocabulary, false, parsed.value());
  std::string out;
  for (std::uint32_t i = 0; i < entities.size(); ++i) {
    const KnownEntity entity = entities[i];
    if (entity.is_hidden) continue;
    out += std::string(name_of(entity.type)) + ' ' + std::string(entity.name) + " =";
    std::uint64_t articles = 0;
    for (const std::uint32_t place : entity.names) {
      out += ' ' + std::string(vocabulary.name(place)) + ',';
      articles += vocabulary.articles(place);
      EXPECT_EQ(entities.of_name(place), i);
    }
    EXPECT_EQ(articles, entity.articles);
    out += ' ';
  }
  return out;
}

constexpr const char* kMerkel = "person Angela Merkel = Angela Merkel, MERKEL, ";
constexpr const char* kRest = "person Olaf Scholz = Olaf Scholz, place Bonn = Bonn, ";

TEST(Authority, RulesComeOnTopOfWhatTheNamesSay) {
  const std::string merkel = kMerkel;
  const std::string rest = kRest;
  EXPECT_EQ(applied(""), merkel + rest);
  EXPECT_EQ(applied("# x\n\nhide\tplace\tBONN\r\n"), merkel + "person Olaf Scholz = Olaf Scholz, ");
  EXPECT_EQ(applied("rename\tplace\tBonn\tBonna"),
            merkel + "person Olaf Scholz = Olaf Scholz, place Bonna = Bonn, ");
  EXPECT_EQ(applied("retype\tplace\tBonn\torg"),
            merkel + "person Olaf Scholz = Olaf Scholz, org Bonn = Bonn, ");
  EXPECT_EQ(applied("merge\tperson\tOlaf Scholz\tangela merkel"),
            "person Angela Merkel = Angela Merkel, MERKEL, Olaf Scholz, place Bonn = Bonn, ");
  EXPECT_EQ(applied("hide\tperson\tNobody\nmerge\tperson\tNobody\tBonn"), merkel + rest);
}

TEST(Authority, AFormOfANameIsMergedAloneTheNameItselfWithItsForms) {
  EXPECT_EQ(applied("merge\tperson\tMerkel\tOlaf Scholz"),
            "person Angela Merkel = Angela Merkel, person Olaf Scholz = MERKEL, Olaf Scholz, "
            "place Bonn = Bonn, ");
  EXPECT_EQ(
      applied("merge\tperson\tAngela Merkel\tX\nmerge\tperson\tX\tY"),
      "person Olaf Scholz = Olaf Scholz, place Bonn = Bonn, person Y = Angela Merkel, MERKEL, ");
}

TEST(Authority, JsonLinesSayTheSame) {
  EXPECT_EQ(applied(R"({"rule":"rename","type":"place","name":"Bonn","to":"Bonna"})"),
            applied("rename\tplace\tBonn\tBonna"));
  EXPECT_EQ(applied(R"({"rule":"hide","type":"place","name":"Bonn"})"),
            applied("hide\tplace\tBonn"));
}

TEST(Authority, MistakesAreToldWithLineAndColumn) {
  EXPECT_EQ(applied("\nmerg\tperson\ta\tb"), "f:2:1: a rule is merge, rename, retype or hide");
  EXPECT_EQ(applied("merge\tpeople\ta\tb"), "f:1:7: a type is person, org or place");
  EXPECT_EQ(applied("merge\tperson\t..\tb"), "f:1:14: there is no word in this name");
  EXPECT_EQ(applied("merge\tperson\ta\t"), "f:1:16: there is no word in this name");
  EXPECT_EQ(applied("merge\tperson\ta"), "f:1:1: merge takes a type, a name and what it is");
  EXPECT_EQ(applied("hide\tperson\ta\tb"), "f:1:1: hide takes a type, a name");
  EXPECT_EQ(applied("retype\tperson\ta\tb"), "f:1:17: a type is person, org or place");
  EXPECT_EQ(applied("{\"rule\":"), "f:1:9: this is not JSON");
  EXPECT_EQ(applied("{\"rule\":1}"), "f:1:1: rule, type, name and to are texts");
}

TEST(Authority, TheLastOfTwoRulesOnANameHolds) {
  EXPECT_EQ(applied("merge\tplace\tBonn\tx\nmerge\tplace\tBonn\ty\nmerge\tplace\tx\tBonn"),
            std::string(kMerkel) + "person Olaf Scholz = Olaf Scholz, place y = Bonn, ");
}

TEST(Authority, MergingInACircleIsAMistake) {
  EXPECT_EQ(applied("merge\tperson\ta\tA"), "f:1:1: this merges a into itself");
  EXPECT_EQ(applied("merge\tperson\ta\tb\nmerge\tperson\tb\tc\nmerge\tperson\tc\ta"),
            "f:3:1: this merges c into itself");
}

TEST(Authority, AChainOfMergesIsBounded) {
  std::string forwards, backwards;
  for (int i = 0; i < 200; ++i) {
    const std::string name = "n" + std::to_string(i), next = "n" + std::to_string(i + 1);
    forwards += "merge\tperson\t" + name + '\t' + next + '\n';
    backwards += "merge\tperson\t" + next + '\t' + name + '\n';
  }
  EXPECT_EQ(applied(forwards), "f:200:1: this merges n0 over more than 100 others");
  EXPECT_EQ(applied(backwards), "f:102:1: this merges n102 over more than 100 others");
}

}  // namespace
}  // namespace dateline
