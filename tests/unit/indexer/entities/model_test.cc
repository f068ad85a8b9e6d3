#include "indexer/entities/model.h"

#include <gtest/gtest.h>

#include "common/error.h"
#include "indexer/entities/decoder.h"
#include "indexer/entities/tagged_corpus.h"

namespace dateline {
namespace {

EntityModel small_model() {
  EntityModel model;
  for (std::uint32_t i = 1; i < 1000; ++i) {
    model.keys.push_back(i * 4000037U % 0xFFFFFFFBU);
  }
  std::sort(model.keys.begin(), model.keys.end());
  for (std::size_t i = 0; i < model.keys.size(); ++i) {
    LabelWeights weights{};
    weights[i % kLabels] = static_cast<std::int8_t>(i % 255 - 127);
    model.weights.push_back(weights);
  }
  model.article_weights.resize(3);
  model.transitions[1][2] = -300;
  model.lexicon.assign({{7, {5, 4}}}, {{9, {1, 2, 3}}}, {{8, {4, 3, 2, 1}}});
  model.finish();
  return model;
}

TEST(EntityModel, SurvivesItsFile) {
  const EntityModel model = small_model();
  const EntityModel read = EntityModel::parse(model.serialise());
  EXPECT_EQ(read.keys, model.keys);
  EXPECT_EQ(read.weights, model.weights);
  EXPECT_EQ(read.transitions, model.transitions);
  EXPECT_EQ(read.lexicon.name(7).lists, 5U);
  EXPECT_EQ(read.lexicon.name(7).lengths, 4U);
  EXPECT_EQ(read.lexicon.word(9).lower_share, 3U);
  EXPECT_EQ(read.lexicon.word(10).lower_share, 0U);
  EXPECT_EQ(read.lexicon.vector(8), (VectorClasses{4, 3, 2, 1}));
  EXPECT_EQ(read.lexicon.vector(9), VectorClasses{});
  for (std::size_t i = 0; i < model.keys.size(); ++i) {
    ASSERT_NE(read.table.find(model.keys[i]), nullptr);
    EXPECT_EQ(*read.table.find(model.keys[i]), model.weights[i]);
  }
  EXPECT_EQ(read.table.find(12345), nullptr);
}

TEST(EntityModel, RefusesDamage) {
  const std::string bytes = small_model().serialise();
  EXPECT_THROW(EntityModel::parse(""), Error);
  EXPECT_THROW(EntityModel::parse("DLEM"), Error);
  EXPECT_THROW(EntityModel::parse(bytes.substr(0, bytes.size() / 2)), Error);
}

TEST(Labels, PathsObeyTheScheme) {
  std::uint32_t state = 1;
  DecoderScratch scratch;
  for (int round = 0; round < 200; ++round) {
    std::vector<LabelSums> scores(1 + round % 9);
    for (auto& row : scores) {
      for (auto& score : row) {
        state = state * 1664525U + 1013904223U;
        score = static_cast<std::int16_t>(static_cast<int>(state >> 16) % 2000 - 1000);
      }
    }
    std::vector<Label> labels(scores.size());
    best_labels(scores.data(), scores.size(), LabelPairs{}, scratch, labels.data());
    Label last = kOutside;
    for (const auto label : labels) {
      EXPECT_TRUE(may_follow(last, label));
      last = label;
    }
    EXPECT_TRUE(may_follow(last, kOutside));
  }
}

TEST(Labels, TagsAndBack) {
  const std::vector<std::string> tags = {"O", "B-PER", "I-PER", "B-PER", "B-ORG", "O", "B-LOC", "I-LOC", "I-LOC"};
  EXPECT_EQ(tags_from_labels(labels_from_tags(tags)), tags);
}

TEST(KindScores, CountsExactSpans) {
  KindScores scores;
  scores.add(labels_from_tags({"B-PER", "I-PER", "O", "B-LOC", "B-MISC"}),
             labels_from_tags({"B-PER", "O", "O", "B-LOC", "O"}));
  EXPECT_EQ(scores.kinds[3].expected, 2U);
  EXPECT_EQ(scores.kinds[3].found, 2U);
  EXPECT_EQ(scores.kinds[3].right, 1U);
}

}  // namespace
}  // namespace dateline
