#include "indexer/entities/word_form.h"

#include <utf8proc.h>

#include <algorithm>

namespace dateline {
namespace {

/// Longer words are told apart by their first bytes only: a name of 300 bytes costs no more.
constexpr std::size_t kMaxWordBytes = 64;

constexpr ListMask kListsOfSmallWords =
    list_bit(NameList::Title) | list_bit(NameList::OrgSuffix) | list_bit(NameList::OrgHead) |
    list_bit(NameList::PlaceHead) | list_bit(NameList::Role) | list_bit(NameList::Particle);

bool is_ascii(std::string_view word) {
  return std::all_of(word.begin(), word.end(),
                     [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

enum class LetterCase : std::uint8_t { None, Small, Capital, Digit };

LetterCase case_of(utf8proc_int32_t code) {
  switch (utf8proc_category(code)) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LT: return LetterCase::Capital;
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LO:
    case UTF8PROC_CATEGORY_LM: return LetterCase::Small;
    case UTF8PROC_CATEGORY_ND: return LetterCase::Digit;
    default: return LetterCase::None;
  }
}

LetterCase ascii_case(char c) {
  if (c >= 'a' && c <= 'z') return LetterCase::Small;
  if (c >= 'A' && c <= 'Z') return LetterCase::Capital;
  if (c >= '0' && c <= '9') return LetterCase::Digit;
  return LetterCase::None;
}

/// Calls visit(case, first byte, code point) for each character.
template <class Visit>
void each_character(std::string_view word, Visit visit) {
  std::size_t i = 0;
  while (i < word.size()) {
    const char c = word[i];
    if (static_cast<unsigned char>(c) < 0x80) {
      visit(ascii_case(c), c, static_cast<utf8proc_int32_t>(c));
      ++i;
      continue;
    }
    utf8proc_int32_t code = -1;
    const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(word.data() + i);
    const auto length = utf8proc_iterate(bytes, static_cast<utf8proc_ssize_t>(word.size() - i), &code);
    i += length > 0 ? static_cast<std::size_t>(length) : 1;
    visit(code < 0 ? LetterCase::None : case_of(code), c, code);
  }
}

/// Up to four bytes as a number.
constexpr std::uint32_t packed(std::string_view word) {
  std::uint32_t number = 0;
  for (const char c : word) number = number << 8 | static_cast<unsigned char>(c);
  return number;
}

void append(std::string& text, utf8proc_int32_t code) {
  utf8proc_uint8_t bytes[4];
  const auto length = utf8proc_encode_char(code, bytes);
  text.append(reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(length));
}

/// One letter per run of equal cases, other characters as they are, at most 10.
std::string shape_of(std::string_view word) {
  static constexpr char kLetters[] = {'?', 'x', 'X', 'd'};
  std::string shape;
  int repeats = 0;
  each_character(word, [&](LetterCase letter_case, char first, utf8proc_int32_t) {
    char mark = kLetters[static_cast<int>(letter_case)];
    if (letter_case == LetterCase::None) mark = first;
    repeats = !shape.empty() && shape.back() == mark ? repeats + 1 : 0;
    const bool long_number = mark == 'd' && repeats < 4;
    if ((repeats == 0 || (mark == 'X' && repeats == 1) || long_number) && shape.size() < 10) {
      shape += mark;
    }
  });
  return shape;
}

/// As it stands, else in lower case; digits are all alike.
WordFacts corpus_facts(std::string_view word, std::uint32_t lower, const Lexicon& lexicon) {
  std::string normal(word);
  for (char& c : normal) {
    if (c >= '0' && c <= '9') c = '0';
  }
  const WordFacts facts = lexicon.word(hash_word(normal));
  return facts.cluster != 0 ? facts : lexicon.word(lower);
}

}  // namespace

bool is_link(std::string_view word) {
  if (word.size() > 4) return false;
  switch (packed(word)) {
    case packed("of"): case packed("the"): case packed("and"): case packed("for"): case packed("in"):
    case packed("on"): case packed("at"): case packed("to"): case packed("with"): case packed("a"):
    case packed("s"): case packed("'s"): case packed("’s"): case packed("'"): case packed("’"):
    case packed("&"): case packed("-"): case packed("–"): case packed("."): case packed("/"):
    case packed("de"): case packed("du"): case packed("des"): case packed("la"): case packed("le"):
    case packed("et"): case packed("del"): case packed("da"): case packed("di"): case packed("do"):
    case packed("dos"): case packed("e"): case packed("y"): case packed("van"): case packed("von"):
    case packed("der"): case packed("den"): case packed("und"): case packed("zu"): case packed("al"):
    case packed("el"): case packed("bin"): case packed("ibn"): case packed("ben"): return true;
    default: return false;
  }
}

std::uint8_t traits_of(std::string_view word) {
  std::uint8_t traits = 0;
  int capitals = 0;
  int smalls = 0;
  each_character(word.substr(0, kMaxWordBytes), [&](LetterCase letter_case, char, utf8proc_int32_t) {
    capitals += letter_case == LetterCase::Capital;
    smalls += letter_case == LetterCase::Small;
    if (letter_case == LetterCase::Digit && capitals + smalls == 0) traits |= WordTraits::kDigit;
    if (smalls == 1 && capitals == 0) traits |= WordTraits::kSmall;
  });
  if (capitals > 0) traits |= WordTraits::kCapital;
  if (capitals > 1 && smalls == 0) traits |= WordTraits::kAllCapital;
  if (capitals == 0 && is_link(word)) traits |= WordTraits::kLink;
  return traits;
}

std::string lower_case(std::string_view word) {
  std::string lower(word);
  if (is_ascii(word)) {
    for (char& c : lower) {
      if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + ('a' - 'A'));
    }
    return lower;
  }
  lower.clear();
  each_character(word, [&](LetterCase, char first, utf8proc_int32_t code) {
    if (code < 0) {
      lower += first;
    } else {
      append(lower, utf8proc_tolower(code));
    }
  });
  return lower;
}

std::string title_case(std::string_view word) {
  std::string title;
  bool inside = false;
  each_character(word, [&](LetterCase letter_case, char first, utf8proc_int32_t code) {
    const bool letter = letter_case == LetterCase::Capital || letter_case == LetterCase::Small;
    if (code < 0) {
      title += first;
    } else {
      append(title, letter && inside ? utf8proc_tolower(code) : utf8proc_toupper(code));
    }
    inside = letter;
  });
  return title;
}

WordForm word_form(std::string_view word, const Lexicon& lexicon) {
  word = word.substr(0, kMaxWordBytes);
  const std::string lower = lower_case(word);
  WordForm form;
  form.lower = hash_word(lower);
  form.exact = hash_word(word);
  form.shape = hash_word(shape_of(word));
  for (std::size_t n = 2; n <= 4 && n <= lower.size(); ++n) {
    form.prefixes[n - 2] = hash_word(lower.substr(0, n));
  }
  for (std::size_t n = 1; n <= 4 && n <= lower.size(); ++n) {
    form.suffixes[n - 1] = hash_word(lower.substr(lower.size() - n));
  }
  form.name = lexicon.name(form.lower);
  form.corpus = corpus_facts(word, form.lower, lexicon);
  form.vector = lexicon.vector(form.lower);
  form.traits = traits_of(word);
  if (!form.capital()) form.name.lists &= kListsOfSmallWords;
  return form;
}

}  // namespace dateline
