#include "searcher/match/text_reader.h"

#include <algorithm>

#include "searcher/match/spans.h"

namespace dateline {

TextReader::TextReader(const QueryWords& words, bool keeps_words)
    : words_(words),
      keeps_words_(keeps_words),
      sections_{Section({}), Section({})},
      places_(words.slots()) {}

void TextReader::open(std::string_view title, std::string_view text) {
  for (const bool in_text : {false, true}) {
    Section& section = sections_[in_text];
    section.text = in_text ? text : title;
    section.tokenizer = Tokenizer(section.text);
    section.position = in_text ? kTextPosition : 0;
    section.read = 0;
    section.begins.clear();
  }
  for (auto& of_slot : places_) of_slot.clear();
}

void TextReader::read(bool in_text, std::size_t end) {
  // The title before the text, so that the places are in order.
  if (in_text) read(false, sections_[false].text.size());
  Section& section = sections_[in_text];
  Token token;
  while (section.read < end) {
    if (!section.tokenizer.next(token)) {
      section.read = section.text.size();
      return;
    }
    section.read = token.begin + 1;
    if (keeps_words_) section.begins.push_back(token.begin);
    words_.note(token.folded, {section.position++, token.begin, token.end}, places_);
  }
}

void TextReader::read_all() { read(true, sections_[true].text.size()); }

std::uint32_t TextReader::position_of(bool in_text, std::uint32_t byte) const {
  const auto& begins = sections_[in_text].begins;
  const auto behind = std::upper_bound(begins.begin(), begins.end(), byte);
  const auto before = behind == begins.begin() ? 0 : behind - begins.begin() - 1;
  return (in_text ? kTextPosition : 0) + static_cast<std::uint32_t>(before);
}

std::size_t end_of_words(std::string_view text, std::uint32_t words) {
  Tokenizer tokenizer(text);
  std::size_t end = 0;
  Token token;
  for (std::uint32_t i = 0; i < words && tokenizer.next(token); ++i) end = token.end;
  return end;
}

}  // namespace dateline
