// Labels the words of one article: a first pass sentence by sentence, then a second with what the first
// found elsewhere in the article. The engine under EntityTagger and under --annotate --tokens.
//
// Not thread-safe; one per thread, reused from article to article.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "indexer/entities/article_memory.h"
#include "indexer/entities/decoder.h"
#include "indexer/entities/word_scorer.h"

namespace dateline {

class ArticleLabeller {
 public:
  /// REQUIRES `model` to outlive the labeller.
  explicit ArticleLabeller(const EntityModel& model) : model_(model), scorer_(model) {}

  /// Begins an article.
  void start();
  /// Adds a sentence; `traits[i]` are traits_of(words[i]). The words are not needed afterwards.
  void add_sentence(const std::vector<std::string_view>& words,
                    const std::vector<std::uint8_t>& traits);
  /// The labels of all words of the article, in order; valid until the next start().
  const std::vector<Label>& finish();

 private:
  struct Chain {
    std::uint32_t first = 0;  ///< into sums_ and memory_words_
    std::uint32_t count = 0;
    std::uint32_t word = 0;   ///< index in the article of its first word
  };

  void score_chain(std::size_t first, std::size_t last, std::size_t sentence_begin);
  void relabel(const Chain& chain);

  const EntityModel& model_;
  WordScorer scorer_;
  Sentence sentence_;
  ArticleMemory memory_;
  DecoderScratch decoder_;
  std::vector<Label> labels_;
  std::vector<Chain> chains_;
  std::vector<LabelSums> sums_;
  std::vector<MemoryWord> memory_words_;
  std::vector<Label> chain_labels_;
  std::vector<std::uint32_t> name_lengths_;
};

}  // namespace dateline
