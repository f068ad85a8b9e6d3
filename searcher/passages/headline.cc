#include "searcher/passages/headline.h"

#include <algorithm>
#include <iterator>

#include "common/text/columns.h"
#include "common/text/tokenizer.h"
#include "common/text/utf8.h"
#include "searcher/passages/sentences.h"

namespace dateline {

namespace {

constexpr std::size_t kLongestDate =
    60;  // bytes: "Wednesday, the 14th of September, 2019, 10:30 GMT"
constexpr std::size_t kLongestDateline = 80;  // bytes

constexpr std::string_view kCalendarWords[] = {
    "january",  "february", "march",    "april",  "may", "june", "july",   "august",  "september",
    "october",  "november", "december", "jan",    "feb", "mar",  "apr",    "jun",     "jul",
    "aug",      "sep",      "sept",     "oct",    "nov", "dec",  "monday", "tuesday", "wednesday",
    "thursday", "friday",   "saturday", "sunday", "mon", "tue",  "tues",   "wed",     "thu",
    "thur",     "thurs",    "fri",      "sat",    "sun", "of",   "the",    "st",      "nd",
    "rd",       "th",       "am",       "pm",     "gmt", "utc",  "est",    "edt",     "date",
    "dated",    "updated",  "published"};

constexpr std::string_view kDashes[] = {"--", "—", "–", " - "};

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Whether a paragraph says nothing but a date.
bool is_only_a_date(std::string_view paragraph) {
  if (paragraph.size() > kLongestDate) return false;
  bool has_number = false;
  Tokenizer tokenizer(paragraph);
  for (Token token; tokenizer.next(token);) {
    if (is_digit(token.folded.front())) {
      has_number = true;
      continue;
    }
    const bool known = std::find(std::begin(kCalendarWords), std::end(kCalendarWords),
                                 token.folded) != std::end(kCalendarWords);
    if (!known) return false;
  }
  return has_number;
}

bool has_word(std::string_view text) {
  Token token;
  return Tokenizer(text).next(token);
}

/// The first paragraph worth a headline; the last one with a word where none is.
std::string_view lead_paragraph(std::string_view text) {
  std::string_view last;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const std::string_view paragraph = trim(text.substr(begin, end - begin));
    begin = end + 1;
    if (!has_word(paragraph)) continue;
    if (!is_only_a_date(paragraph)) return paragraph;
    last = paragraph;
  }
  return last;
}

/// "ALMATY", "NEW", "MÜNCHEN": two characters or more, none of them a small letter or a digit.
bool is_capitals(std::string_view word) {
  std::size_t count = 0;
  for (std::size_t i = 0; i < word.size(); ++count) {
    const CodePoint point = decode_utf8(word, i);
    if (is_lower(point.value) || is_digit(word[i])) return false;
    i += point.bytes;
  }
  return count >= 2;
}

/// Whether what stands before a dash names a place, day or agency: "ALMATY, Jan 7 (Reuters)".
bool looks_like_dateline(std::string_view prefix) {
  const std::string_view first = prefix.substr(0, prefix.find_first_of(" ,(/"));
  const bool has_agency = prefix.back() == ')' || prefix.back() == '/';
  if (!is_capitals(first) && !has_agency) return false;
  bool at_word_start = true;
  bool in_agency = false;
  for (std::size_t i = 0; i < prefix.size();) {
    const CodePoint point = decode_utf8(prefix, i);
    if (point.value == '(' || point.value == ')' || point.value == '/') in_agency = !in_agency;
    if (at_word_start && !in_agency && is_lower(point.value)) return false;
    at_word_start = point.value == ' ' || point.value == ',';
    i += point.bytes;
  }
  return true;
}

std::string_view without_dateline(std::string_view paragraph) {
  const std::string_view start = paragraph.substr(0, kLongestDateline);
  std::size_t dash = std::string_view::npos;
  std::size_t dash_bytes = 0;
  for (std::string_view candidate : kDashes) {
    const std::size_t found = start.find(candidate);
    if (found >= dash) continue;
    dash = found;
    dash_bytes = candidate.size();
  }
  if (dash == std::string_view::npos) return paragraph;
  const std::string_view prefix = trim(paragraph.substr(0, dash));
  const std::string_view rest = trim(paragraph.substr(dash + dash_bytes));
  const bool strip = !prefix.empty() && has_word(rest) && !is_lower(decode_utf8(rest, 0).value) &&
                     looks_like_dateline(prefix);
  return strip ? rest : paragraph;
}

}  // namespace

Headline headline_of(const Article& article) { return headline_of(article.title, article.text); }

Headline headline_of(std::string_view title, std::string_view text) {
  const std::string_view trimmed = trim(title);
  if (!trimmed.empty()) return Headline{trimmed, true, false};
  const std::string_view lead = without_dateline(lead_paragraph(text));
  const std::string_view sentence = lead.substr(0, sentence_end(lead, 0));
  const std::string_view shown = cut_at_word(sentence, kHeadlineColumns);
  return Headline{shown, false, shown.size() < sentence.size()};
}

std::size_t headline_end(const Article& article) {
  const Headline headline = headline_of(article);
  if (headline.from_title || headline.text.empty()) return 0;
  return static_cast<std::size_t>(headline.text.data() - article.text.data()) +
         headline.text.size();
}

std::string headline_line(const Article& article) {
  const Headline headline = headline_of(article);
  const std::string line = fold_spaces(headline.text);
  return headline.cut ? with_ellipsis(line) : line;
}

}  // namespace dateline
