#include "indexer/entities/word_cache.h"

#include <xxhash.h>

namespace dateline {

WordCache::WordCache(const EntityModel& model) : model_(model), slots_(4096, nullptr) {}

CachedWord* WordCache::find(std::string_view word) {
  const std::uint64_t hash = XXH3_64bits(word.data(), word.size());
  std::size_t at = hash & (slots_.size() - 1);
  while (slots_[at] != nullptr) {
    if (slots_[at]->hash == hash) return slots_[at];
    at = (at + 1) & (slots_.size() - 1);
  }
  if (count_ % kBlockWords == 0) blocks_.push_back(std::make_unique<CachedWord[]>(kBlockWords));
  CachedWord* added = &blocks_.back()[count_ % kBlockWords];
  static_cast<WordForm&>(*added) = word_form(word, model_.lexicon);
  added->hash = hash;
  slots_[at] = added;
  if (++count_ * 2 > slots_.size()) grow();
  return added;
}

void WordCache::grow() {
  std::vector<CachedWord*> old(slots_.size() * 2, nullptr);
  old.swap(slots_);
  for (CachedWord* word : old) {
    if (word == nullptr) continue;
    std::size_t at = word->hash & (slots_.size() - 1);
    while (slots_[at] != nullptr) at = (at + 1) & (slots_.size() - 1);
    slots_[at] = word;
  }
}

void WordCache::shrink() {
  if (count_ < kMaxWords) return;
  slots_.assign(4096, nullptr);
  blocks_.clear();
  count_ = 0;
}

void WordCache::fill(CachedWord& word, Slot slot) {
  features_.clear();
  add_word_features(word, slot, features_);
  const auto at = static_cast<std::size_t>(slot);
  LabelSums& sums = word.sums[at];
  for (const Feature& feature : features_) {
    const LabelWeights* weights = model_.table.find(feature.key);
    if (weights != nullptr) add_weights(*weights, sums);
  }
  word.ready = static_cast<std::uint16_t>(word.ready | 1U << at);
}

}  // namespace dateline
