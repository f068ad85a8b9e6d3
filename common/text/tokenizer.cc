#include "common/text/tokenizer.h"

#include <algorithm>
#include <array>

#include "common/text/folding.h"
#include "common/text/utf8.h"

namespace dateline {

namespace {

enum AsciiKind : std::uint8_t { kOther = 0, kLetter = 1, kDigit = 2 };

struct AsciiTables {
  std::array<std::uint8_t, 256> kind{};
  std::array<char, 256> lower{};
};

constexpr AsciiTables make_tables() {
  AsciiTables tables{};
  for (std::size_t c = 0; c < 128; ++c) {
    const bool upper = c >= 'A' && c <= 'Z';
    tables.lower[c] = static_cast<char>(upper ? c + 32 : c);
    if (upper || (c >= 'a' && c <= 'z')) tables.kind[c] = kLetter;
    if (c >= '0' && c <= '9') tables.kind[c] = kDigit;
  }
  return tables;
}

constexpr AsciiTables kAscii = make_tables();
constexpr std::int32_t kCurlyApostrophe = 0x2019;

std::uint8_t kind_at(std::string_view text, std::size_t position) {
  return position < text.size() ? kAscii.kind[static_cast<unsigned char>(text[position])]
                                : std::uint8_t{kOther};
}

bool is_ascii(char c) { return static_cast<unsigned char>(c) < 0x80; }

/// A letter of any script that uses spaces stands at `position`.
bool letter_at(std::string_view text, std::size_t position) {
  if (position >= text.size()) return false;
  if (is_ascii(text[position])) return kind_at(text, position) == kLetter;
  const CodePoint point = decode_utf8(text, position);
  return point.value >= 0 && classify(point.value) == CharacterClass::Word;
}

/// Where initials that start at `begin` end, or `begin` if there are none: "U.S." and "U.S" are,
/// "A." and "e.Bay" are not.
std::size_t initials_end(std::string_view text, std::size_t begin) {
  std::size_t end = begin;
  std::size_t letters = 0;
  while (kind_at(text, end) == kLetter && (end + 1 >= text.size() || is_ascii(text[end + 1])) &&
         kind_at(text, end + 1) == kOther) {
    ++letters;
    ++end;
    if (end >= text.size() || text[end] != '.') break;
    ++end;
  }
  return letters >= 2 ? end : begin;
}

void append_lower(std::string_view ascii, std::string& out) {
  const std::size_t old_size = out.size();
  out.resize(old_size + ascii.size());
  char* to = out.data() + old_size;
  for (char c : ascii) *to++ = kAscii.lower[static_cast<unsigned char>(c)];
}

/// The ASCII character at `position` joins the word before it to what follows.
bool joins(std::string_view text, std::size_t position) {
  switch (text[position]) {
    case '\'':
    case '&':
      return letter_at(text, position + 1);
    case '.':
    case ',':
      return kind_at(text, position - 1) == kDigit && kind_at(text, position + 1) == kDigit;
    default:
      return false;
  }
}

}  // namespace

bool Tokenizer::next(Token& token) {
  if (unspaced_end_ != 0) return read_unspaced(token);
  while (position_ < text_.size()) {
    const char c = text_[position_];
    if (is_ascii(c)) {
      if (kind_at(text_, position_) == kOther) {
        ++position_;
      } else if (read_plain_word(token) || read_word(token)) {
        return true;
      }
      continue;
    }
    const CodePoint point = decode_utf8(text_, position_);
    const CharacterClass what = point.value < 0 ? CharacterClass::Separator : classify(point.value);
    if (what == CharacterClass::Unspaced) {
      unspaced_end_ = position_;
      return read_unspaced(token);
    }
    if (what != CharacterClass::Word) {
      position_ += point.bytes;
    } else if (read_word(token)) {
      return true;
    }
  }
  return false;
}

// The fast path for nearly all words of English: short, ASCII, and followed by what ends any word.
// REQUIRES a letter or digit of ASCII at position_. False if it is another kind of word; then
// nothing has happened.
bool Tokenizer::read_plain_word(Token& token) {
  const std::size_t room = std::min(text_.size() - position_, plain_.size());
  const char* const word = text_.data() + position_;
  std::size_t length = 0;
  for (; length < room; ++length) {
    const auto byte = static_cast<unsigned char>(word[length]);
    if (kAscii.kind[byte] == kOther) break;
    plain_[length] = kAscii.lower[byte];
  }
  if (length == plain_.size()) return false;
  if (length < room) {
    const char after = word[length];
    if (!is_ascii(after) || after == '\'' || after == '&') return false;
    const bool may_join = length == 1 || kind_at(text_, position_ + length - 1) == kDigit;
    if (may_join && (after == '.' || after == ',')) return false;
  }
  token.begin = static_cast<std::uint32_t>(position_);
  position_ += length;
  token.end = static_cast<std::uint32_t>(position_);
  token.folded = std::string_view(plain_.data(), length);
  return true;
}

// REQUIRES a character of class Word at position_. False if nothing of it is left when folded.
bool Tokenizer::read_word(Token& token) {
  const std::size_t begin = position_;
  folded_.clear();
  std::size_t end = initials_end(text_, begin);
  if (end != begin) {
    for (std::size_t at = begin; at < end; ++at) {
      if (text_[at] != '.') append_lower(text_.substr(at, 1), folded_);
    }
  } else {
    end = fold_word(begin);
  }
  position_ = end;
  if (folded_.size() > 2 && folded_.compare(folded_.size() - 2, 2, "'s") == 0) {
    folded_.resize(folded_.size() - 2);
    end = apostrophe_;  // the s may be a letter that folds to it
  }
  token = Token{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end), folded_};
  return !folded_.empty();
}

// Appends the word at `begin` to folded_ and returns where it ends.
std::size_t Tokenizer::fold_word(std::size_t begin) {
  std::size_t at = begin;
  while (true) {
    const std::size_t run = at;
    while (kind_at(text_, at) != kOther) ++at;
    append_lower(text_.substr(run, at - run), folded_);
    if (at >= text_.size()) return at;
    if (is_ascii(text_[at])) {
      if (!joins(text_, at)) return at;
      if (text_[at] == '\'') apostrophe_ = at;
      if (text_[at] != ',') folded_.push_back(text_[at]);
      ++at;
      continue;
    }
    const CodePoint point = decode_utf8(text_, at);
    if (point.value == kCurlyApostrophe) {
      if (!letter_at(text_, at + point.bytes)) return at;
      apostrophe_ = at;
      folded_.push_back('\'');
    } else {
      const CharacterClass what =
          point.value < 0 ? CharacterClass::Separator : classify(point.value);
      if (what == CharacterClass::Separator || what == CharacterClass::Unspaced) return at;
      if (what == CharacterClass::Word) append_folded(point.value, folded_);
    }
    at += point.bytes;
  }
}

// Pairs of the run that position_ is in. On the first call unspaced_end_ == position_: the run's
// end is yet to be found.
bool Tokenizer::read_unspaced(Token& token) {
  if (unspaced_end_ == position_) {
    while (unspaced_end_ < text_.size()) {
      const CodePoint point = decode_utf8(text_, unspaced_end_);
      if (point.value < 0 || classify(point.value) != CharacterClass::Unspaced) break;
      unspaced_end_ += point.bytes;
    }
  }
  const std::size_t begin = position_;
  const std::size_t second = begin + decode_utf8(text_, begin).bytes;
  std::size_t end = second;
  if (second < unspaced_end_) end += decode_utf8(text_, second).bytes;
  folded_.assign(text_.substr(begin, end - begin));
  token = Token{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end), folded_};
  const bool last = end >= unspaced_end_;
  position_ = last ? unspaced_end_ : second;
  if (last) unspaced_end_ = 0;
  return true;
}

std::string fold(std::string_view text) {
  std::string folded;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = decode_utf8(text, at);
    if (point.value >= 0) append_folded(point.value, folded);
    at += point.bytes;
  }
  return folded;
}

}  // namespace dateline
