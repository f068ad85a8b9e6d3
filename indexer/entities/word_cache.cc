#include "indexer/entities/word_cache.h"

#include <xxhash.h>

namespace dateline {
namespace {

constexpr Slot kNoSlot = Slot::Count;

/// The features of a part: those of the word in the slot, and those of the word at the end of the run.
struct PartFeatures {
  Slot slot = kNoSlot;
  Slot run_end = kNoSlot;
  RunPlace place = RunPlace::Alone;
};

PartFeatures features_of(Part part) {
  switch (part) {
    case Part::Here: return {Slot::Here};
    case Part::HereFirst: return {Slot::Here, Slot::RunFirst, RunPlace::First};
    case Part::HereLast: return {Slot::Here, Slot::RunLast, RunPlace::Last};
    case Part::Previous: return {Slot::Previous};
    case Part::PreviousFirst: return {Slot::Previous, Slot::BeforeRun, RunPlace::First};
    case Part::PreviousAlone: return {Slot::Previous, Slot::BeforeRun, RunPlace::Alone};
    case Part::BeforeInside: return {kNoSlot, Slot::BeforeRun, RunPlace::Inside};
    case Part::BeforeLast: return {kNoSlot, Slot::BeforeRun, RunPlace::Last};
    case Part::Next: return {Slot::Next};
    case Part::NextLast: return {Slot::Next, Slot::AfterRun, RunPlace::Last};
    case Part::NextAlone: return {Slot::Next, Slot::AfterRun, RunPlace::Alone};
    case Part::AfterInside: return {kNoSlot, Slot::AfterRun, RunPlace::Inside};
    case Part::AfterFirst: return {kNoSlot, Slot::AfterRun, RunPlace::First};
    case Part::Previous2: return {Slot::Previous2};
    case Part::Next2: return {Slot::Next2};
    case Part::FirstInside: return {kNoSlot, Slot::RunFirst, RunPlace::Inside};
    case Part::FirstLast: return {kNoSlot, Slot::RunFirst, RunPlace::Last};
    case Part::LastInside: return {kNoSlot, Slot::RunLast, RunPlace::Inside};
    case Part::LastFirst: return {kNoSlot, Slot::RunLast, RunPlace::First};
    case Part::LinkedBefore: return {Slot::LinkedBefore};
    case Part::LinkedAfter: return {Slot::LinkedAfter};
    case Part::Start:
    case Part::Count: break;
  }
  return {};
}

}  // namespace

void add_features(const EntityModel& model, const std::vector<Feature>& features, LabelSums& sums) {
  for (const Feature& feature : features) model.table.prefetch(feature.key);
  for (const Feature& feature : features) {
    const LabelWeights* weights = model.table.find(feature.key);
    if (weights != nullptr) add_weights(*weights, sums);
  }
}

WordCache::WordCache(const EntityModel& model) : model_(model) { clear(); }

void WordCache::clear() {
  slots_.assign(kFirstSlots, {});
  blocks_.clear();
  count_ = 0;
  sums_.assign(1, {});
  edge_ = {};
  static_cast<WordForm&>(edge_) = edge_form();
  edge_.id = 1;
}

CachedWord* WordCache::find(std::string_view word) {
  const std::uint64_t hash = XXH3_64bits(word.data(), word.size());
  std::size_t at = hash & (slots_.size() - 1);
  while (slots_[at].word != nullptr) {
    if (slots_[at].hash == hash) return slots_[at].word;
    at = (at + 1) & (slots_.size() - 1);
  }
  if (count_ % kBlockWords == 0) blocks_.push_back(std::make_unique<CachedWord[]>(kBlockWords));
  CachedWord* added = &blocks_.back()[count_ % kBlockWords];
  static_cast<WordForm&>(*added) = word_form(word, model_.lexicon);
  added->id = static_cast<std::uint32_t>(count_) + 2;
  slots_[at] = {hash, added};
  if (++count_ * 2 > slots_.size()) grow();
  return added;
}

void WordCache::grow() {
  std::vector<Found> old(slots_.size() * 2);
  old.swap(slots_);
  for (const Found& found : old) {
    if (found.word == nullptr) continue;
    std::size_t at = found.hash & (slots_.size() - 1);
    while (slots_[at].word != nullptr) at = (at + 1) & (slots_.size() - 1);
    slots_[at] = found;
  }
}

bool WordCache::shrink() {
  if (count_ < kMaxWords && sums_.size() < kMaxSums) return false;
  clear();
  return true;
}

void WordCache::fill(CachedWord& word, Part part) {
  features_.clear();
  const PartFeatures wanted = features_of(part);
  const bool is_word = &word != &edge_;
  if (part == Part::Start) add_start_features(word, features_);
  if (wanted.slot != kNoSlot && is_word) add_word_features(word, wanted.slot, features_);
  if (wanted.run_end != kNoSlot) {
    if (is_word) add_word_features(word, wanted.run_end, features_);
    add_run_end_features(word, wanted.run_end, wanted.place, features_);
  }
  word.sums[static_cast<std::size_t>(part)] = static_cast<std::uint32_t>(sums_.size());
  add_features(model_, features_, sums_.emplace_back());
}

}  // namespace dateline
