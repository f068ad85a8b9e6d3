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
  scorer_.load(words, traits, sentence_);
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
  for (std::size_t i = first; i < last; ++i) sums_[base + i - first] = scorer_.score(sentence_, i);
  chain_labels_.resize(count);
  best_labels(&sums_[base], count, model_.transitions, decoder_, chain_labels_.data());
  for (std::size_t i = first; i < last; ++i) {
    const WordForm* form = sentence_.form(static_cast<std::ptrdiff_t>(i));
    memory_words_.push_back({form->lower, form->capital(), chain_labels_[i - first]});
  }
  memory_.add(&memory_words_[base], count);
}

void ArticleLabeller::relabel(const Chain& chain) {
  const MemoryWord* words = &memory_words_[chain.first];
  name_lengths(words, chain.count, name_lengths_);
  for (std::size_t i = 0; i < chain.count; ++i) {
    for (const auto feature : memory_.features(words[i], name_lengths_[i])) {
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
