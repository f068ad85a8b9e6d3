#include "searcher/match/text_units.h"

#include <algorithm>

#include "common/text/paragraphs.h"
#include "searcher/passages/sentences.h"

namespace dateline {

void TextUnits::open(std::string_view text) {
  text_ = text;
  wrapped_.reset();
  paragraph_ = {};
  has_sentences_ = false;
}

void TextUnits::find_paragraph(std::uint32_t position) {
  if (position >= paragraph_.begin && position < paragraph_.end) return;
  if (!wrapped_) wrapped_ = is_wrapped(text_);
  paragraph_.begin = static_cast<std::uint32_t>(paragraph_begin(text_, position, *wrapped_));
  paragraph_.end = static_cast<std::uint32_t>(paragraph_end(text_, position, *wrapped_));
  has_sentences_ = false;
}

TextUnits::Stretch TextUnits::around(std::uint32_t position, Proximity::Unit unit) {
  find_paragraph(position);
  if (unit == Proximity::Unit::Paragraph) return paragraph_;
  if (!has_sentences_) {
    has_sentences_ = true;
    sentence_ends_.clear();
    for (std::size_t begin = skip_spaces(text_, paragraph_.begin); begin < paragraph_.end;) {
      const std::size_t end = sentence_end(text_, begin, *wrapped_);
      sentence_ends_.push_back(static_cast<std::uint32_t>(end));
      begin = skip_spaces(text_, end);
    }
  }
  const auto end = std::upper_bound(sentence_ends_.begin(), sentence_ends_.end(), position);
  return {end == sentence_ends_.begin() ? paragraph_.begin : *(end - 1),
          end == sentence_ends_.end() ? paragraph_.end : *end};
}

}  // namespace dateline
