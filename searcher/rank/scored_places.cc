#include "searcher/rank/scored_places.h"

#include <algorithm>
#include <set>

#include "common/text/byte_search.h"
#include "common/text/tokenizer.h"
#include "searcher/rank/proximity.h"

namespace dateline {

namespace {

/// What is read around a beginning that has been found: its own chunk and the words between it and the one
/// before. With more of them than one in so many bytes the whole text is read instead.
constexpr std::size_t kBytesPerHit = 60;

/// How many words a stretch of text has, counted no further than to one more than kFarthestNear.
std::uint32_t words_between(std::string_view text) {
  Tokenizer tokenizer(text);
  std::uint32_t count = 0;
  for (Token token; count <= kFarthestNear && tokenizer.next(token);) ++count;
  return count;
}

}  // namespace

ScoredPlaces::ScoredPlaces(const std::vector<ScoredWord>& words, Stemmer& stemmer) : stemmer_(stemmer) {
  bool known = stemmer.keeps_first_byte();
  std::set<std::string> beginnings;
  for (std::uint32_t i = 0; i < words.size(); ++i) {
    for (const std::string& stem : words[i].stems) {
      const auto first = static_cast<unsigned char>(stem.front());
      wanted_[first].push_back({stem, i});
      possible_first_[first] = true;
      const auto beginning = written_beginning(stem_beginning(stem));
      if (beginning) beginnings.insert(*beginning);
      known = known && (beginning || first >= 0x80) && stem.size() < kLongestTerm - 16;
    }
  }
  if (known) {
    for (const std::string& beginning : beginnings) beginnings_.push_back({beginning});
  }
  if (!stemmer.keeps_first_byte()) possible_first_.fill(true);
}

void ScoredPlaces::read(const ArticleWords& article) {
  places_.clear();
  title_words_ = read(article.title, 0);
  words_read_ = title_words_ + read(article.text, title_words_ + 1);
}

std::uint32_t ScoredPlaces::read(std::string_view text, std::uint32_t position) {
  Tokenizer tokenizer(text);
  std::uint32_t count = 0;
  for (Token token; tokenizer.next(token); ++count) {
    if (!possible_first_[static_cast<unsigned char>(token.folded.front())]) continue;
    note(stemmer_.stem(token.folded), position + count);
  }
  return count;
}

void ScoredPlaces::read_near(const ArticleWords& article) {
  const std::string_view text = article.text;
  if (!find_hits(text)) return read(article);
  places_.clear();
  std::uint32_t position = read(article.title, 0) + 1;
  std::size_t behind = 0;  // what has been read
  for (const std::size_t hit : hits_) {
    if (hit < behind) continue;
    const std::size_t begin = chunk_begin(text, hit);
    position += words_between(text.substr(behind, begin - behind));
    behind = chunk_end(text, hit);
    position += read(text.substr(begin, behind - begin), position);
  }
}

// False: reading the whole text is no dearer, or the words' beginnings are not known.
bool ScoredPlaces::find_hits(std::string_view text) {
  if (beginnings_.empty()) return false;
  hits_.clear();
  for (const Beginning& beginning : beginnings_) {
    find_beginnings(text, beginning, hits_);
    if (hits_.size() * kBytesPerHit > text.size()) return false;
  }
  if (!find_odd_words(text, most_odd_words(text), hits_)) return false;
  if (!std::is_sorted(hits_.begin(), hits_.end())) std::sort(hits_.begin(), hits_.end());
  return true;
}

void ScoredPlaces::note(std::string_view stem, std::uint32_t position) {
  for (const Wanted& wanted : wanted_[static_cast<unsigned char>(stem.front())]) {
    if (wanted.stem == stem) places_.push_back({position, wanted.word});
  }
}

}  // namespace dateline
