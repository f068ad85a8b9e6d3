// The words a query looks for, as a table that every word of a text is held against: which words,
// or words with which stem, belong to which slot. A slot is one place in the query where a word may
// stand: a stem, a word in this form, or any of many words (a pattern). Not thread-safe.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "common/text/stemmer.h"
#include "common/text/string_table.h"

namespace dateline {

/// Where a word of a text stands.
struct WordPlace {
  std::uint32_t position = 0;  ///< in words; see kTextPosition
  std::uint32_t begin = 0;     ///< bytes
  std::uint32_t end = 0;
};

/// By slot, in the order of the text.
using WordPlaces = std::vector<std::vector<WordPlace>>;

class QueryWords {
 public:
  /// REQUIRES `stemmer` to outlive it.
  explicit QueryWords(Stemmer& stemmer) : stemmer_(stemmer) {}

  /// The slot of all words with the stem of `word`; of this word only; of all these words.
  std::uint32_t stem_slot(std::string_view word);
  std::uint32_t word_slot(std::string_view word);
  std::uint32_t any_slot(const std::vector<std::string>& words);

  std::uint32_t slots() const { return slots_; }

  /// Adds `place` to the slots that the word there belongs to. Nearly always a look into a small
  /// table.
  void note(std::string_view folded, const WordPlace& place, WordPlaces& places) const {
    if (possible_[fingerprint(folded)]) add(words_, slots_of_word_, folded, place, places);
    if (!possible_first_[static_cast<unsigned char>(folded.front())]) return;
    const std::string_view stem = stemmer_.stem(folded);
    if (possible_stem_[fingerprint(stem)]) add(stems_, slots_of_stem_, stem, place, places);
  }

 private:
  using SlotLists = std::vector<std::vector<std::uint32_t>>;

  /// A number below 4096 that equal words share and most others do not: the words of a text that no
  /// word of the query can equal are passed over without a hash.
  static std::size_t fingerprint(std::string_view word) {
    const auto first = static_cast<unsigned char>(word.front());
    const auto last = static_cast<unsigned char>(word.back());
    return (first * 7U + last * 131U + word.size() * 523U) & 4095U;
  }

  static void add(const StringTable& forms, const SlotLists& slots, std::string_view form,
                  const WordPlace& place, WordPlaces& places);
  static std::vector<std::uint32_t>& slots_of(std::string_view form, StringTable& forms,
                                              SlotLists& slots);
  void let_pass(std::string_view word) { possible_[fingerprint(word)] = true; }

  Stemmer& stemmer_;
  std::uint32_t slots_ = 0;
  StringTable words_;  ///< and so on by their numbers
  StringTable stems_;
  SlotLists slots_of_word_;
  SlotLists slots_of_stem_;
  std::vector<std::uint32_t> own_slot_;  ///< of a word: the slot of it alone, or kNone
  std::array<bool, 4096> possible_{};    ///< by fingerprint: no word is looked for that has another
  std::array<bool, 4096> possible_stem_{};
  std::array<bool, 256> possible_first_{};  ///< bytes that a word begins with whose stem is wanted
};

}  // namespace dateline
