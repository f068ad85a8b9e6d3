#include "tests/integration/plain_text.h"

#include <utf8proc.h>
#include <xapian.h>

#include <algorithm>
#include <cstdint>
#include <map>
#include <set>

#include "common/text/folding.h"

namespace dateline {

namespace {

struct Character {
  std::int32_t value;
  std::size_t begin;
  std::size_t end;
};
using Characters = std::vector<Character>;

Characters characters_of(const std::string& text) {
  Characters all;
  for (std::size_t at = 0; at < text.size();) {
    utf8proc_int32_t value = -1;
    const auto bytes = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()) + at,
                                        static_cast<utf8proc_ssize_t>(text.size() - at), &value);
    const std::size_t length = bytes > 0 ? static_cast<std::size_t>(bytes) : 1;
    all.push_back({bytes > 0 ? value : -1, at, at + length});
    at += length;
  }
  return all;
}

bool is_space(std::int32_t c) { return c == ' ' || (c >= '\t' && c <= '\r'); }
bool is_digit(std::int32_t c) { return c >= '0' && c <= '9'; }
bool is_plain_letter(std::int32_t c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/// One character of a text, and those around it.
class Reader {
 public:
  explicit Reader(const Characters& all) : all_(all) {}

  std::int32_t operator[](std::size_t i) const { return i < all_.size() ? all_[i].value : -1; }
  std::size_t size() const { return all_.size(); }
  bool is(CharacterClass what, std::size_t i) const {
    return i < size() && all_[i].value >= 0 && classify(all_[i].value) == what;
  }
  bool is_letter(std::size_t i) const {
    if (i >= size()) return false;
    return all_[i].value < 128 ? is_plain_letter(all_[i].value) : is(CharacterClass::Word, i);
  }

  /// How many characters the initials at `i` have: "U.S." 4, "U.S" 3, "A." 0.
  std::size_t initials(std::size_t i) const {
    const auto lone = [&](std::size_t k) {
      return is_plain_letter((*this)[k]) &&
             (k + 1 >= size() ||
              ((*this)[k + 1] >= 0 && (*this)[k + 1] < 128 && !is_plain_letter((*this)[k + 1]) &&
               !is_digit((*this)[k + 1])));
    };
    std::size_t k = i;
    std::size_t letters = 0;
    while (lone(k)) {
      ++letters;
      ++k;
      if ((*this)[k] != '.') break;
      ++k;
    }
    return letters >= 2 ? k - i : 0;
  }

  /// What joins the word before `i` to what follows, folded: "'" or "." or "" for the comma of
  /// 1,000. False if nothing does.
  bool joint(std::size_t i, std::string& folded) const {
    const std::int32_t c = (*this)[i];
    if ((c == '\'' || c == '&' || c == 0x2019) && is_letter(i + 1)) {
      folded = c == '&' ? "&" : "'";
      return true;
    }
    if ((c == '.' || c == ',') && is_digit((*this)[i - 1]) && is_digit((*this)[i + 1])) {
      folded = c == '.' ? "." : "";
      return true;
    }
    return false;
  }

 private:
  const Characters& all_;
};

PlainWord word_of(const Characters& all, std::size_t begin, std::size_t end) {
  PlainWord word;
  word.begin = all[begin].begin;
  word.end = all[end - 1].end;
  for (std::size_t i = begin; i < end; ++i) {
    if (all[i].value < 0) continue;
    const auto category = utf8proc_category(all[i].value);
    word.has_small = word.has_small || category == UTF8PROC_CATEGORY_LL;
    word.has_capital = word.has_capital || category == UTF8PROC_CATEGORY_LU ||
                       category == UTF8PROC_CATEGORY_LT;
  }
  return word;
}

void fold_to(std::int32_t c, std::string& folded) {
  if (c < 128) {
    folded += static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
  } else {
    append_folded(c, folded);
  }
}

/// Reads the word at `i`, which is a letter or digit; returns where it ends.
std::size_t read_word(const Characters& all, std::size_t i, std::vector<PlainWord>& words) {
  const Reader text(all);
  std::string folded;
  std::size_t end = i;
  if (const std::size_t initials = text.initials(i)) {
    end = i + initials;
    for (std::size_t k = i; k < end; ++k) {
      if (text[k] != '.') fold_to(text[k], folded);
    }
  } else {
    std::string joint;
    for (; end < all.size(); ++end) {
      if (text.is(CharacterClass::Word, end)) {
        fold_to(text[end], folded);
      } else if (text.joint(end, joint)) {
        folded += joint;
      } else if (!text.is(CharacterClass::Transparent, end)) {
        break;
      }
    }
  }
  const std::size_t next = end;
  if (folded.size() > 2 && folded.substr(folded.size() - 2) == "'s") {
    folded.resize(folded.size() - 2);
    while (text[end - 1] != '\'' && text[end - 1] != 0x2019) --end;
    --end;
  }
  if (folded.empty()) return next;
  words.push_back(word_of(all, i, end));
  words.back().folded = folded;
  return next;
}

/// Pairs of characters of the run of a script without spaces at `i`; returns where it ends.
std::size_t read_pairs(const std::string& text, const Characters& all, std::size_t i,
                       std::vector<PlainWord>& words) {
  const Reader reader(all);
  std::size_t end = i;
  while (reader.is(CharacterClass::Unspaced, end)) ++end;
  for (std::size_t k = i; k + 1 < std::max(end, i + 2); ++k) {
    words.push_back(word_of(all, k, std::min(k + 2, end)));
    words.back().folded =
        text.substr(words.back().begin, words.back().end - words.back().begin);
  }
  return end;
}

const std::string& stem_of(const std::string& folded) {
  static const Xapian::Stem kStem("english");
  static std::map<std::string, std::string> memory;
  std::string& stem = memory[folded];
  if (stem.empty()) stem = folded.size() > 64 ? folded : kStem(folded);
  return stem;
}

/// The lines of a text that are one paragraph each, as begin and end in bytes.
std::vector<std::pair<std::size_t, std::size_t>> paragraphs_of(const std::string& text) {
  std::vector<std::pair<std::size_t, std::size_t>> lines;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    lines.emplace_back(begin, end);
    begin = end + 1;
  }
  const bool wrapped = std::all_of(lines.begin(), lines.end(), [&](const auto& line) {
    return characters_of(text.substr(line.first, line.second - line.first)).size() <= 100;
  });
  std::vector<std::pair<std::size_t, std::size_t>> paragraphs;
  for (const auto& line : lines) {
    const char first = line.first < text.size() ? text[line.first] : '\n';
    const bool goes_on = wrapped && !paragraphs.empty() && !is_space(first);
    if (goes_on) {
      paragraphs.back().second = line.second;
    } else {
      paragraphs.push_back(line);
    }
  }
  return paragraphs;
}

const std::set<std::string> kBeforeNames = {
    "Adm", "Brig", "Capt", "Cmdr", "Col", "Cpl",  "Dr",   "Fr",   "Ft",     "Gen",
    "Gov", "Hon",  "Lt",   "Maj",  "Messrs", "Mme", "Mr",  "Mrs",  "Ms",     "Mt",
    "Pres", "Prof", "Rep", "Reps", "Rev", "Sen",  "Sens", "Sgt",  "St",     "Supt",
    "al",  "approx", "cf", "e.g",  "i.e", "v",    "vs"};
const std::set<std::string> kBeforeNumbers = {"Apr", "Art", "Aug", "Dec", "Feb", "Fig", "Jan",
                                              "Jul", "Jun", "Mar", "No",  "Nos", "Nov", "Oct",
                                              "Sec", "Sep", "Sept", "Vol", "p",  "pp"};
const std::set<std::string> kMayEnd = {"Bros", "Co", "Corp", "Inc", "Jr", "Ltd", "Sr", "etc"};
const std::set<std::string> kStarters = {
    "A",    "After", "All",  "An",   "And",  "As",    "At",    "But",   "By",      "For",
    "From", "He",    "Her",  "His",  "However", "I",  "If",    "In",    "It",      "Its",
    "Many", "Most",  "No",   "On",   "One",  "She",   "Since", "So",    "Some",    "That",
    "The",  "Their", "There", "These", "They", "This", "Those", "To",   "We",      "What",
    "When", "While", "With", "You"};

bool is_stop(std::int32_t c) {
  return c == '.' || c == '!' || c == '?' || c == 0x2026 || c == 0x061F || c == 0x06D4;
}
bool is_full_stop_without_space(std::int32_t c) {
  return c == 0x3002 || c == 0xFF01 || c == 0xFF1F || c == 0x0964 || c == 0x0965;
}
bool closes(std::int32_t c) {
  return is_stop(c) || c == '"' || c == '\'' || c == ')' || c == ']' || c == 0x201D ||
         c == 0x2019 || c == 0xBB || c == 0x300D || c == 0x300F || c == 0xFF09;
}

/// Whether the full stop at `stop` belongs to the word before it, `next` being the character after
/// the space. `from` is where the sentence begins.
bool is_of_its_word(const std::string& text, const Characters& all, std::size_t from,
                    std::size_t stop, std::size_t next) {
  std::size_t begin = stop;
  while (begin > from && !is_space(all[begin - 1].value) && all[begin - 1].value != '(' &&
         all[begin - 1].value != '"' && all[begin - 1].value != 0x201C) {
    --begin;
  }
  const std::string word = text.substr(all[begin].begin, all[stop].begin - all[begin].begin);
  const bool is_initial = stop == begin + 1 && utf8proc_islower(all[begin].value) == 0 &&
                          !is_digit(all[begin].value);
  if (is_initial || kBeforeNames.count(word) != 0) return true;
  if (kBeforeNumbers.count(word) != 0) return is_digit(all[next].value);
  if (word.find('.') == word.npos && kMayEnd.count(word) == 0) return false;
  std::string following;
  for (std::size_t i = next; i < all.size() && is_plain_letter(all[i].value); ++i) {
    following += static_cast<char>(all[i].value);
  }
  return kStarters.count(following) == 0;
}

/// Where the sentences of a paragraph end, in bytes of it.
std::vector<std::size_t> sentence_ends(const std::string& text) {
  const Characters all = characters_of(text);
  std::vector<std::size_t> ends;
  const auto skip_spaces = [&](std::size_t i) {
    while (i < all.size() && is_space(all[i].value)) ++i;
    return i;
  };
  std::size_t from = skip_spaces(0);
  for (std::size_t i = from; i < all.size();) {
    const std::int32_t c = all[i].value;
    std::size_t after = i + 1;
    if (!is_stop(c) && !is_full_stop_without_space(c)) {
      i = after;
      continue;
    }
    while (after < all.size() && closes(all[after].value)) ++after;
    const std::size_t next = skip_spaces(after);
    const bool ends_here =
        is_full_stop_without_space(c) || next >= all.size() ||
        (next > after && utf8proc_islower(all[next].value) == 0 &&
         !(c == '.' && is_of_its_word(text, all, from, i, next)));
    if (ends_here) {
      ends.push_back(all[after - 1].end);
      from = next;
    }
    i = ends_here ? next : after;
  }
  return ends;
}

void count_units(const std::string& text, std::vector<PlainWord>& words) {
  std::size_t sentence = 0;
  std::size_t paragraph = 0;
  std::size_t word = 0;
  for (const auto& [begin, end] : paragraphs_of(text)) {
    std::vector<std::size_t> ends = sentence_ends(text.substr(begin, end - begin));
    std::size_t passed = 0;
    for (; word < words.size() && words[word].begin < end; ++word) {
      while (passed < ends.size() && begin + ends[passed] <= words[word].begin) ++passed;
      words[word].paragraph = paragraph;
      words[word].sentence = sentence + passed;
    }
    ++paragraph;
    sentence += ends.size() + 1;
  }
}

}  // namespace

std::vector<PlainWord> plain_words(const std::string& text) {
  const Characters all = characters_of(text);
  const Reader reader(all);
  std::vector<PlainWord> words;
  for (std::size_t i = 0; i < all.size();) {
    if (reader.is(CharacterClass::Unspaced, i)) {
      i = read_pairs(text, all, i, words);
    } else if (reader.is(CharacterClass::Word, i)) {
      i = read_word(all, i, words);
    } else {
      ++i;
    }
  }
  for (PlainWord& word : words) word.stem = stem_of(word.folded);
  count_units(text, words);
  return words;
}

std::size_t plain_lead_end(const std::string& text) {
  std::size_t lead = 0;
  for (const auto& [begin, end] : paragraphs_of(text)) {
    if (begin <= 200) lead = end;
  }
  return lead;
}

}  // namespace dateline
