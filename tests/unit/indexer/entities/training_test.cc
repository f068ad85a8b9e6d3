#include <gtest/gtest.h>

#include <set>
#include <sstream>

#include "common/error.h"
#include "indexer/entities/training/perceptron.h"
#include "indexer/entities/training/vector_classes.h"
#include "indexer/entities/training/word_classes.h"

namespace dateline {
namespace {

/// Sentences of three words, "a" to "c" then "d" to "f" then "g" to "i", with one rare word: all that is to be known
/// of a word is where it stands.
std::vector<std::uint32_t> three_places() {
  std::vector<std::uint32_t> text;
  for (std::uint32_t n = 0; n < 270; ++n) {
    text.insert(text.end(), {n % 3, 3 + n / 3 % 3, 6 + n / 9 % 3, kSentenceBreak});
    if (n % 30 == 0) text.insert(text.end(), {kRareWord, kSentenceBreak});
  }
  return text;
}

TEST(WordClasses, WordsInTheSamePlaceShareAClass) {
  const Neighbours neighbours(three_places(), 9);
  const auto classes = classes_of(neighbours, 3, 10);
  ASSERT_EQ(classes.size(), 10U);
  EXPECT_EQ(classes[9], 0U) << "the edge has a class of its own";
  std::set<std::uint16_t> found;
  for (std::size_t first = 0; first < 9; first += 3) {
    EXPECT_EQ(classes[first], classes[first + 1]) << first;
    EXPECT_EQ(classes[first], classes[first + 2]) << first;
    found.insert(classes[first]);
  }
  EXPECT_EQ(found.size(), 3U);
}

TEST(WordClasses, NeighboursAreCountedOnBothSidesButNotAcrossRareWords) {
  // "0 1 1 0" "0 rare 1"
  const Neighbours neighbours({0, 1, 1, 0, kSentenceBreak, 0, kRareWord, 1, kSentenceBreak}, 2);
  EXPECT_EQ(neighbours.times(0), 3U);
  EXPECT_EQ(neighbours.doubled(1), 1U);
  ASSERT_EQ(neighbours.after(0).size(), 2U);
  EXPECT_EQ(neighbours.after(0)[0].word, 1U);
  EXPECT_EQ(neighbours.after(0)[0].times, 1U);
  EXPECT_EQ(neighbours.after(0)[1].word, neighbours.edge());
  ASSERT_EQ(neighbours.before(0).size(), 2U);
  EXPECT_EQ(neighbours.before(0)[1].word, neighbours.edge());
  EXPECT_EQ(neighbours.before(0)[1].times, 2U);
}

TEST(VectorClasses, WordsOfOneDirectionShareAClassHoweverLongTheirVectors) {
  std::istringstream in(
      "berlin 9 1 0\nmerkel -1 0.5 7\nparis 5 -0.5 0.2\nobama 0 -1 20\nof -3 0.1 0.2\ntokyo 0.9 0 0.1\nat -1 0 0\n");
  const WordVectors vectors = read_vectors(in, 100);
  ASSERT_EQ(vectors.words.size(), 7U);
  EXPECT_EQ(vectors.dimensions, 3U);
  const auto classes = vector_classes(vectors, 3, 10);
  EXPECT_EQ(classes[0], classes[2]);
  EXPECT_EQ(classes[0], classes[5]);
  EXPECT_EQ(classes[1], classes[3]);
  EXPECT_EQ(classes[4], classes[6]);
  EXPECT_EQ(std::set<std::uint16_t>(classes.begin(), classes.end()), (std::set<std::uint16_t>{1, 2, 3}));
}

TEST(VectorClasses, OnlySoManyLinesAreReadAndAllMustBeAlike) {
  std::istringstream in("a 1 2\nb 3 4\nc 5\n");
  EXPECT_EQ(read_vectors(in, 2).words, (std::vector<std::string>{"a", "b"}));
  for (const char* bad : {"a 1 2\nb 3\n", "a\n", "a x\n"}) {
    std::istringstream lines(bad);
    EXPECT_THROW(read_vectors(lines, 9), Error) << bad;
  }
}

/// A chain of one word with the given feature and right labels.
void add_word(ChainSet& set, std::uint32_t row, LabelMask right) {
  set.chains.push_back({static_cast<std::uint32_t>(set.words.size()), 1, 0});
  set.words.push_back({set.uses.size(), 1, right});
  set.uses.push_back({row & 0xFFFFFFFU, 0});
}

Label best_label(const ChainWeights& weights, std::size_t row) {
  return best_path({weights.rows[row]}, weights.transitions)[0];
}

TEST(Perceptron, LearnsWhatEachFeatureSays) {
  const Label person = label_of(EntityType::Person, Position::Single);
  const Label place = label_of(EntityType::Place, Position::Single);
  ChainSet set;
  for (int i = 0; i < 20; ++i) {
    add_word(set, 0, LabelMask{1} << person);
    add_word(set, 1, LabelMask{1} << place);
    add_word(set, 2, LabelMask{1} << kOutside | LabelMask{1} << kMisc);
  }
  const ChainWeights weights = train_perceptron(set, 3, 4);
  EXPECT_EQ(best_label(weights, 0), person);
  EXPECT_EQ(best_label(weights, 1), place);
  EXPECT_FALSE(is_name(best_label(weights, 2)));
}

}  // namespace
}  // namespace dateline
