// The one place where words become features, for tagging and for training. A feature is a 32-bit key;
// the model gives each key it knows a weight per label.
//
// There are two sorts. Word features depend on one word and the slot it stands in: their weights are
// summed once per distinct word and slot and kept. Context features tie several words together and are
// looked up for each scored word.
#pragma once

#include <cstdint>
#include <vector>

#include "indexer/entities/sentence.h"

namespace dateline {

using FeatureKey = std::uint32_t;

/// Which kind of knowledge a feature uses: training hides one kind now and then, so that the others
/// learn to do without it.
enum class FeatureGroup : std::uint8_t { Form, Word, Lists, Cluster, Count };

struct Feature {
  FeatureKey key = 0;
  FeatureGroup group = FeatureGroup::Form;
};

/// Appends the features of `word` standing in `slot`.
void add_word_features(const WordForm& word, Slot slot, std::vector<Feature>& features);

/// Appends the features of scored word `i` that depend on more than one word.
void add_context_features(const Sentence& sentence, std::size_t i, std::vector<Feature>& features);

}  // namespace dateline
