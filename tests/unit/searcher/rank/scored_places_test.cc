#include "searcher/rank/scored_places.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "searcher/rank/proximity.h"

namespace dateline {
namespace {

using Words = std::vector<ScoredWord>;

/// "word@position", a place each.
std::string places_of(ScoredPlaces& places) {
  std::string text;
  for (const auto& [position, word] : places.places()) {
    text += (text.empty() ? "" : " ") + std::to_string(word) + '@' + std::to_string(position);
  }
  return text;
}

TEST(ScoredPlaces, CountFromTheTitleOn) {
  Stemmer stemmer("english");
  const Words words = {{{"oil"}, 1}, {{"price"}, 1}};
  ScoredPlaces places(words, stemmer);
  places.read({"Oil prices", "The price of OIL rose."});
  EXPECT_EQ(places_of(places), "0@0 1@1 1@4 0@6");
  EXPECT_EQ(places.title_words(), 2U);
  EXPECT_EQ(places.words(), 7U);
}

/// The words of the places, and how far each is from the one before, "far" beyond kFarthestNear.
std::string neighbours(const ScoredPlaces& places) {
  std::string text;
  std::uint32_t before = 0;
  for (const auto& [position, word] : places.places()) {
    const std::uint32_t distance = position - before;
    text += std::to_string(word) + (distance > kFarthestNear ? " far " : ' ' + std::to_string(distance) + ' ');
    before = position;
  }
  return text;
}

std::string made_text(std::mt19937& random, std::size_t size) {
  static const std::vector<std::string> kWords = {
      "the",    "of",    "said",  "and", "government", "minister", "rain", "Oil",   "oil,",   "oily",
      "prices", "PRICE", "U.S.",  "é",   "naïve",      "die",      "dying", "dye",  "\n\n",   "www.oil.com",
      "price-oil", "\"oil", "oil's", "1.5", "15", "don't", "priceless", "oil\xC2\xADy", "—price", "ﬁne"};
  std::string text;
  for (std::size_t i = 0; i < size; ++i) {
    // Mostly words that are not asked for, so that few are read.
    const std::size_t most = random() % 8 == 0 ? kWords.size() : 7;
    text += kWords[random() % most] + ' ';
  }
  return text;
}

TEST(ScoredPlaces, ReadNearAreThoseOfTheWholeText) {
  Stemmer stemmer("english");
  std::mt19937 random(7);
  const std::vector<Words> queries = {
      {{{"oil"}, 1}, {{"price"}, 1}},
      {{{"die"}, 1}, {{"oili", "oil"}, 1}, {{"15"}, 1}},
      {{{"naïv"}, 1}, {{"us"}, 1}, {{"price"}, 1}},
      {{{"é"}, 1}, {{"fine"}, 1}, {{"don't"}, 1}},
  };
  for (int round = 0; round < 2000; ++round) {
    const Words& words = queries[random() % queries.size()];
    ScoredPlaces whole(words, stemmer);
    ScoredPlaces near(words, stemmer);
    const std::string title = made_text(random, random() % 5);
    const std::string text = made_text(random, random() % 300);
    whole.read({title, text});
    near.read_near({title, text});
    ASSERT_EQ(neighbours(near), neighbours(whole)) << title << " | " << text;
  }
}

}  // namespace
}  // namespace dateline
