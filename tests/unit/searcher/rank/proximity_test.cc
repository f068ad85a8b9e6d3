#include "searcher/rank/proximity.h"

#include <gtest/gtest.h>

namespace dateline {
namespace {

const Bm25 kBm25({1.2, 0.5}, 100, 50);

TEST(Proximity, NeighboursThatDifferAddByTheSquareOfTheirDistance) {
  const std::vector<ScoredWord> words = {{{"oil"}, 2}, {{"price"}, 0.5}};
  // oil price . . oil
  const std::vector<ScoredPlaces::Place> places = {{0, 0}, {1, 1}, {4, 0}};
  const double oil = 0.5 + 0.5 / 9;
  const double price = 2 + 2.0 / 9;
  EXPECT_NEAR(proximity_bonus(places, words, kBm25, 1),
              2.2 * oil / (oil + 1) + 0.5 * 2.2 * price / (price + 1), 1e-12);
  EXPECT_NEAR(proximity_bonus(places, words, kBm25, 1), 1.544335, 1e-6);
}

TEST(Proximity, OneWordHasNone) {
  const std::vector<ScoredWord> words = {{{"oil"}, 2}, {{"price"}, 0.5}};
  EXPECT_EQ(proximity_bonus({{0, 0}, {1, 0}, {2, 0}}, words, kBm25, 1), 0);
  EXPECT_EQ(proximity_bonus({}, words, kBm25, 1), 0);
}

TEST(Proximity, EndsWhereWordsAreFarApart) {
  const std::vector<ScoredWord> words = {{{"oil"}, 2}, {{"price"}, 0.5}};
  EXPECT_GT(proximity_bonus({{0, 0}, {kFarthestNear, 1}}, words, kBm25, 1), 0);
  EXPECT_EQ(proximity_bonus({{0, 0}, {kFarthestNear + 1, 1}}, words, kBm25, 1), 0);
}

TEST(Proximity, IsNeverMoreThanTheMost) {
  const std::vector<ScoredWord> words = {{{"oil"}, 9}, {{"price"}, 0.3}};
  std::vector<ScoredPlaces::Place> places;
  for (std::uint32_t i = 0; i < 10000; ++i) places.push_back({i, i % 2});
  const double bonus = proximity_bonus(places, words, kBm25, 0.6);
  EXPECT_LT(bonus, most_proximity(words, kBm25));
  EXPECT_GT(bonus, 0.99 * most_proximity(words, kBm25));
}

}  // namespace
}  // namespace dateline
