// The one place where words become features, for tagging and for training. A feature is a 32-bit key;
// the model gives each key it knows a weight per label.
//
// There are two sorts. Word features depend on one word and the slot it stands in. Context features tie
// several words together, or a word and its place in the run; they come in groups by what they depend on, so
// that the tagger can keep the summed weights of each group (word_scorer.h). Training takes them all
// at once.
#pragma once

#include <cstdint>
#include <vector>

#include "indexer/entities/sentence.h"

namespace dateline {

using FeatureKey = std::uint32_t;

/// Which kind of knowledge a feature uses: training hides one kind now and then, so that the others
/// learn to do without it.
enum class FeatureGroup : std::uint8_t { Form, Word, Lists, Cluster, Vector, Count };

struct Feature {
  FeatureKey key = 0;
  FeatureGroup group = FeatureGroup::Form;
};

/// Where in its run of capitalised words a word stands. The numbers are part of the model's format.
enum class RunPlace : std::uint8_t { Inside = 0, First = 1, Last = 2, Alone = 3 };
inline constexpr std::uint32_t kLongestCountedRun = 6;

RunPlace place_in_run(const Sentence& sentence, std::size_t i);
/// Words in the run of word i, at most kLongestCountedRun.
std::uint32_t counted_run_length(const Sentence& sentence, std::size_t i);

/// Stands in context features for what is past the edges of a sentence.
const WordForm& edge_form();

/// Appends the features of `word` standing in `slot`.
void add_word_features(const WordForm& word, Slot slot, std::vector<Feature>& features);

/// Appends all features of scored word `i` that are not of one word and slot: those of the groups below.
void add_context_features(const Sentence& sentence, std::size_t i, std::vector<Feature>& features);

/// Of a word at an end of the run (BeforeRun, AfterRun, RunFirst, RunLast), for a word at `place` in it.
void add_run_end_features(const WordForm& word, Slot slot, RunPlace place,
                          std::vector<Feature>& features);
/// Of the first word of a sentence.
void add_start_features(const WordForm& here, std::vector<Feature>& features);
void add_case_features(const WordForm& here, SentenceCase sentence_case,
                       std::vector<Feature>& features);
/// Of a word with the one before it, with the one after it, and of these two.
void add_before_features(const WordForm& before, const WordForm& here,
                         std::vector<Feature>& features);
void add_after_features(const WordForm& here, const WordForm& after, std::vector<Feature>& features);
void add_around_features(const WordForm& before, const WordForm& after,
                         std::vector<Feature>& features);
Feature shapes_feature(const WordForm& before, const WordForm& here, const WordForm& after);
/// Of the words around the run.
Feature edges_feature(const WordForm& before_run, const WordForm& after_run);
/// Of every word, and of the length of its run.
void add_run_features(std::uint32_t length, RunPlace place, std::vector<Feature>& features);
void add_listed_features(const ListedName& listed, std::vector<Feature>& features);

}  // namespace dateline
