// A sentence made ready for tagging: which words are worth scoring at all, runs of capitalised words,
// names of several words that are on a list. Shared by the tagger and the trainer, so that both see
// the same.
//
// Only words that can be part of a name are scored: those with a capital, and short links ("of the",
// "de", "&") and numbers next to or between them. Everything else is kOutside without a look.
// Sentences in capitals throughout, and headlines that Capitalise Every Word, are read as if they
// had been written normally, as far as the lexicon knows the words.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/entities/word_form.h"

namespace dateline {

enum class SentenceCase : std::uint8_t { Normal, AllCapitals, TitleCase };

/// Where a word may stand relative to the word that is scored.
enum class Slot : std::uint8_t {
  Here, Previous, Next, Previous2, Next2,
  BeforeRun, AfterRun,   ///< the words around the run of capitalised words
  RunFirst, RunLast,     ///< first and last word of the run, if it has several
  LinkedBefore, LinkedAfter,  ///< last word of the run before or after a link: Ministry of [Defence]
  Count
};
inline constexpr int kSlots = static_cast<int>(Slot::Count);

/// The part of a word in a name of several words that is on a list.
struct ListedName {
  ListMask begin = 0;
  ListMask inside = 0;
  ListMask end = 0;
};

class Sentence {
 public:
  /// Starts a sentence. `traits[i]` are traits_of(words[i]). Afterwards scored() and needed() are set.
  /// REQUIRES the words to outlive the use of this sentence; at most kMaxWords of them.
  void start(const std::vector<std::string_view>& words, const std::vector<std::uint8_t>& traits);

  /// Gives the words their forms: lookup(word) returns a `const WordForm*` that lives until the
  /// next start(). Only words that are needed are looked up.
  template <class Lookup>
  void load(Lookup lookup) {
    forms_.assign(size(), nullptr);
    for (std::size_t i = 0; i < size(); ++i) {
      if (needed_[i]) forms_[i] = lookup((*words_)[i]);
    }
    if (sentence_case_ != SentenceCase::Normal) {
      for (std::size_t i = 0; i < size(); ++i) {
        if (restore_case(i)) forms_[i] = lookup(restored_);
      }
      find_runs();
    }
  }
  /// After load: looks for names of several words on the lists.
  void find_listed_names(const Lexicon& lexicon);

  std::size_t size() const { return traits_.size(); }
  bool scored(std::size_t i) const { return scored_[i] != 0; }
  SentenceCase sentence_case() const { return sentence_case_; }
  /// The form of a word; null past the edges. REQUIRES a word within two places of a scored one.
  const WordForm* form(std::ptrdiff_t i) const {
    return i < 0 || i >= static_cast<std::ptrdiff_t>(size()) ? nullptr
                                                             : forms_[static_cast<std::size_t>(i)];
  }
  std::uint32_t run_first(std::size_t i) const { return run_first_[i]; }
  /// One past the last word of the run. A scored word without a capital is a run of its own.
  std::uint32_t run_last(std::size_t i) const { return run_last_[i]; }
  const ListedName& listed(std::size_t i) const { return listed_[i]; }
  /// The words around scored word i, by slot; null where there is none.
  void fill_slots(std::size_t i, std::array<const WordForm*, kSlots>& slots) const;

 private:
  void find_case();
  void find_scored();
  void find_needed();
  void find_runs();
  bool restore_case(std::size_t i);
  void fill_linked(std::size_t i, std::array<const WordForm*, kSlots>& slots) const;
  void match_from(std::size_t i, const Lexicon& lexicon);

  const std::vector<std::string_view>* words_ = nullptr;
  std::vector<std::uint8_t> traits_;
  std::vector<std::uint8_t> scored_;
  std::vector<std::uint8_t> needed_;
  std::vector<const WordForm*> forms_;
  std::vector<std::uint32_t> run_first_;
  std::vector<std::uint32_t> run_last_;
  std::vector<ListedName> listed_;
  SentenceCase sentence_case_ = SentenceCase::Normal;
  std::string restored_;
};

}  // namespace dateline
