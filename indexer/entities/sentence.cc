#include "indexer/entities/sentence.h"

#include <algorithm>

namespace dateline {
namespace {

/// Longest stretch of links inside a name: "Society for the Protection of".
constexpr std::size_t kMaxLinks = 3;
/// From this share of the corpus's uses on, a word in capitals is read in lower case.
constexpr std::uint8_t kMostlyLower = 6;

bool has(std::uint8_t traits, std::uint8_t bit) { return (traits & bit) != 0; }
bool capital(std::uint8_t traits) { return has(traits, WordTraits::kCapital); }
bool link(std::uint8_t traits) { return has(traits, WordTraits::kLink | WordTraits::kDigit); }

}  // namespace

void Sentence::start(const std::vector<std::string_view>& words,
                     const std::vector<std::uint8_t>& traits) {
  words_ = &words;
  traits_ = traits;
  listed_.assign(size(), {});
  find_case();
  find_scored();
  find_needed();
  find_runs();
}

void Sentence::find_case() {
  std::size_t letters = 0;
  std::size_t capitals = 0;
  std::size_t all_capitals = 0;
  for (const auto traits : traits_) {
    letters += has(traits, WordTraits::kCapital | WordTraits::kSmall) && !link(traits);
    capitals += capital(traits);
    all_capitals += has(traits, WordTraits::kAllCapital);
  }
  sentence_case_ = SentenceCase::Normal;
  if (letters < 4) return;
  if (all_capitals * 10 >= letters * 8) {
    sentence_case_ = SentenceCase::AllCapitals;
  } else if (capitals * 10 >= letters * 9) {
    sentence_case_ = SentenceCase::TitleCase;
  }
}

void Sentence::find_scored() {
  scored_.assign(size(), 0);
  std::size_t links = kMaxLinks + 1;  // since the last capital
  for (std::size_t i = 0; i < size(); ++i) {
    if (capital(traits_[i])) {
      scored_[i] = 1;
      if (links <= kMaxLinks) std::fill_n(scored_.begin() + static_cast<std::ptrdiff_t>(i - links), links, std::uint8_t{1});
      links = 0;
    } else if (link(traits_[i])) {
      if (links == 0 && has(traits_[i], WordTraits::kDigit)) scored_[i] = 1;
      ++links;
    } else {
      links = kMaxLinks + 1;
    }
  }
}

void Sentence::find_needed() {
  if (sentence_case_ != SentenceCase::Normal) {
    needed_.assign(size(), 1);
    return;
  }
  needed_.assign(size(), 0);
  for (std::size_t i = 0; i < size(); ++i) {
    if (!scored_[i]) continue;
    const std::size_t last = std::min(size(), i + 3);
    for (std::size_t k = i < 2 ? 0 : i - 2; k < last; ++k) needed_[k] = 1;
  }
}

void Sentence::find_runs() {
  run_first_.resize(size());
  run_last_.resize(size());
  std::size_t i = 0;
  while (i < size()) {
    std::size_t end = i + 1;
    if (capital(traits_[i])) {
      while (end < size() && scored_[end] && (capital(traits_[end]) || has(traits_[end], WordTraits::kDigit))) {
        ++end;
      }
    }
    for (std::size_t k = i; k < end; ++k) {
      run_first_[k] = static_cast<std::uint32_t>(i);
      run_last_[k] = static_cast<std::uint32_t>(end);
    }
    i = end;
  }
}

bool Sentence::restore_case(std::size_t i) {
  const WordForm* form = forms_[i];
  if (form == nullptr || !form->capital()) return false;
  const std::string_view word = (*words_)[i];
  if (form->corpus.lower_share >= kMostlyLower) {
    restored_ = lower_case(word);
    traits_[i] = traits_of(restored_);
    return true;
  }
  const bool acronym = (form->name.lists & list_bit(NameList::Acronym)) != 0 || word.size() < 4;
  if (!has(traits_[i], WordTraits::kAllCapital) || acronym) return false;
  if (sentence_case_ != SentenceCase::AllCapitals) return false;
  restored_ = title_case(word);
  traits_[i] = traits_of(restored_);
  return true;
}

void Sentence::match_from(std::size_t i, const Lexicon& lexicon) {
  const std::uint8_t lengths = forms_[i]->name.lengths;
  std::uint32_t hash = forms_[i]->lower;
  for (std::size_t n = 2; n < 8 && lengths >> n != 0; ++n) {
    if (i + n > size() || !scored_[i + n - 1] || forms_[i + n - 1] == nullptr) return;
    hash = mix(hash, forms_[i + n - 1]->lower);
    if ((lengths >> n & 1) == 0) continue;
    const ListMask lists = lexicon.name(hash).lists;
    if (lists == 0) continue;
    listed_[i].begin |= lists;
    for (std::size_t k = i + 1; k + 1 < i + n; ++k) listed_[k].inside |= lists;
    listed_[i + n - 1].end |= lists;
  }
}

void Sentence::find_listed_names(const Lexicon& lexicon) {
  for (std::size_t i = 0; i < size(); ++i) {
    if (scored_[i] && forms_[i]->name.lengths != 0) match_from(i, lexicon);
  }
}

void Sentence::fill_linked(std::size_t i, std::array<const WordForm*, kSlots>& slots) const {
  const std::size_t first = run_first_[i];
  std::size_t k = first;
  while (k > 0 && first - k < kMaxLinks && has(traits_[k - 1], WordTraits::kLink) && scored_[k - 1]) --k;
  const bool is_link = !capital(traits_[i]);
  if (k > 0 && (k < first || is_link) && capital(traits_[k - 1])) {
    slots[static_cast<int>(Slot::LinkedBefore)] = forms_[k - 1];
  }
  const std::size_t last = run_last_[i];
  k = last;
  while (k < size() && k - last < kMaxLinks && has(traits_[k], WordTraits::kLink) && scored_[k]) ++k;
  if (k < size() && (k > last || is_link) && capital(traits_[k])) {
    slots[static_cast<int>(Slot::LinkedAfter)] = forms_[run_last_[k] - 1];
  }
}

void Sentence::fill_slots(std::size_t i, std::array<const WordForm*, kSlots>& slots) const {
  const auto at = static_cast<std::ptrdiff_t>(i);
  slots.fill(nullptr);
  const auto set = [&slots](Slot slot, const WordForm* form) { slots[static_cast<std::size_t>(slot)] = form; };
  set(Slot::Here, form(at));
  set(Slot::Previous, form(at - 1));
  set(Slot::Next, form(at + 1));
  set(Slot::Previous2, form(at - 2));
  set(Slot::Next2, form(at + 2));
  const std::ptrdiff_t first = run_first_[i];
  const std::ptrdiff_t last = run_last_[i];
  set(Slot::BeforeRun, form(first - 1));
  set(Slot::AfterRun, form(last));
  if (last - first > 1) {
    set(Slot::RunFirst, form(first));
    set(Slot::RunLast, form(last - 1));
  }
  fill_linked(i, slots);
}

}  // namespace dateline
