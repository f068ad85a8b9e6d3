// Reads of a text only what lies around the words that a question needs, so that most texts are
// decided without reading their words: finds bytes that such words begin with, and reads the words
// around them. Exact: what it has not read cannot take part in an occurrence. Not thread-safe.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "searcher/match/query_words.h"
#include "searcher/match/surroundings.h"

namespace dateline {

class SparseReader {
 public:
  /// REQUIRES `words` to outlive it and to have all its slots. `apart`: words of different stretches
  /// get positions so far from each other.
  SparseReader(const QueryWords& words, std::uint32_t apart);

  /// Reads the title whole, and around the words of the choice that the text has least of. False if
  /// reading the whole text would be no dearer; then nothing has been read.
  bool read(std::string_view title, std::string_view text, const Surroundings& around);

  /// By slot. Positions tell how far words of a stretch are from each other, and no more.
  const WordPlaces& places() const { return places_; }

 private:
  struct Window {
    std::size_t begin;  ///< behind a space, or of the text
    std::size_t end;    ///< before a space, or of the text
  };

  bool find_hits(std::string_view text, const Surroundings& around);
  bool add_odd_hits(std::string_view text);
  bool has_query_word(std::string_view chunk) const;
  void read_window(std::string_view text, const Window& window);

  const QueryWords& words_;
  const std::uint32_t apart_;
  WordPlaces places_;
  std::uint32_t position_ = 0;
  std::vector<std::uint32_t> hits_;   ///< ascending
  std::vector<std::uint32_t> tried_;  ///< the hits of a choice
  std::vector<std::uint32_t> odd_;
};

}  // namespace dateline
