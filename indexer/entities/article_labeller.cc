#include "indexer/entities/article_labeller.h"

namespace dateline {

void ArticleLabeller::start() {
  labels_.clear();
  chains_.clear();
  sums_.clear();
  memory_words_.clear();
  memory_.clear();
}

void ArticleLabeller::add_sentence(const std::vector<std::string_view>& words,
                                   const std::vector<std::uint8_t>& traits) {
  const std::size_t begin = labels_.size();
  labels_.resize(begin + words.size(), kOutside);
  cache_.shrink();
  sentence_.start(words, traits);
  sentence_.load([this](std::string_view word) { return cache_.find(word); });
  sentence_.find_listed_names(model_.lexicon);
  std::size_t i = 0;
  while (i < words.size()) {
    if (!sentence_.scored(i)) {
      ++i;
      continue;
    }
    const std::size_t first = i;
    while (i < words.size() && sentence_.scored(i)) ++i;
    score_chain(first, i, begin);
  }
}

void ArticleLabeller::score_chain(std::size_t first, std::size_t last, std::size_t sentence_begin) {
  const std::size_t count = last - first;
  chains_.push_back({static_cast<std::uint32_t>(sums_.size()), static_cast<std::uint32_t>(count),
                     static_cast<std::uint32_t>(sentence_begin + first)});
  const std::size_t base = sums_.size();
  sums_.resize(base + count);
  for (std::size_t i = first; i < last; ++i) score_word(i, sums_[base + i - first]);
  chain_labels_.resize(count);
  best_labels(&sums_[base], count, model_.transitions, decoder_, chain_labels_.data());
  chain_words_.clear();
  for (std::size_t i = first; i < last; ++i) {
    const WordForm* form = sentence_.form(static_cast<std::ptrdiff_t>(i));
    chain_words_.push_back({form->lower, form->capital(), chain_labels_[i - first]});
  }
  memory_.add(chain_words_);
  memory_words_.insert(memory_words_.end(), chain_words_.begin(), chain_words_.end());
}

void ArticleLabeller::score_word(std::size_t i, LabelSums& sums) {
  std::array<const WordForm*, kSlots> slots{};
  sentence_.fill_slots(i, slots);
  features_.clear();
  add_context_features(sentence_, i, features_);
  for (const Feature& feature : features_) model_.table.prefetch(feature.key);
  for (std::size_t slot = 0; slot < slots.size(); ++slot) {
    if (slots[slot] == nullptr) continue;
    // Every form of this sentence came from the cache, in add_sentence().
    auto& word = const_cast<CachedWord&>(static_cast<const CachedWord&>(*slots[slot]));
    add_sums(cache_.sums(word, static_cast<Slot>(slot)), sums);
  }
  for (const Feature& feature : features_) {
    const LabelWeights* weights = model_.table.find(feature.key);
    if (weights != nullptr) add_weights(*weights, sums);
  }
}

void ArticleLabeller::relabel(const Chain& chain) {
  chain_words_.assign(memory_words_.begin() + chain.first,
                      memory_words_.begin() + chain.first + chain.count);
  const auto lengths = name_lengths(chain_words_);
  for (std::size_t i = 0; i < chain.count; ++i) {
    for (const auto feature : memory_.features(chain_words_[i], lengths[i])) {
      add_weights(model_.article_weights[feature], sums_[chain.first + i]);
    }
  }
  best_labels(&sums_[chain.first], chain.count, model_.article_transitions, decoder_,
              &labels_[chain.word]);
}

const std::vector<Label>& ArticleLabeller::finish() {
  for (const Chain& chain : chains_) relabel(chain);
  return labels_;
}

}  // namespace dateline
