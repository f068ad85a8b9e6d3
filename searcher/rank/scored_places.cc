#include "searcher/rank/scored_places.h"

#include "common/text/tokenizer.h"

namespace dateline {

ScoredPlaces::ScoredPlaces(const std::vector<ScoredWord>& words, Stemmer& stemmer) : stemmer_(stemmer) {
  for (std::uint32_t i = 0; i < words.size(); ++i) {
    for (const std::string& stem : words[i].stems) {
      const auto first = static_cast<unsigned char>(stem.front());
      wanted_[first].push_back({stem, i});
      possible_first_[first] = true;
    }
  }
  if (!stemmer.keeps_first_byte()) possible_first_.fill(true);
}

void ScoredPlaces::read(const ArticleWords& article) {
  places_.clear();
  words_read_ = 0;
  read(article.title, 0);
  title_words_ = words_read_;
  read(article.text, title_words_ + 1);
}

void ScoredPlaces::read(std::string_view text, std::uint32_t position) {
  Tokenizer tokenizer(text);
  for (Token token; tokenizer.next(token); ++position) {
    ++words_read_;
    if (!possible_first_[static_cast<unsigned char>(token.folded.front())]) continue;
    note(stemmer_.stem(token.folded), position);
  }
}

void ScoredPlaces::note(std::string_view stem, std::uint32_t position) {
  for (const Wanted& wanted : wanted_[static_cast<unsigned char>(stem.front())]) {
    if (wanted.stem == stem) places_.push_back({position, wanted.word});
  }
}

}  // namespace dateline
