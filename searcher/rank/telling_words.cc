#include "searcher/rank/telling_words.h"

#include <algorithm>
#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "common/text/tokenizer.h"
#include "searcher/rank/bm25.h"

namespace dateline {

namespace {

struct StemCount {
  std::string word;  ///< as it stands first
  std::uint32_t count = 0;
};

bool is_number(std::string_view word) {
  return word.find_first_not_of("0123456789.") == std::string_view::npos;
}

/// By the numbers of their stems.
class StemCounts {
 public:
  explicit StemCounts(Stemmer& stemmer) : stemmer_(stemmer) {}

  void read(std::string_view text) {
    Tokenizer tokenizer(text);
    for (Token token; tokenizer.next(token); ++words_) {
      if (is_number(token.folded)) continue;
      StemCount& stem = counts_[stemmer_.stem_number(token.folded)];
      if (stem.count++ == 0) stem.word = token.folded;
    }
  }

  const std::unordered_map<std::uint32_t, StemCount>& counts() const { return counts_; }
  double words() const { return words_; }

 private:
  Stemmer& stemmer_;
  std::unordered_map<std::uint32_t, StemCount> counts_;
  std::uint32_t words_ = 0;
};

}  // namespace

std::vector<TellingWord> telling_words(const ArticleWords& article, const Snapshot& snapshot,
                                       Stemmer& stemmer, const Bm25Settings& settings,
                                       std::size_t alike, std::size_t most) {
  StemCounts stems(stemmer);
  stems.read(article.title);
  stems.read(article.text);
  const double articles = snapshot.database().get_doccount();
  const Bm25 bm25(settings, articles, snapshot.database().get_average_length());
  const double norm = bm25.norm(stems.words());
  std::vector<std::pair<double, TellingWord>> found;  ///< by how telling they are
  for (const auto& [number, stem] : stems.counts()) {
    double articles_with = 0;
    for (const Xapian::Database& part : snapshot.parts()) {
      articles_with += part.get_termfreq(std::string(stemmer.stem_text(number)));
    }
    if (articles_with <= static_cast<double>(alike) || articles_with > articles / 2) continue;
    const double share = bm25.share(stem.count, norm);
    found.push_back({bm25.idf(articles_with) * share, {stem.word, share}});
  }
  std::sort(found.begin(), found.end(), [](const auto& a, const auto& b) {
    return a.first != b.first ? a.first > b.first : a.second.word < b.second.word;
  });
  if (found.size() > most) found.resize(most);
  std::vector<TellingWord> words;
  for (auto& [telling, word] : found) {
    words.push_back({std::move(word.word), word.weight / found.front().second.weight});
  }
  return words;
}

}  // namespace dateline
