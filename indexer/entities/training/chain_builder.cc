#include "indexer/entities/training/chain_builder.h"

#include <algorithm>

namespace dateline {
namespace {

/// The words of the name that word i is part of, all scored?
bool name_is_scored(const Sentence& sentence, const std::vector<Label>& labels, std::size_t i) {
  std::size_t first = i;
  while (first > 0 && continues(labels[first])) --first;
  std::size_t last = i;
  while (last + 1 < labels.size() && leaves_open(labels[last])) ++last;
  for (std::size_t k = first; k <= last; ++k) {
    if (!sentence.scored(k)) return false;
  }
  return true;
}

}  // namespace

void FeatureIndex::assign_rows(std::uint32_t least) {
  for (const auto& [key, count] : counts_) {
    if (count >= least) keys_.push_back(key);
  }
  counts_.clear();
  std::sort(keys_.begin(), keys_.end());
  rows_.reserve(keys_.size());
  for (std::uint32_t row = 0; row < keys_.size(); ++row) rows_[keys_[row]] = row;
}

std::int64_t FeatureIndex::row(FeatureKey key) const {
  const auto found = rows_.find(key);
  return found == rows_.end() ? -1 : static_cast<std::int64_t>(found->second);
}

LabelMask right_labels(const Sentence& sentence, const std::vector<Label>& labels, std::size_t i,
                       bool tags_misc) {
  const Label label = labels[i];
  if (label == kOutside && !tags_misc) return (1U << kOutside) | (1U << kMisc);
  if (is_name(label) && !name_is_scored(sentence, labels, i)) return kAnyLabel;
  return LabelMask{1} << label;
}

const WordForm* ChainBuilder::form_of(std::string_view word) {
  const auto [found, added] = forms_.try_emplace(std::string(word));
  if (added) found->second = word_form(word, lexicon_);
  return &found->second;
}

void ChainBuilder::load(const std::vector<std::string>& words, Sentence& sentence) {
  views_.assign(words.begin(), words.end());
  word_traits_.clear();
  for (const auto& word : words) word_traits_.push_back(traits_of(word));
  sentence.start(views_, word_traits_);
  sentence.load([this](std::string_view word) { return form_of(word); });
  sentence.find_listed_names(lexicon_);
}

void ChainBuilder::features_of(const Sentence& sentence, std::size_t i) {
  std::array<const WordForm*, kSlots> slots{};
  sentence.fill_slots(i, slots);
  features_.clear();
  for (int slot = 0; slot < kSlots; ++slot) {
    const WordForm* word = slots[static_cast<std::size_t>(slot)];
    if (word != nullptr) add_word_features(*word, static_cast<Slot>(slot), features_);
  }
  add_context_features(sentence, i, features_);
}

template <class Visit>
void ChainBuilder::each_key(const CorpusTraits& traits, Visit visit) const {
  for (const Feature& feature : features_) {
    visit(feature);
    if (traits.domain != 0) visit(Feature{domain_key(feature.key, traits.domain), feature.group});
  }
}

void ChainBuilder::count(const std::vector<TaggedArticle>& articles, const CorpusTraits& traits,
                         FeatureIndex& index) {
  Sentence sentence;
  for (const auto& article : articles) {
    for (const auto& tagged : article) {
      load(tagged.words, sentence);
      for (std::size_t i = 0; i < sentence.size(); ++i) {
        if (!sentence.scored(i)) continue;
        features_of(sentence, i);
        each_key(traits, [&](const Feature& feature) { index.count(feature.key); });
      }
    }
  }
}

void ChainBuilder::build(const std::vector<TaggedArticle>& articles, const CorpusTraits& traits,
                         const FeatureIndex& index, ChainSet& set) {
  for (const auto& article : articles) {
    for (const auto& tagged : article) build_sentence(tagged, traits, index, set);
    ++articles_;
  }
}

void ChainBuilder::build_sentence(const TaggedSentence& tagged, const CorpusTraits& traits,
                                  const FeatureIndex& index, ChainSet& set) {
  Sentence sentence;
  load(tagged.words, sentence);
  bool open = false;
  for (std::size_t i = 0; i < sentence.size(); ++i) {
    if (sentence.scored(i)) {
      if (!open) set.chains.push_back({static_cast<std::uint32_t>(set.words.size()), 0, articles_});
      ++set.chains.back().word_count;
      features_of(sentence, i);
      const WordForm& form = *sentence.form(static_cast<std::ptrdiff_t>(i));
      set.memory.push_back({form.lower, form.capital(), kOutside});
      add_word(right_labels(sentence, tagged.labels, i, traits.tags_misc), traits, index, set);
    }
    open = sentence.scored(i);
  }
}

void ChainBuilder::add_word(LabelMask right, const CorpusTraits& traits, const FeatureIndex& index,
                            ChainSet& set) {
  ChainWord word{set.uses.size(), 0, right};
  each_key(traits, [&](const Feature& feature) {
    const std::int64_t row = index.row(feature.key);
    if (row < 0) return;
    set.uses.push_back({static_cast<std::uint32_t>(row) & 0xFFFFFFFU,
                        static_cast<std::uint32_t>(feature.group) & 15U});
    ++word.use_count;
  });
  set.words.push_back(word);
}

}  // namespace dateline
