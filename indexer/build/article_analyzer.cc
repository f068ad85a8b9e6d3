#include "indexer/build/article_analyzer.h"

#include <algorithm>
#include <utility>

#include "common/text/common_pairs.h"
#include "common/text/tokenizer.h"

namespace dateline {

namespace {

/// A worker's memory for words: some 400,000 distinct ones, far more than a batch has.
constexpr std::size_t kLargestMemory = 32 * 1024 * 1024;

/// Names are found in English only; a text too short to tell may be.
bool can_be_english(const std::string& language) {
  return language == "en" || language == kUnknownLanguage;
}

/// Those that article and source make, but for the dates'.
std::vector<std::string> boolean_terms(const Article& article, const std::string& source) {
  std::vector<std::string> terms = schema::author_terms(article.author);
  for (std::string& term : schema::section_terms(article.section)) {
    terms.push_back(std::move(term));
  }
  terms.push_back(schema::language_term(article.language));
  terms.push_back(schema::source_term(source));
  return terms;
}

}  // namespace

ArticleAnalyzer::ArticleAnalyzer(const IndexSettings& settings, const Dictionary& dictionary)
    : finds_names_(settings.finds_entities()),
      stemmer_(settings.language),
      compressor_(dictionary),
      seen_pairs_(kCommonWords) {}

void ArticleAnalyzer::analyze(std::vector<ArticleSource> sources,
                              std::vector<AnalyzedArticle>& analyzed) {
  const std::size_t first = analyzed.size();
  for (ArticleSource& source : sources) {
    count_words(source.article);
    source.article.language = detect_language(source.article.text, word_counts_);
    analyzed.push_back(take_counts(source.article, std::move(source.file), source.source));
  }
  for (ArticleSource& source : sources) find_names(source.article);
  for (std::size_t i = 0; i < sources.size(); ++i) {
    Article& article = sources[i].article;
    analyzed[first + i].compressed = compressor_.compress(encode_article(article));
    analyzed[first + i].names = std::move(article.names);
    analyzed[first + i].file.flags = article.flags;
  }
}

void ArticleAnalyzer::find_names(Article& article) {
  if (!finds_names_ || !can_be_english(article.language)) return;
  if (!name_finder_) name_finder_.emplace();
  FoundNames found = name_finder_->find(article);
  article.names = std::move(found.names);
  if (found.cut) article.flags |= ArticleFlags::kNamesCut;
}

AnalyzedArticle ArticleAnalyzer::reanalyze(const Article& article, schema::FileRecord file,
                                           const std::string& source, std::string compressed) {
  count_words(article);
  AnalyzedArticle analyzed = take_counts(article, std::move(file), source);
  analyzed.names = article.names;
  analyzed.compressed = std::move(compressed);
  return analyzed;
}

AnalyzedArticle ArticleAnalyzer::take_counts(const Article& article, schema::FileRecord file,
                                             const std::string& source) {
  AnalyzedArticle analyzed;
  analyzed.file = std::move(file);
  analyzed.file.date_source = static_cast<std::uint8_t>(article.date_source);
  analyzed.file.flags = article.flags;
  analyzed.file.url = article.url;
  analyzed.date = article.date;
  analyzed.boolean_terms = boolean_terms(article, source);
  analyzed.signature = signer_.finish();
  analyzed.text_bytes = article.title.size() + article.text.size();
  analyzed.stems.reserve(seen_stems_.size());
  for (std::uint32_t number : seen_stems_) {
    analyzed.stems.push_back({number, std::exchange(counts_[number], 0)});
  }
  seen_stems_.clear();
  for (unsigned first = 0; first < kCommonWords; ++first) {
    if (seen_pairs_[first].none()) continue;
    for (unsigned second = 0; second < kCommonWords; ++second) {
      if (!seen_pairs_[first][second]) continue;
      analyzed.boolean_terms.push_back(common_pair_term(first, second));
    }
    seen_pairs_[first].reset();
  }
  return analyzed;
}

void ArticleAnalyzer::count_words(const Article& article) {
  word_counts_ = {};
  count_words(article.title, nullptr);
  count_words(article.text, &signer_);
}

void ArticleAnalyzer::count_words(std::string_view text, CopySigner* signer) {
  Tokenizer tokenizer(text);
  Token token;
  std::uint32_t previous = UINT32_MAX;  // stem; none has this number
  while (tokenizer.next(token)) {
    const std::uint32_t word = stemmer_.word_number(token.folded);
    if (word >= occurrences_.size()) occurrences_.resize(word + 1024 + occurrences_.size() / 2);
    ++occurrences_[word];
    const std::uint32_t number = stemmer_.stem_of_word(word);
    if (number >= counts_.size()) counts_.resize(number + 1024 + counts_.size() / 2);
    if (counts_[number]++ == 0) seen_stems_.push_back(number);
    if (signer != nullptr) signer->add_word(token.folded);
    ++word_counts_.words;
    if (word < WordCounts::kCommonest) ++word_counts_.common;
    const bool is_pair = stemmer_.is_common_stem(previous) && stemmer_.is_common_stem(number);
    if (is_pair && is_indexed_pair(previous, number)) seen_pairs_[previous].set(number);
    previous = number;
  }
}

SideTable ArticleAnalyzer::take_words() {
  std::vector<std::pair<std::string_view, std::uint32_t>> words;
  for (std::uint32_t word = 0; word < occurrences_.size(); ++word) {
    if (occurrences_[word] > 0) words.emplace_back(stemmer_.word_text(word), word);
  }
  std::sort(words.begin(), words.end());
  SideTable table;
  WordTableWriter writer(into(table));
  for (const auto& [text, word] : words) {
    writer.add(text, stemmer_.stem_text(stemmer_.stem_of_word(word)),
               std::exchange(occurrences_[word], 0));
  }
  writer.finish();
  return table;
}

void ArticleAnalyzer::forget_if_large() {
  if (stemmer_.memory_bytes() > kLargestMemory) stemmer_.forget();
}

}  // namespace dateline
