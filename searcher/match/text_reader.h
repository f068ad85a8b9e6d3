// Reads title and text of an article word by word, as far as a question needs, and notes where the
// words of the query stand. Not thread-safe.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "common/text/tokenizer.h"
#include "searcher/match/query_words.h"

namespace dateline {

class TextReader {
 public:
  /// `keeps_words`: position_of() will be asked. REQUIRES `words` to outlive it and to have all its
  /// slots.
  TextReader(const QueryWords& words, bool keeps_words);

  /// From now on reads these. REQUIRES them to stay.
  void open(std::string_view title, std::string_view text);

  /// Reads on until all words are noted that begin in the first `end` bytes of title or text.
  void read(bool in_text, std::size_t end);
  void read_all();

  /// Of what has been read, by slot: title first.
  const WordPlaces& places() const { return places_; }

  /// The position of the last word that begins at or before this byte. REQUIRES keeps_words and that
  /// it has been read.
  std::uint32_t position_of(bool in_text, std::uint32_t byte) const;

 private:
  struct Section {
    explicit Section(std::string_view all) : text(all), tokenizer(all) {}

    std::string_view text;
    Tokenizer tokenizer;
    std::uint32_t position = 0;  ///< of the next word
    std::size_t read = 0;        ///< bytes
    std::vector<std::uint32_t> begins;
  };

  const QueryWords& words_;
  const bool keeps_words_;
  std::array<Section, 2> sections_;
  WordPlaces places_;
};

/// Where the first `words` words of a text end.
std::size_t end_of_words(std::string_view text, std::uint32_t words);

}  // namespace dateline
