// An article to what the index holds of it: counted stems, boolean terms, compressed text with its
// language and its names. The part of indexing that needs no Xapian database, and so no article number yet. Not thread-safe: one a
// thread.
#pragma once

#include <bitset>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "common/article.h"
#include "common/index/manifest.h"
#include "common/index/schema.h"
#include "common/index/text_codec.h"
#include "common/index/word_table.h"
#include "common/text/common_pairs.h"
#include "common/text/copy_signature.h"
#include "common/text/stemmer.h"
#include "indexer/build/language.h"
#include "indexer/build/name_finder.h"

namespace dateline {

struct AnalyzedArticle {
  struct Stem {
    std::uint32_t number = 0;  ///< of the analyzer's stemmer
    std::uint32_t count = 0;
  };

  std::uint32_t number = 0;  ///< the article's, once it has one
  schema::FileRecord file;
  std::optional<Date> date;
  std::vector<Stem> stems;         ///< distinct, in no order
  std::vector<std::string> boolean_terms;  ///< distinct; all but the dates'
  std::optional<CopySignature> signature;  ///< of the text
  std::vector<ArticleName> names;          ///< distinct
  std::string compressed;        ///< for kTextSlot
  std::uint64_t text_bytes = 0;  ///< of title and text
};

/// What an article is indexed from.
struct ArticleSource {
  Article article;
  schema::FileRecord file;
  std::string source;  ///< as source_name gives it
};

class ArticleAnalyzer {
 public:
  /// REQUIRES `dictionary` to outlive the analyzer.
  ArticleAnalyzer(const IndexSettings& settings, const Dictionary& dictionary);

  /// Appends what the index holds of each article, in order. Finds their languages, and their names if
  /// the settings want them and they can be English. Each stage is done for all articles before the next
  /// begins, as words, names and compression have tables that just fit the processor's caches: give some
  /// hundred articles at a time.
  void analyze(std::vector<ArticleSource> sources, std::vector<AnalyzedArticle>& analyzed);

  /// The same for an article out of the index, whose compressed form need not be made again, and
  /// which keeps its language and names.
  AnalyzedArticle reanalyze(const Article& article, schema::FileRecord file,
                            const std::string& source, std::string compressed);

  /// The stem with this number; valid until the next forget_if_large().
  std::string_view stem_text(std::uint32_t number) const { return stemmer_.stem_text(number); }

  /// The surface words of all articles analyzed since the last call, as a batch keeps them.
  SideTable take_words();

  /// Bounds the memory for words; call when no AnalyzedArticle of this analyzer is in use.
  void forget_if_large();

 private:
  /// All but names and compressed text, of the article whose words were counted last.
  AnalyzedArticle take_counts(const Article& article, schema::FileRecord file,
                              const std::string& source);
  void find_names(Article& article);
  void count_words(const Article& article);
  void count_words(std::string_view text, CopySigner* signer);

  const bool finds_names_;
  Stemmer stemmer_;
  std::optional<NameFinder> name_finder_;  ///< from the first article on that needs it
  TextCompressor compressor_;
  CopySigner signer_;
  WordCounts word_counts_;                 ///< of the article at hand, as the next three
  std::vector<std::uint32_t> counts_;      ///< by stem number; else all 0
  std::vector<std::uint32_t> seen_stems_;  ///< those with a count
  std::vector<std::bitset<kCommonWords>> seen_pairs_;  ///< second words by first word
  std::vector<std::uint64_t> occurrences_;  ///< by word number, since the last take_words()
};

}  // namespace dateline
