#include "searcher/query/leaf.h"

#include <array>
#include <optional>
#include <regex>
#include <utility>

#include "common/text/tokenizer.h"
#include "common/text/utf8.h"
#include "searcher/query/ascii.h"
#include "searcher/query/compose.h"

namespace dateline {

namespace {

/// While a text with wildcards is cut into words, letters stand for * ? ! so that the tokeniser
/// keeps them: three of Ogham, which no news is written in.
constexpr const char* kStandIns[] = {"\u1681", "\u1682", "\u1683"};
constexpr std::string_view kNoLetters = "*?!'&";
constexpr std::string_view kWildcards = kNoLetters.substr(0, 3);
constexpr std::string_view kJoining = kNoLetters.substr(3);
constexpr std::size_t kStandInBytes = 3;

/// Whether at `at`, or one sign farther in the direction `step` if one that joins letters to a word is there, stands a
/// letter: "o'*", "*'s", "at&*"; or behind such a sign another wildcard: "*&*t". An apostrophe beyond ASCII counts as a
/// letter. A place before the text, which wraps round, is none in it.
bool is_in_word(std::string_view text, std::size_t at, std::size_t step) {
  const bool joins = at < text.size() && kJoining.find(text[at]) != std::string_view::npos;
  if (joins) at += step;
  if (at >= text.size()) return false;
  return is_letter_or_digit(text[at]) || (joins && (text[at] == '*' || text[at] == '?'));
}

/// Whether the sign at `at` is a wildcard. A bare word may also begin and end with one.
bool is_wildcard(std::string_view text, std::size_t at, bool is_bare) {
  if (kWildcards.find(text[at]) == std::string_view::npos) return false;
  constexpr std::size_t kBack = static_cast<std::size_t>(-1);
  const bool before = is_in_word(text, at - 1, kBack) ||
                      (at > 0 && (text[at - 1] == '*' || (text[at - 1] == '?' && text[at] != '!')));
  const bool after = is_in_word(text, at + 1, 1) ||
                     (at + 1 < text.size() && (text[at + 1] == '*' || text[at + 1] == '?'));
  if (text[at] == '*') return before || after;
  if (is_bare) return text[at] == '?' ? before || after : before;
  return before && after;
}

bool has_wildcard(std::string_view text, bool is_bare) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (is_wildcard(text, i, is_bare)) return true;
  }
  return false;
}

bool has_stand_in(std::string_view text) {
  for (const char* letter : kStandIns) {
    if (text.find(letter) != std::string_view::npos) return true;
  }
  return false;
}

std::string with_stand_ins(std::string_view text, bool is_bare) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (is_wildcard(text, i, is_bare)) {
      out += kStandIns[kWildcards.find(text[i])];
    } else {
      out += text[i];
    }
  }
  return out;
}

/// Appends a wildcard to those in front of it: a * takes in what is next to it of * and !.
void append_wildcard(char wildcard, std::string& out) {
  if (wildcard == '*') out.erase(out.find_last_not_of("*!") + 1);
  if (wildcard != '!' || out.empty() || out.back() != '*') out += wildcard;
}

/// The wildcards back in a folded word; in Nexis ! ends a word that may go on.
std::string with_wildcards(std::string_view word) {
  std::string out;
  for (std::size_t i = 0; i < word.size();) {
    std::size_t sign = 0;
    while (sign < kWildcards.size() && word.substr(i, kStandInBytes) != kStandIns[sign]) ++sign;
    if (sign == kWildcards.size()) {
      out += word[i++];
      continue;
    }
    i += kStandInBytes;
    const bool any_ending = kWildcards[sign] == '!' && i == word.size();
    append_wildcard(any_ending ? '*' : kWildcards[sign], out);
  }
  return out;
}

Node pattern(PatternKind kind, std::string value, std::size_t column) {
  Node node = make_node(Node::Kind::Pattern, column);
  node.pattern = kind;
  node.value = std::move(value);
  return node;
}

/// The words of a text with wildcards, one after the other: runs of plain ones are phrases.
Result<Node> read_pieces(std::string_view text, std::size_t column, bool is_bare) {
  if (has_stand_in(text)) {
    return Problem{"wildcards do not go with Ogham letters", "", column};
  }
  std::vector<Node> pieces;
  for (const std::string& word : words_of(with_stand_ins(text, is_bare))) {
    if (has_stand_in(word)) {
      pieces.push_back(pattern(PatternKind::Wildcard, with_wildcards(word), column));
      const std::string& value = pieces.back().value;
      if (value.find_first_not_of(kNoLetters) == std::string::npos) {
        return Problem{"a wildcard needs letters of its word: \"" + value + "\" has none",
                       "protest* wom?n organi!ation", column};
      }
      if (value.front() == '!') {
        return Problem{"\"" + value +
                           "\" is not understood: an exclamation mark in front means nothing here",
                       "a letter or none is ! inside a word: organi!ation", column};
      }
      if (value.size() > kMaxPatternBytes) {
        return Problem{"this word with wildcards is longer than " +
                           std::to_string(kMaxPatternBytes) + " bytes", "", column};
      }
    } else if (!pieces.empty() && pieces.back().kind == Node::Kind::Phrase) {
      pieces.back().words.push_back(word);
    } else {
      pieces.push_back(make_node(Node::Kind::Phrase, column));
      pieces.back().words.push_back(word);
    }
  }
  if (pieces.size() > kMaxPhrasePieces) {
    return Problem{"there are too many wildcards in one phrase", "use fewer", column};
  }
  return in_a_row(std::move(pieces));
}

/// `tokaev~1`. REQUIRES a ~ in `typed`.
Result<Node> read_fuzzy(std::string_view typed, std::size_t column) {
  constexpr const char* kHint = "write tokaev~1 or tokaev~2: that many letters differ";
  const std::size_t tilde = typed.find('~');
  const std::string_view edits = typed.substr(tilde + 1);
  const std::string_view stem = typed.substr(0, tilde);
  const std::vector<std::string> words = words_of(stem);
  if (tilde == 0 && is_digits(edits)) {
    return Problem{std::string(typed) + " stands behind no word",
                   "words near each other are oil w/5 price, not \"oil price\"~5", column};
  }
  if (!edits.empty() && edits != "1" && edits != "2") {
    return Problem{"\"" + std::string(typed) + "\" is not understood: ~ is followed by 1 or 2",
                   kHint, column};
  }
  if (words.size() != 1 || has_wildcard(stem, true) || stem.front() == '=') {
    return Problem{"\"" + std::string(typed) + "\" is not understood: ~ goes with one plain word",
                   kHint, column};
  }
  if (words[0].size() > kMaxPatternBytes) {
    return Problem{"a word for ~ has at most " + std::to_string(kMaxPatternBytes) + " bytes", "",
                   column};
  }
  Node node = pattern(PatternKind::Fuzzy, words[0], column);
  node.edits = edits == "2" ? 2 : 1;
  return node;
}

/// `=protests`
Result<Node> read_exact(std::string_view typed, std::size_t column) {
  const std::string_view word = typed.substr(1);
  Node node = make_node(Node::Kind::Phrase, column);
  node.words = words_of(word);
  if (node.words.empty() || word.front() == '=' || has_wildcard(word, true)) {
    return Problem{"\"" + std::string(typed) + "\" is not understood: = asks for one form of a word",
                   "write =protests, or protest* for all that begins so", column};
  }
  return node;
}

/// Why a bare word is refused though the tokeniser would find words in it: it looks like an
/// operator that is not in the language, and dropping the sign would answer another question.
/// Empty: it is not.
std::string unsupported_syntax(std::string_view word) {
  if (word.substr(0, 2) == "--") return "one dash excludes a word, two mean nothing";
  if (word.front() == '!') return "an exclamation mark in front means nothing here";
  if (word.find('|') != std::string_view::npos) return "| is OR with spaces around it only";
  if (word.front() == '-') return "a dash excludes what follows it without a space";
  return "";
}

/// Whether a back reference or a repetition has a number that no query needs: std::regex reads it into what may be too
/// small for it.
bool has_huge_number(std::string_view regex) {
  constexpr std::size_t kMostDigits = 5;
  for (std::size_t at = regex.find_first_of("\\{,"); at < regex.size(); at = regex.find_first_of("\\{,", at + 1)) {
    const std::string_view number = regex.substr(at + 1, kMostDigits + 1);
    if (number.size() > kMostDigits && is_digits(number)) return true;
  }
  return false;
}

std::wstring code_points(std::string_view text) {
  std::wstring points;
  for (std::size_t i = 0; i < text.size();) {
    const CodePoint point = decode_utf8(text, i);
    points += static_cast<wchar_t>(point.value);
    i += point.bytes;
  }
  return points;
}

void note_wildcard_at_end(std::string_view typed, std::size_t column, QueryNotes& notes) {
  const std::string word(typed);
  if (typed.back() == '!') {
    notes.push_back({word + " is any word that begins so, as " +
                         word.substr(0, word.size() - 1) + "* is; inside a word ! is one letter or "
                         "none", column});
  } else if (typed.back() == '?') {
    notes.push_back({"the ? of " + word + " stands for one letter; as a question mark leave it out",
                     column});
  }
}

void note_signs(std::string_view typed, std::size_t column, QueryNotes& notes) {
  const std::string_view rest = typed.substr(1);
  if (typed.front() != '+' || (!is_digits(rest) && rest != "s" && rest != "p")) return;
  notes.push_back({std::string(typed) + " is searched as a word; in order within a distance is "
                   "PRE/" + std::string(rest), column});
}

}  // namespace

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words;
  Tokenizer tokenizer(text);
  for (Token token; tokenizer.next(token);) words.emplace_back(token.folded);
  return words;
}

Result<Node> read_bare_word(std::string_view typed, std::size_t column, QueryNotes& notes) {
  const std::string text(typed);
  if (typed.find('~') != std::string_view::npos) return read_fuzzy(typed, column);
  Node node = make_node(Node::Kind::Word, column);
  node.words = words_of(typed);
  if (node.words.empty()) {
    return Problem{"there is no word in \"" + text + "\"",
                   typed == "-" || typed == "!"
                       ? "to exclude a word write NOT word, or -word without a space"
                       : "leave it out: punctuation is not searched",
                   column};
  }
  if (const std::string why = unsupported_syntax(typed); !why.empty()) {
    return Problem{"\"" + text + "\" is not understood: " + why,
                   "exclude a word by -word, join two by a OR b", column};
  }
  if (typed.front() == '=') return read_exact(typed, column);
  if (has_wildcard(typed, true)) {
    note_wildcard_at_end(typed, column, notes);
    return read_pieces(typed, column, true);
  }
  note_signs(typed, column, notes);
  if (node.words.size() > 1) node.kind = Node::Kind::Phrase;
  return node;
}

Result<Node> read_phrase(std::string_view text, std::size_t column) {
  if (has_wildcard(text, false)) return read_pieces(text, column, false);
  Node node = make_node(Node::Kind::Phrase, column);
  node.words = words_of(text);
  if (node.words.empty()) {
    return Problem{"there is no word between these quotes",
                   "leave them out, or put words into them", column};
  }
  return node;
}

Result<Node> read_regex(std::string_view text, std::size_t column) {
  if (text.empty()) {
    return Problem{"there is nothing between these slashes", "write /k[ae]zakh.*/", column};
  }
  if (text.size() > kMaxPatternBytes) {
    return Problem{
        "this regular expression is longer than " + std::to_string(kMaxPatternBytes) + " bytes",
        "", column};
  }
  if (has_huge_number(text)) {
    return Problem{"a number in this regular expression is too large",
                   "a repetition is a few digits in braces: /o{2,3}h/", column};
  }
  // What is escaped stays as it is: \D is not \d. A letter beyond ASCII is itself, escaped or not.
  std::string folded;
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t escape = std::min(text.find('\\', i), text.size());
    folded += fold(text.substr(i, escape - i));
    const std::string_view escaped = text.substr(escape, 2);
    const bool is_ascii = escaped.size() < 2 || static_cast<unsigned char>(escaped[1]) < 0x80;
    if (is_ascii) folded += escaped;
    i = escape + (is_ascii ? 2 : 1);
  }
  try {
    const std::wregex compiled(code_points(folded), std::regex::ECMAScript);
  } catch (const std::regex_error& error) {
    return Problem{"this is no regular expression",
                   std::string(error.what()) + "; those of ECMAScript are, as /k[ae]zakh(stan)?.*/",
                   column};
  }
  return pattern(PatternKind::Regex, std::move(folded), column);
}

}  // namespace dateline
