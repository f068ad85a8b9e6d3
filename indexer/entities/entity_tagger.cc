#include "indexer/entities/entity_tagger.h"

#include <algorithm>

#include "indexer/entities/name_resolver.h"
#include "indexer/entities/word_form.h"

namespace dateline {

const EntityLanguage& english_entities() {
  static const EntityLanguage kEnglish{"en", EntityModel::english(), english_name_rules()};
  return kEnglish;
}

EntityTagger::EntityTagger(const EntityLanguage& language)
    : language_(language), labeller_(language.model) {}

void EntityTagger::label_sentence(std::string_view text, std::size_t first, std::size_t last) {
  words_.clear();
  traits_.clear();
  for (std::size_t i = first; i < last; ++i) {
    const SplitWord& word = split_.words[i];
    words_.push_back(text.substr(word.begin, word.end - word.begin));
    traits_.push_back(word.traits);
  }
  labeller_.add_sentence(words_, traits_);
}

std::vector<Mention> EntityTagger::tag(std::string_view text) {
  split_words(text, split_);
  labeller_.start();
  std::size_t first = 0;
  for (const std::size_t last : split_.sentence_ends) {
    label_sentence(text, first, last);
    first = last;
  }
  std::vector<Mention> mentions;
  for (const auto& span : spans_of(labeller_.finish())) {
    mentions.push_back({split_.words[span.first].begin, split_.words[span.last - 1].end, span.kind, {}});
  }
  resolve_names(text, language_.rules, mentions);
  return mentions;
}

std::vector<std::vector<Label>> EntityTagger::label(
    const std::vector<std::vector<std::string_view>>& sentences) {
  labeller_.start();
  for (const auto& sentence : sentences) {
    for (std::size_t first = 0; first < sentence.size(); first += kMaxSentenceWords) {
      const std::size_t last = std::min(sentence.size(), first + kMaxSentenceWords);
      words_.assign(sentence.begin() + static_cast<std::ptrdiff_t>(first),
                    sentence.begin() + static_cast<std::ptrdiff_t>(last));
      traits_.clear();
      for (const auto word : words_) traits_.push_back(traits_of(word));
      labeller_.add_sentence(words_, traits_);
    }
  }
  const std::vector<Label>& all = labeller_.finish();
  std::vector<std::vector<Label>> labels;
  auto from = all.begin();
  for (const auto& sentence : sentences) {
    const auto to = from + static_cast<std::ptrdiff_t>(sentence.size());
    labels.emplace_back(from, to);
    from = to;
  }
  return labels;
}

}  // namespace dateline
