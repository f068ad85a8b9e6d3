#include "indexer/entities/word_splitter.h"

#include <algorithm>
#include <array>
#include <iterator>

#include "indexer/entities/word_form.h"

namespace dateline {
namespace {

enum Class : std::uint8_t { kSpace = 1, kUpper = 2, kLower = 4, kDigit = 8, kHigh = 16, kPunct = 32 };
constexpr std::uint8_t kWordClass = kUpper | kLower | kDigit | kHigh;

constexpr std::array<std::uint8_t, 256> make_classes() {
  std::array<std::uint8_t, 256> classes{};
  for (std::size_t c = 0; c < 256; ++c) {
    if (c <= ' ') classes[c] = kSpace;
    else if (c >= 'A' && c <= 'Z') classes[c] = kUpper;
    else if ((c >= 'a' && c <= 'z') || c == '_') classes[c] = kLower;
    else if (c >= '0' && c <= '9') classes[c] = kDigit;
    else if (c >= 0x80) classes[c] = kHigh;
    else classes[c] = kPunct;
  }
  return classes;
}
constexpr std::array<std::uint8_t, 256> kClasses = make_classes();

std::uint8_t class_of(char c) { return kClasses[static_cast<unsigned char>(c)]; }

template <std::size_t N>
bool any_of(const std::string_view (&words)[N], std::string_view word) {
  return std::find(std::begin(words), std::end(words), word) != std::end(words);
}

/// With a dot, and the sentence goes on whatever follows.
bool is_title_abbreviation(std::string_view word) {
  static constexpr std::string_view kWords[] = {
      "Mr", "Mrs", "Ms", "Dr", "Prof", "Gen", "Sen", "Rep", "Gov", "St", "Lt", "Col", "Sgt", "Capt",
      "Maj", "Adm", "Cmdr", "Rev", "Hon", "Messrs", "Sens", "Reps", "Gens", "Pres", "Supt", "Fr",
      "Mt", "Ft", "No", "Nos", "vs", "v", "Atty", "Brig", "Cpl", "Pvt", "Det", "MR", "MRS", "DR"};
  return word.size() <= 6 && any_of(kWords, word);
}

/// With a dot, and the sentence may end there.
bool is_abbreviation(std::string_view word) {
  static constexpr std::string_view kWords[] = {
      "Inc", "Corp", "Co", "Ltd", "Jr", "Sr", "Bros", "Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug",
      "Sep", "Sept", "Oct", "Nov", "Dec", "Ala", "Ariz", "Ark", "Calif", "Colo", "Conn", "Del", "Fla",
      "Ga", "Ill", "Ind", "Kan", "Ky", "La", "Md", "Mass", "Mich", "Minn", "Miss", "Mo", "Mont", "Neb",
      "Nev", "Okla", "Ore", "Pa", "Tenn", "Tex", "Va", "Vt", "Wash", "Wis", "Wyo", "etc", "al", "Ave",
      "Blvd", "Rd", "Est", "Univ", "Dept", "est", "approx"};
  return word.size() <= 6 && any_of(kWords, word);
}

/// A capitalised word that is likelier the start of a sentence than part of a name.
bool starts_sentences(std::string_view word) {
  static constexpr std::string_view kWords[] = {
      "The", "A", "An", "In", "On", "At", "It", "He", "She", "They", "We", "I", "But", "And", "This",
      "That", "His", "Her", "Its", "Their", "There", "If", "As", "For", "When", "After", "However",
      "Mr", "Mr.", "Mrs", "Ms", "You", "Our", "These", "Those", "What", "So", "By", "To", "With"};
  return any_of(kWords, word);
}

/// Length of a punctuation mark written in more than one byte, 0 where there is none.
std::size_t wide_mark(std::string_view rest) {
  if (rest.size() >= 3 && rest[0] == '\xE2' && rest[1] == '\x80') {
    const auto third = static_cast<unsigned char>(rest[2]);
    if (third >= 0x90 && third <= 0xBE) return 3;
  }
  if (rest.size() >= 2 && rest[0] == '\xC2') {
    const auto second = static_cast<unsigned char>(rest[1]);
    if (second >= 0xA1 && second <= 0xBF) return 2;
  }
  if (rest.size() >= 3 && rest[0] == '\xE3' && rest[1] == '\x80') return 3;  // 、。「」
  return 0;
}

bool wide_space(std::string_view rest) {
  return rest.substr(0, 2) == "\xC2\xA0" || rest.substr(0, 3) == "\xE2\x80\xAF" ||
         rest.substr(0, 3) == "\xE2\x80\x89";
}

std::size_t apostrophe(std::string_view rest) {
  if (rest[0] == '\'') return 1;
  return rest.substr(0, 3) == "\xE2\x80\x99" ? 3 : 0;
}

class Splitter {
 public:
  Splitter(std::string_view text, SplitText& out) : text_(text), out_(out) {}

  void run() {
    while (skip_space()) {
      maybe_end_sentence();
      const std::size_t mark = mark_length();
      if (mark > 0) {
        take_mark(mark);
      } else {
        take_word();
      }
      if (out_.words.size() - sentence_begin() >= kMaxSentenceWords) end_sentence();
    }
    end_sentence();
  }

 private:
  std::string_view rest() const { return text_.substr(at_); }
  std::string_view rest(std::size_t from) const { return text_.substr(from); }
  std::uint8_t class_at(std::size_t i) const {
    return i < text_.size() ? class_of(text_[i]) : std::uint8_t{kSpace};
  }
  std::size_t sentence_begin() const {
    return out_.sentence_ends.empty() ? 0 : out_.sentence_ends.back();
  }
  std::string_view word_text(const SplitWord& word) const {
    return text_.substr(word.begin, word.end - word.begin);
  }

  void end_sentence() {
    may_end_ = false;
    if (out_.words.size() > sentence_begin()) {
      out_.sentence_ends.push_back(static_cast<std::uint32_t>(out_.words.size()));
    }
  }

  /// False at the end of the text. Line breaks may end a sentence.
  bool skip_space() {
    int breaks = 0;
    const std::size_t before = at_;
    while (at_ < text_.size()) {
      if (class_of(text_[at_]) == kSpace) {
        if (text_[at_] == '\n') note_line(breaks++);
        ++at_;
      } else if (static_cast<unsigned char>(text_[at_]) >= 0xC2 && wide_space(rest())) {
        at_ += text_[at_] == '\xC2' ? 2 : 3;
      } else {
        break;
      }
    }
    spaced_ = at_ > before || before == 0;
    if (breaks > 1 || (breaks == 1 && line_ends_sentence())) end_sentence();
    return at_ < text_.size();
  }

  void note_line(int breaks) {
    if (breaks == 0) line_length_ = at_ - line_begin_;
    line_begin_ = at_ + 1;
  }

  /// After a single line break: lines of 40 to 100 bytes are taken to be wrapped.
  bool line_ends_sentence() const {
    if (line_length_ > 100) return true;
    return line_length_ < 40 && (class_at(at_) & kLower) == 0;
  }

  /// Before a word: does it begin a new sentence?
  void maybe_end_sentence() {
    if (!may_end_ || !spaced_) return;
    const std::uint8_t next = class_at(at_);
    if ((next & (kUpper | kDigit | kHigh)) != 0 || text_[at_] == '"' || text_[at_] == '(' ||
        text_[at_] == '\'' || text_[at_] == '[') {
      if (!after_abbreviation_ || starts_sentences(next_plain_word())) return end_sentence();
    }
    may_end_ = false;
  }

  std::string_view next_plain_word() const {
    std::size_t end = at_;
    while (end < text_.size() && end < at_ + 12 && (class_at(end) & kWordClass) != 0) ++end;
    return text_.substr(at_, end - at_);
  }

  std::size_t mark_length() const {
    const std::uint8_t cls = class_of(text_[at_]);
    if (cls == kHigh) return wide_mark(rest());
    if (cls != kPunct) return 0;
    std::size_t length = 1;
    const char c = text_[at_];
    if (c == '-' || c == '.' || c == '=' || c == '*' || c == '#') {
      while (at_ + length < text_.size() && text_[at_ + length] == c) ++length;
    }
    return length;
  }

  void push(std::size_t begin, std::size_t end, std::uint8_t traits) {
    out_.words.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end), traits});
  }

  void take_mark(std::size_t length) {
    const std::string_view mark = rest().substr(0, length);
    if (apostrophe(mark) == length && take_possessive(length)) return;
    push(at_, at_ + length, traits_of(mark));
    at_ += length;
    const bool closing = mark == "\"" || mark == ")" || mark == "]" || mark == "'" || mark == "’" || mark == "”";
    if (mark[0] == '.' || mark == "!" || mark == "?" || mark == "…") {
      may_end_ = true;
      after_abbreviation_ = false;
    } else if (!closing) {
      may_end_ = false;
    }
    if (mark[0] == '-' || mark == "—" || mark == "–") end_dateline();
  }

  /// "'s" that stands after a word without a space, as after "U.S."
  bool take_possessive(std::size_t length) {
    const std::size_t s = at_ + length;
    if (spaced_ || s >= text_.size() || (text_[s] != 's' && text_[s] != 'S')) return false;
    if ((class_at(s + 1) & kWordClass) != 0) return false;
    push(at_, s + 1, traits_of(text_.substr(at_, s + 1 - at_)));
    at_ = s + 1;
    may_end_ = false;
    return true;
  }

  /// "ALMATY, Jan 7 (Reuters) - The": what follows the dash is a sentence of its own.
  void end_dateline() {
    const std::size_t first = sentence_begin();
    const std::size_t count = out_.words.size() - first;
    if (count < 2 || count > 14 || !spaced_ || class_at(at_) != kSpace) return;
    const SplitWord& head = out_.words[first];
    if ((head.traits & WordTraits::kAllCapital) != 0 && head.end - head.begin > 2) end_sentence();
  }

  /// The class of a letter or digit, 0 for everything else.
  std::uint8_t word_class_at(std::size_t i) const {
    const std::uint8_t cls = class_at(i) & kWordClass;
    const bool mark = cls == kHigh && (wide_mark(rest(i)) != 0 || wide_space(rest(i)));
    return mark ? 0 : cls;
  }

  /// Does the character at i keep a word going, given that word characters stand on both sides?
  std::size_t joint(std::size_t i, std::uint8_t seen) const {
    const char c = text_[i];
    const std::uint8_t next = word_class_at(i + 1);
    const bool after_digit = (class_at(i - 1) & kDigit) != 0;
    if (c == '-' || c == '@') return next != 0 ? 1 : 0;
    if (c == '&') return (next & kUpper) != 0 && (class_at(i - 1) & kUpper) != 0 ? 1 : 0;
    if (c == '.') {
      if ((next & kDigit) != 0) return after_digit ? 1 : 0;
      if ((next & kUpper) != 0) return initials_before(i) ? 1 : 0;
      return next != 0 && !after_digit ? 1 : 0;
    }
    if (c == ',' || c == ':') return after_digit && (next & kDigit) != 0 && (seen & (kUpper | kLower)) == 0 ? 1 : 0;
    const std::size_t length = apostrophe(rest(i));
    if (length == 0) return 0;
    return (class_at(i + length) & (kUpper | kLower | kHigh)) != 0 ? length : 0;
  }

  /// One letter before the dot: "U.", "a.", or after another dot, "U.S."
  bool initials_before(std::size_t dot) const {
    if ((class_at(dot - 1) & (kUpper | kLower)) == 0) return false;
    return dot == at_ + 1 || (dot >= at_ + 2 && text_[dot - 2] == '.');
  }

  void take_word() {
    const std::size_t begin = at_;
    std::uint8_t seen = 0;
    std::size_t end = begin;
    while (end < text_.size()) {
      const std::uint8_t cls = class_of(text_[end]);
      if ((cls & kWordClass) != 0) {
        if (cls == kHigh && end > begin) {
          const std::size_t curly = apostrophe(rest(end));
          const std::size_t length = curly != 0 ? joint(end, seen) : 0;
          if (length != 0) seen |= kPunct, end += length;
          if (length != 0) continue;
          if (curly != 0 || wide_mark(rest(end)) != 0 || wide_space(rest(end))) break;
        }
        seen |= cls;
        ++end;
        continue;
      }
      const std::size_t length = cls == kPunct && end > begin ? joint(end, seen) : 0;
      if (length == 0) break;
      seen |= kPunct;
      end += length;
    }
    if (end == begin) ++end;
    at_ = end;
    may_end_ = false;
    take_final_dot(begin, seen);
    push_parts(begin, at_, seen);
  }

  /// Abbreviations keep their dot.
  void take_final_dot(std::size_t begin, std::uint8_t seen) {
    if (at_ >= text_.size() || text_[at_] != '.' || class_at(at_ + 1) == kDigit) return;
    if (at_ + 1 < text_.size() && text_[at_ + 1] == '.') return;
    const std::string_view word = text_.substr(begin, at_ - begin);
    const bool initial = word.size() == 1 && (seen & kUpper) != 0 && word != "I";
    const bool dotted = word.size() >= 3 && word[word.size() - 2] == '.' && (seen & kDigit) == 0;
    const bool title = is_title_abbreviation(word);
    if (!initial && !dotted && !title && !is_abbreviation(word)) return;
    ++at_;
    may_end_ = !title && !initial;
    after_abbreviation_ = true;
  }

  /// Cuts off 's, n't, 'll ... and the small-letter tail of "US-backed".
  void push_parts(std::size_t begin, std::size_t end, std::uint8_t seen) {
    if ((seen & kPunct) == 0) return push_word(begin, end, seen);
    std::size_t tail = clitic(begin, end);
    const std::size_t hyphen = text_.substr(begin, tail - begin).rfind('-');
    const bool capital = (seen & (kUpper | kHigh)) != 0;
    if (capital && hyphen != std::string_view::npos && hyphen > 1 && small_tail(begin + hyphen + 1, tail)) {
      push_word(begin, begin + hyphen, kHigh);
      push_word(begin + hyphen, begin + hyphen + 1, kHigh);
      begin += hyphen + 1;
    }
    push_word(begin, tail, kHigh);
    if (tail < end) push_word(tail, end, kHigh);
  }

  bool small_tail(std::size_t begin, std::size_t end) const {
    if (end - begin < 2) return false;
    for (std::size_t i = begin; i < end; ++i) {
      if (class_at(i) != kLower) return false;
    }
    return true;
  }

  /// Where a clitic begins in the word, or its end.
  std::size_t clitic(std::size_t begin, std::size_t end) const {
    const std::string_view word = text_.substr(begin, end - begin);
    std::size_t mark = word.rfind('\'');
    std::size_t length = 1;
    if (mark == std::string_view::npos) {
      mark = word.rfind("\xE2\x80\x99");
      length = 3;
    }
    if (mark == std::string_view::npos || mark == 0) return end;
    static constexpr std::string_view kTails[] = {"s", "S", "ll", "re", "ve", "d", "m", "t", "T"};
    const std::string_view tail = word.substr(mark + length);
    if (!any_of(kTails, tail)) return end;
    if (tail != "t" && tail != "T") return begin + mark;
    return word[mark - 1] == 'n' && mark > 1 ? begin + mark - 1 : end;
  }

  void push_word(std::size_t begin, std::size_t end, std::uint8_t seen) {
    const std::string_view word = text_.substr(begin, end - begin);
    // The commonest words in haste; the same as traits_of() says.
    if (seen == kLower && word[0] != '_') {
      const std::uint8_t link = word.size() <= 4 && is_link(word) ? WordTraits::kLink : std::uint8_t{0};
      return push(begin, end, WordTraits::kSmall | link);
    }
    if (seen == (kUpper | kLower) && class_of(word[0]) == kUpper && class_of(word[1]) == kLower &&
        word[1] != '_') {
      return push(begin, end, WordTraits::kCapital);
    }
    if ((seen & (kUpper | kHigh)) != 0 || word.size() <= 4) return push(begin, end, traits_of(word));
    std::uint8_t traits = (seen & kLower) != 0 ? WordTraits::kSmall : std::uint8_t{0};
    if (class_of(word[0]) == kDigit) traits |= WordTraits::kDigit;
    push(begin, end, traits);
  }

  std::string_view text_;
  SplitText& out_;
  std::size_t at_ = 0;
  std::size_t line_begin_ = 0;
  std::size_t line_length_ = 0;
  bool spaced_ = true;            ///< white space before the current word
  bool may_end_ = false;          ///< a sentence mark was the last thing seen
  bool after_abbreviation_ = false;
};

}  // namespace

void split_words(std::string_view text, SplitText& out) {
  out.words.clear();
  out.sentence_ends.clear();
  Splitter(text, out).run();
}

}  // namespace dateline
