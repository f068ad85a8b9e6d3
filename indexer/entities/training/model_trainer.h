// Makes an EntityModel from tagged corpora and name lists: features counted, weights learned, the second
// pass learned from what models that had not seen an article make of it.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "indexer/entities/article_memory.h"
#include "indexer/entities/model.h"
#include "indexer/entities/training/chain_builder.h"

namespace dateline {

struct TrainingOptions {
  std::string data;                 ///< the folder of the data
  std::vector<std::string> without;  ///< training corpora to leave out, to test on them
  int epochs = 8;
  float rate = 0.05F;
  float decay = 1e-4F;
  float word_dropout = 0.2F;
  float list_dropout = 0.2F;
  float cluster_dropout = 0.1F;
  float vector_dropout = 0.1F;
  float blend = 0.5F;      ///< share of the corpora's own weights, averaged, that joins the shared ones
  std::uint32_t least_count = 2;
  int folds = 3;           ///< for the second pass; 0: no second pass
  bool baseline = false;   ///< an averaged perceptron with the same features, one pass
  float steps_per_unit = 48;  ///< resolution of the stored weights
};

class ModelTrainer {
 public:
  explicit ModelTrainer(TrainingOptions options);
  /// Throws Error where the data cannot be read. Deterministic.
  EntityModel train();

 private:
  EntityModel train_baseline();
  void read_corpora();
  Crf learn(const std::vector<std::uint32_t>& chains, std::uint32_t seed) const;
  void blend(Crf& crf) const;
  void store_weights(const ChainWeights& weights, float steps_per_unit, EntityModel& model) const;
  /// Returns what the folds learned for the first pass.
  std::vector<Crf> learn_second_pass(EntityModel& model) const;
  Crf score_held_out(int fold, ChainSet& second, std::vector<Label>& labels) const;
  void add_memory_features(const std::vector<Label>& labels, ChainSet& second) const;

  TrainingOptions options_;
  Lexicon lexicon_;
  ChainBuilder builder_;
  FeatureIndex shared_;   ///< keys without corpus
  FeatureIndex index_;
  ChainSet set_;
  std::vector<std::pair<std::uint32_t, float>> domains_;  ///< and the share of their own weights
};

}  // namespace dateline
