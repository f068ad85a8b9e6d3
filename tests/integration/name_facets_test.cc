// Facets by name of an index whose table of names has several chunks, segments and deleted articles, with
// a user's rules on top: equal to a plain count over every article.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "common/index/name_table.h"
#include "searcher/match/searcher.h"
#include "tests/support/archive.h"
#include "tests/support/indexing.h"
#include "tests/support/random.h"

namespace dateline {
namespace {

const std::vector<std::string> kPeople = {"Vladimir Putin",   "Angela Merkel",  "Barack Obama",
                                          "Emmanuel Macron",  "Theresa May",    "Boris Johnson",
                                          "Kassym-Jomart Tokayev", "Hillary Clinton"};
const std::vector<std::string> kPlaces = {"Moscow", "Berlin", "Washington", "Paris", "London"};

constexpr std::size_t kListeners = 500;

std::string story(Random& random) {
  std::string text = "Date: 2022-01-0" + std::to_string(1 + random.below(9)) + "\n\n";
  for (std::size_t left = 1 + random.below(4); left > 0; --left) {
    text += "President " + random.one_of(kPeople) + " spoke in " + random.one_of(kPlaces) +
            " on Monday about the " + (random.one_in(2) ? "economy" : "weather") + ". ";
  }
  return text + "Nobody else was there to hear it but " + std::to_string(random.below(kListeners)) +
         " people.\n";
}

using Counts = std::map<EntityType, std::map<std::string, std::uint64_t>>;

/// As the rules of the test have it: May is Johnson, Berlin is hidden.
Counts counted(Snapshot& snapshot, const std::string& with) {
  Counts counts;
  const Xapian::Database& database = snapshot.database();
  for (auto at = database.postlist_begin(""); at != database.postlist_end(""); ++at) {
    if (snapshot.is_deleted(*at)) continue;
    const Article article = snapshot.article(*at);
    if (article.text.find(with) == std::string::npos) continue;
    std::set<std::pair<EntityType, std::string>> names;
    for (const ArticleName& name : article.names) {
      if (name.name == "Berlin") continue;
      names.emplace(name.type, name.name == "Theresa May" ? "Boris Johnson" : name.name);
    }
    for (const auto& [type, name] : names) ++counts[type][name];
  }
  return counts;
}

void expect_counts(const FacetCounts& facets, Counts expected) {
  for (std::size_t i = 0; i < facets.facets.size(); ++i) {
    std::map<std::string, std::uint64_t> found;
    for (const Facet::Value& value : facets.facets[i].values) found[value.name] = value.count;
    EXPECT_EQ(found, expected[kEntityTypes[i]]);
  }
}

TEST(NameFacets, EqualAPlainCountOverSegmentsChunksAndTombstones) {
  Archive archive;
  const ScratchFolder out;
  Random random(3);
  const auto run = [&] { index_articles(with_names(run_over({archive.path()}, out.path("index")))); };
  for (int i = 0; i < 2600; ++i) archive.write("a/" + std::to_string(i) + ".txt", story(random));
  run();
  for (int i = 0; i < 2600; i += 17) archive.remove("a/" + std::to_string(i) + ".txt");
  for (int i = 0; i < 150; ++i) archive.write("b/" + std::to_string(i) + ".txt", story(random));
  run();

  Snapshot snapshot(out.path("index"));
  ASSERT_EQ(snapshot.parts().size(), 2U);
  ASSERT_TRUE(snapshot.has_tombstones());
  ASSERT_GT(snapshot.names(0).blocks().chunks(), 2U);
  using Action = AuthorityRule::Action;
  Searcher searcher(out.path("index"), true,
                    {{Action::Merge, EntityType::Person, "Theresa May", "Boris Johnson", {}},
                     {Action::Hide, EntityType::Place, "Berlin", "", {}},
                     {Action::Hide, EntityType::Person, "Berlin", "", {}},
                     {Action::Hide, EntityType::Organisation, "Berlin", "", {}}});
  const std::vector<FacetField> fields = {FacetField::Person, FacetField::Organisation,
                                          FacetField::Place};
  const Counts all = counted(snapshot, "");
  EXPECT_GT(all.at(EntityType::Person).size(), 4U);
  expect_counts(searcher.facets(Node{}, fields, 0), all);
  Node word;
  word.kind = Node::Kind::Word;
  word.words = {"economy"};
  expect_counts(searcher.facets(word, fields, 0), counted(snapshot, "economy"));
  // Of few matches each is looked at, of many the lists of the names.
  for (std::size_t listeners = 100; listeners < kListeners; listeners += 7) {
    word.words = {std::to_string(listeners)};
    expect_counts(searcher.facets(word, fields, 0),
                  counted(snapshot, " " + std::to_string(listeners) + " people"));
  }
}

// Each way by itself: lists of the names, names of the matches, and all.
TEST(NameFacets, AreTheSameWhicheverWayIsTaken) {
  Archive archive;
  const ScratchFolder out;
  Random random(4);
  for (int i = 0; i < 700; ++i) archive.write(std::to_string(i) + ".txt", story(random));
  index_articles(with_names(run_in_small_pieces({archive.path()}, out.path("index"))));
  Snapshot snapshot(out.path("index"));
  ASSERT_GT(snapshot.parts().size(), 1U);
  const Vocabulary vocabulary(snapshot);
  for (const bool raw : {true, false}) {
    const Entities entities(vocabulary, raw);
    for (const std::size_t share : {1U, 2U, 30U, 400U}) {
      Matches matches(snapshot.parts().size());
      for (std::size_t part = 0; part < matches.size(); ++part) {
        const SegmentInfo& segment = snapshot.manifest().segments[part];
        for (auto number = segment.first; number <= segment.last; ++number) {
          if (random.one_in(share)) matches[part].push_back(number);
        }
      }
      EntityCounter counter(snapshot, vocabulary, entities, matches), fresh(snapshot, vocabulary,
                                                                            entities, matches);
      const std::vector<std::uint32_t> tally = counter.tally();
      std::vector<std::pair<std::int64_t, std::string>> expected;
      for (std::uint32_t entity = 0; entity < entities.size(); ++entity) {
        EXPECT_EQ(fresh.count(entity), tally[entity]) << entities[entity].name;
        if (entities[entity].type != EntityType::Person || tally[entity] == 0) continue;
        expected.emplace_back(-std::int64_t{tally[entity]}, entities[entity].name);
      }
      std::sort(expected.begin(), expected.end());
      const auto is_person = [&](std::uint32_t entity) {
        return entities[entity].type == EntityType::Person;
      };
      for (const std::size_t limit : {1U, 3U, 0U}) {
        for (EntityCounter* one : {&fresh, &counter}) {
          std::vector<std::pair<std::int64_t, std::string>> got;
          for (const CountedEntity& counted : one->top(is_person, limit)) {
            got.emplace_back(-static_cast<std::int64_t>(counted.articles),
                             entities[counted.entity].name);
          }
          auto wanted = expected;
          if (limit > 0 && wanted.size() > limit) wanted.resize(limit);
          EXPECT_EQ(got, wanted) << share << ' ' << limit;
        }
      }
    }
  }
}

}  // namespace
}  // namespace dateline
