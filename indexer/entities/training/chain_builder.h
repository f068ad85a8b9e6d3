// Turns tagged sentences into chains of features for the Crf, through the same Sentence and feature
// code as the tagger.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "indexer/entities/features.h"
#include "indexer/entities/tagged_corpus.h"
#include "indexer/entities/training/crf.h"

namespace dateline {

/// Which features have a row of weights, and which row.
class FeatureIndex {
 public:
  void count(FeatureKey key) { ++counts_[key]; }
  /// Gives rows to the keys counted at least `least` times. In order of key: deterministic.
  void assign_rows(std::uint32_t least);
  /// The row of a key, or -1.
  std::int64_t row(FeatureKey key) const;
  const std::vector<FeatureKey>& keys() const { return keys_; }

 private:
  std::unordered_map<FeatureKey, std::uint32_t> counts_;
  std::unordered_map<FeatureKey, std::uint32_t> rows_;
  std::vector<FeatureKey> keys_;
};

/// What a corpus is like, for training.
struct CorpusTraits {
  bool tags_misc = true;      ///< else an outside word may be one of another kind
  std::uint32_t domain = 0;   ///< 0: none of its own
};

class ChainBuilder {
 public:
  explicit ChainBuilder(const Lexicon& lexicon) : lexicon_(lexicon) {}

  /// Counts the features of `articles`.
  void count(const std::vector<TaggedArticle>& articles, const CorpusTraits& traits,
             FeatureIndex& index);
  /// Appends the chains of `articles` to `set`. Where `domain` is set, features are used twice: shared
  /// by all corpora, and for this corpus alone, so that its peculiarities need not go into the former.
  void build(const std::vector<TaggedArticle>& articles, const CorpusTraits& traits,
             const FeatureIndex& index, ChainSet& set);
  /// Makes ready `sentence` for `words`.
  void load(const std::vector<std::string>& words, Sentence& sentence);

 private:
  const WordForm* form_of(std::string_view word);
  void features_of(const Sentence& sentence, std::size_t i);
  template <class Visit>
  void each_key(const CorpusTraits& traits, Visit visit) const;
  void build_sentence(const TaggedSentence& tagged, const CorpusTraits& traits,
                      const FeatureIndex& index, ChainSet& set);
  void add_word(LabelMask right, const CorpusTraits& traits, const FeatureIndex& index, ChainSet& set);

  const Lexicon& lexicon_;
  std::unordered_map<std::string, WordForm> forms_;
  std::vector<std::string_view> views_;
  std::vector<std::uint8_t> word_traits_;
  std::vector<Feature> features_;
  std::uint32_t articles_ = 0;  ///< built so far
};

/// The key of a feature as corpus `domain` alone uses it.
constexpr FeatureKey domain_key(FeatureKey key, std::uint32_t domain) { return mix(key, 7919 + domain); }

/// The labels that are right for word i: several where the gold name lies partly outside what is
/// scored, or where the corpus does not mark Misc.
LabelMask right_labels(const Sentence& sentence, const std::vector<Label>& labels, std::size_t i,
                       bool tags_misc);

}  // namespace dateline
