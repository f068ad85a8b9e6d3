#include "searcher/match/query_words.h"

namespace dateline {

namespace {

constexpr std::uint32_t kNone = UINT32_MAX;

}  // namespace

std::uint32_t QueryWords::stem_slot(std::string_view word) {
  const std::string_view stem = stemmer_.stem(word);
  auto& slots = slots_of(stem, stems_, slots_of_stem_);
  if (!slots.empty()) return slots.front();
  possible_stem_[fingerprint(stem)] = true;
  if (stemmer_.keeps_first_byte()) {
    possible_first_[static_cast<unsigned char>(stem.front())] = true;
  } else {
    possible_first_.fill(true);
  }
  slots.push_back(slots_);
  return slots_++;
}

std::uint32_t QueryWords::word_slot(std::string_view word) {
  auto& slots = slots_of(word, words_, slots_of_word_);
  own_slot_.resize(words_.size(), kNone);
  std::uint32_t& own = own_slot_[*words_.find(word)];
  if (own != kNone) return own;
  let_pass(word);
  own = slots_++;
  slots.push_back(own);
  return own;
}

std::uint32_t QueryWords::any_slot(const std::vector<std::string>& words) {
  for (const std::string& word : words) {
    let_pass(word);
    auto& slots = slots_of(word, words_, slots_of_word_);
    if (slots.empty() || slots.back() != slots_) slots.push_back(slots_);
  }
  own_slot_.resize(words_.size(), kNone);
  return slots_++;
}

std::vector<std::uint32_t>& QueryWords::slots_of(std::string_view form, StringTable& forms,
                                                 SlotLists& slots) {
  const std::uint32_t number = forms.intern(form);
  if (number >= slots.size()) slots.resize(number + 1);
  return slots[number];
}

void QueryWords::add(const StringTable& forms, const SlotLists& slots, std::string_view form,
                     const WordPlace& place, WordPlaces& places) {
  const auto number = forms.find(form);
  if (!number) return;
  for (const std::uint32_t slot : slots[*number]) places[slot].push_back(place);
}

}  // namespace dateline
