// What a word is, and what a terminal is shown: tokeniser, stemmer, paragraphs, columns. A byte that
// chooses the width, and a text.
#include <algorithm>
#include <string>

#include "common/index/schema.h"
#include "common/source_name.h"
#include "common/text/columns.h"
#include "common/text/copy_signature.h"
#include "common/text/paragraphs.h"
#include "common/text/stemmer.h"
#include "common/text/tokenizer.h"
#include "common/text/utf8.h"
#include "tests/fuzz/fuzz_target.h"

namespace dateline::fuzz {

namespace {

Stemmer& stemmer() {
  static Stemmer english("english");
  return english;
}

void check_tokens(std::string_view text) {
  constexpr std::size_t kLongestXapianTerm = 245;
  Tokenizer tokenizer(text);
  std::size_t last_begin = 0, last_end = 0;
  for (Token token; tokenizer.next(token);) {
    require(token.begin < token.end && token.end <= text.size(), "a word is within its text");
    require(token.end > last_end && (last_end == 0 || token.begin > last_begin), "words go forward");
    require(!token.folded.empty(), "no word is empty");
    require_utf8(token.folded, "a folded word is UTF-8");
    last_begin = token.begin;
    last_end = token.end;
    const std::string folded(token.folded);
    const std::string stem(stemmer().stem(folded));
    require(!stem.empty() && stem.size() <= kLongestXapianTerm, "a stem is a term that Xapian takes");
    require_equal(stemmer().stem(folded), stem, "a word has one stem");
  }
  stemmer().forget();
}

void check_columns(std::string_view text, std::size_t columns) {
  const std::string shown = printable(text);
  for (std::size_t at = 0; at < shown.size();) {
    const CodePoint read = decode_utf8(shown, at);
    require(!is_unsafe(read.value), "nothing unsafe is shown");
    at += read.bytes;
  }
  require(columns_of(shown) == columns_of(text), "what is shown is as wide");
  require_equal(printable(shown), shown, "what is shown may be shown");
  require(bytes_within(text, columns) <= text.size(), "a cut is within its text");
  require(columns_of(text.substr(0, bytes_within(text, columns))) <= columns, "what fits, fits");
  require(columns_of(shorten(text, columns)) <= columns, "what is shortened, fits");
  for (const std::string_view line : wrap(text, columns)) {
    require(!line.empty() && line.data() >= text.data() &&
                line.data() + line.size() <= text.data() + text.size(),
            "a line is a part of the text");
    require(columns_of(line) <= std::max<std::size_t>(columns, 2), "a line fits");
  }
  require(fold_spaces(text).size() <= text.size(), "folding spaces makes nothing longer");
}

void check_paragraphs(std::string_view text, std::size_t position) {
  const bool wrapped = is_wrapped(text);
  position = std::min(position * 7, text.size());
  const std::size_t begin = paragraph_begin(text, position, wrapped);
  const std::size_t end = paragraph_end(text, position, wrapped);
  require(begin <= position && position <= end && end <= text.size(), "a paragraph is around its bytes");
  require(lead_end(text) <= text.size(), "the lead is within the text");
}

void check_terms(std::string_view text) {
  constexpr std::size_t kLongestXapianTerm = 245;
  auto terms = schema::author_terms(text);
  for (std::string& term : schema::section_terms(text)) terms.push_back(std::move(term));
  terms.push_back(schema::source_term(text));
  for (const std::string& term : terms) {
    const auto zeros = static_cast<std::size_t>(std::count(term.begin(), term.end(), '\0'));
    require(term.size() + zeros <= kLongestXapianTerm, "a term is short enough for Xapian");
  }
}

}  // namespace

void fuzz_words(std::string_view input) {
  Pieces pieces(input);
  const std::size_t number = pieces.byte();
  const std::string_view text = pieces.rest();
  check_tokens(text);
  check_columns(text, 1 + number % 100);
  check_paragraphs(text, number);
  check_terms(text);
}

}  // namespace dateline::fuzz
