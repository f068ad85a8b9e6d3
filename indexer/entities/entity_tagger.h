// Finds the people, organisations and places of an article, and which name each mention stands for: the
// entry to everything about entities when indexing.
//
// A tagger belongs to one thread; taggers share the immutable model. Keep a tagger for many articles: it
// remembers words. What it answers depends on the article alone.
#pragma once

#include <string_view>
#include <vector>

#include "indexer/entities/article_labeller.h"
#include "indexer/entities/mention.h"
#include "indexer/entities/name_rules.h"
#include "indexer/entities/word_splitter.h"

namespace dateline {

/// What a language brings along. English is the only one so far.
struct EntityLanguage {
  std::string_view code;     ///< "en"
  const EntityModel& model;
  const NameRules& rules;
};

/// English, with the model that is compiled in; unpacked at the first call, which takes some
/// hundredths of a second. Thread-safe.
const EntityLanguage& english_entities();

class EntityTagger {
 public:
  /// REQUIRES `language` to outlive the tagger.
  explicit EntityTagger(const EntityLanguage& language = english_entities());

  /// The mentions of an article in text order, resolved. `text` is shorter than 4 GB and need not be valid
  /// UTF-8. Time linear in the text, whatever it is: all in capitals, one sentence, not English.
  /// "Kassym-Jomart Tokayev spoke. Mr Tokayev left." ->
  ///   {0, 21, Person, "Kassym-Jomart Tokayev"}, {32, 39, Person, "Kassym-Jomart Tokayev"}
  std::vector<Mention> tag(std::string_view text);

  /// The labels of an article that is already split into sentences and words.
  std::vector<std::vector<Label>> label(const std::vector<std::vector<std::string_view>>& sentences);

 private:
  void label_sentence(std::string_view text, std::size_t first, std::size_t last);

  const EntityLanguage& language_;
  ArticleLabeller labeller_;
  SplitText split_;
  std::vector<std::string_view> words_;
  std::vector<std::uint8_t> traits_;
};

}  // namespace dateline
