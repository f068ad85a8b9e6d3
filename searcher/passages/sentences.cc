#include "searcher/passages/sentences.h"

#include <utf8proc.h>

#include <algorithm>
#include <iterator>

#include "common/text/columns.h"
#include "common/text/paragraphs.h"
#include "common/text/utf8.h"

namespace dateline {

namespace {

/// Never the end of a sentence when a full stop follows: something to which it belongs comes next.
constexpr std::string_view kBeforeNames[] = {
    "Adm",  "Brig",   "Capt", "Cmdr", "Col",    "Cpl", "Dr",   "Fr",  "Ft", "Gen",
    "Gov",  "Hon",    "Lt",   "Maj",  "Messrs", "Mme", "Mr",   "Mrs", "Ms", "Mt",
    "Pres", "Prof",   "Rep",  "Reps", "Rev",    "Sen", "Sens", "Sgt", "St", "Supt",
    "al",   "approx", "cf",   "e.g",  "i.e",    "v",   "vs"};

/// Not the end when a number follows.
constexpr std::string_view kBeforeNumbers[] = {"Apr", "Art", "Aug",  "Dec", "Feb", "Fig", "Jan",
                                               "Jul", "Jun", "Mar",  "No",  "Nos", "Nov", "Oct",
                                               "Sec", "Sep", "Sept", "Vol", "p",   "pp"};

/// The end only when a word follows that often starts a sentence.
constexpr std::string_view kMayEnd[] = {"Bros", "Co", "Corp", "Inc", "Jr", "Ltd", "Sr", "etc"};

constexpr std::string_view kStarters[] = {
    "A",     "After", "All",  "An",      "And",   "As", "At",   "But",  "By",    "For",   "From",
    "He",    "Her",   "His",  "However", "I",     "If", "In",   "It",   "Its",   "Many",  "Most",
    "No",    "On",    "One",  "She",     "Since", "So", "Some", "That", "The",   "Their", "There",
    "These", "They",  "This", "Those",   "To",    "We", "What", "When", "While", "With",  "You"};

template <std::size_t N>
bool contains(const std::string_view (&list)[N], std::string_view word) {
  return std::find(std::begin(list), std::end(list), word) != std::end(list);
}

bool is_closer(std::int32_t c) {
  return c == '"' || c == '\'' || c == ')' || c == ']' || c == 0x201D || c == 0x2019 || c == 0xBB ||
         c == 0x300D || c == 0x300F || c == 0xFF09;
}

/// Full stops of scripts that need no space after them.
bool is_unspaced_stop(std::int32_t c) {
  return c == 0x3002 || c == 0xFF01 || c == 0xFF1F || c == 0x0964 || c == 0x0965;
}

bool is_stop(std::int32_t c) {
  return c == '.' || c == '!' || c == '?' || c == 0x2026 || c == 0x061F || c == 0x06D4;
}

/// ASCII that ends neither a sentence nor a line.
bool is_plain(char c) {
  return static_cast<unsigned char>(c) < 0x80 && c != '.' && c != '!' && c != '?' && c != '\n';
}

std::size_t skip_closers(std::string_view text, std::size_t i) {
  while (i < text.size()) {
    const CodePoint point = decode_utf8(text, i);
    if (!is_closer(point.value) && !is_stop(point.value)) break;
    i += point.bytes;
  }
  return i;
}

/// The word that ends before `end`, back to a space, bracket or quote: "U.S" in "the (U.S."
std::string_view word_before(std::string_view text, std::size_t begin, std::size_t end) {
  std::size_t first = end;
  while (first > begin && !is_ascii_space(text[first - 1]) && text[first - 1] != '(' &&
         text[first - 1] != '"') {
    --first;
  }
  const std::string_view word = text.substr(first, end - first);
  const std::size_t quote = word.rfind("\xE2\x80\x9C");  // “
  return quote == std::string_view::npos ? word : word.substr(quote + 3);
}

std::string_view ascii_word_at(std::string_view text, std::size_t begin) {
  std::size_t end = begin;
  while (end < text.size() && ((text[end] | 32) >= 'a' && (text[end] | 32) <= 'z')) ++end;
  return text.substr(begin, end - begin);
}

bool is_initial(std::string_view word) {
  return !word.empty() && decode_utf8(word, 0).bytes == word.size() &&
         !is_lower(decode_utf8(word, 0).value) && !(word[0] >= '0' && word[0] <= '9');
}

/// Whether the full stop behind `word` belongs to it, `next` being where the text goes on.
bool is_abbreviation(std::string_view word, std::string_view text, std::size_t next) {
  if (contains(kBeforeNames, word) || is_initial(word)) return true;
  if (contains(kBeforeNumbers, word)) return text[next] >= '0' && text[next] <= '9';
  const bool dotted = word.find('.') != std::string_view::npos;
  return (dotted || contains(kMayEnd, word)) && !contains(kStarters, ascii_word_at(text, next));
}

/// Whether a sentence ends with the stop at `stop`, behind whose closing quotes is `after`.
bool ends_at(std::string_view text, std::size_t begin, std::size_t stop, std::size_t after,
             bool wrapped) {
  if (after >= text.size()) return true;
  if (!is_ascii_space(text[after])) return false;
  const std::size_t next = skip_spaces(text, after);
  if (next >= text.size()) return true;
  for (std::size_t i = after; i < next; ++i) {
    if (text[i] == '\n' && ends_paragraph(text, i, wrapped)) return true;
  }
  if (is_lower(decode_utf8(text, next).value)) return false;
  return text[stop] != '.' || !is_abbreviation(word_before(text, begin, stop), text, next);
}

}  // namespace

bool is_lower(std::int32_t code_point) {
  return code_point >= 0 && utf8proc_islower(code_point) != 0;
}

std::size_t skip_spaces(std::string_view text, std::size_t position) {
  while (position < text.size() && is_ascii_space(text[position])) ++position;
  return position;
}

std::size_t sentence_end(std::string_view text, std::size_t begin, bool wrapped) {
  for (std::size_t i = begin; i < text.size();) {
    if (is_plain(text[i])) {
      ++i;
      continue;
    }
    if (text[i] == '\n' && ends_paragraph(text, i, wrapped)) return i;
    const CodePoint point = decode_utf8(text, i);
    const std::size_t next = i + point.bytes;
    if (is_unspaced_stop(point.value)) return skip_closers(text, next);
    if (is_stop(point.value)) {
      const std::size_t after = skip_closers(text, next);
      if (ends_at(text, begin, i, after, wrapped)) return after;
      i = after;
      continue;
    }
    i = next;
  }
  return text.size();
}

}  // namespace dateline
