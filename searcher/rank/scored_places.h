// Where the words that give scores stand in an article. Not thread-safe: one a thread. Cost of read(): one
// walk of the tokeniser over the text; of read_near() often a fifth of it.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "common/index/text_codec.h"
#include "common/text/byte_search.h"
#include "common/text/stemmer.h"
#include "searcher/rank/scored_terms.h"

namespace dateline {

class ScoredPlaces {
 public:
  struct Place {
    std::uint32_t position;  ///< in words, from 0; the text begins one position behind the title
    std::uint32_t word;      ///< which of the words
  };

  /// REQUIRES both to outlive this.
  ScoredPlaces(const std::vector<ScoredWord>& words, Stemmer& stemmer);

  void read(const ArticleWords& article);

  /// Only what proximity asks for: places have the right distance from their neighbours if that is at most
  /// kFarthestNear, else a larger one than that. words() says nothing then.
  void read_near(const ArticleWords& article);

  // Of the article read last:
  const std::vector<Place>& places() const { return places_; }  ///< by position
  std::uint32_t title_words() const { return title_words_; }
  std::uint32_t words() const { return words_read_; }  ///< in title and text

 private:
  std::uint32_t read(std::string_view text, std::uint32_t position);
  bool find_hits(std::string_view text);
  void note(std::string_view stem, std::uint32_t position);

  Stemmer& stemmer_;
  struct Wanted {
    std::string_view stem;
    std::uint32_t word;
  };
  std::array<std::vector<Wanted>, 256> wanted_;  ///< by the first byte of the stem
  std::array<bool, 256> possible_first_{};       ///< bytes that a word begins with that has such a stem
  std::vector<Beginning> beginnings_;  ///< what words with these stems begin with; empty: not known
  std::vector<std::uint32_t> hits_;      ///< where such beginnings are, ascending
  std::vector<Place> places_;
  std::uint32_t title_words_ = 0;
  std::uint32_t words_read_ = 0;
};

}  // namespace dateline
