#include "scripts/corpus/article_maker.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <string_view>
#include <vector>

namespace dateline {
namespace {

// Of the words of five letters or more, which are two fifths of all: 5 % make 2 % of all words.
constexpr std::uint32_t kMadeWordPercent = 5;
constexpr std::uint32_t kCastSize = 4;  // names that an article keeps coming back to
constexpr std::uint32_t kFromCastPercent = 60;
// Ranks in octaves: 32 ranks in the first, two million in the last.
constexpr std::uint32_t kFirstOctave = 5;
constexpr std::uint32_t kOctaveEnd = 22;
constexpr std::size_t kShortestReplaced = 5;  // letters

// exp(0.62 z - 0.62^2 / 2) * 1024 at the 0th (0.4th), 1/32th ... 32th (99.6th) quantile.
constexpr std::array<std::uint32_t, 33> kLengthQuantiles = {
    163, 266, 326, 373,  414,  452,  487,  522,  556,  590,  624,  658,  693,  729,  766,  805, 845,
    887, 932, 979, 1029, 1084, 1144, 1210, 1284, 1367, 1465, 1580, 1724, 1913, 2187, 2682, 4375};

/// A sentence planted in one article of `one_in`, so that phrase queries have something to find.
struct Planted {
  std::uint32_t one_in;
  std::string_view sentence;
};
constexpr std::array<Planted, 7> kPlanted = {{
    {2000, "\"To be or not to be, that is the question,\" the director said."},
    {2000, "For the small farms of the region it is now a matter of to be or not to be."},
    {800, "The government declared a state of emergency in the three provinces."},
    {800, "A state of emergency has been in force in the region since Monday."},
    {200, "Interest rates will stay where they are, the central bank said on Thursday."},
    {200, "Higher interest rates make homes dearer, economists warned."},
    {100, "Sales rose by a tenth in the quarter, the company said in a statement."},
}};

bool is_letter(char c) { return std::isalpha(static_cast<unsigned char>(c)) != 0; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }

bool is_replaceable(std::string_view piece) {
  return piece.size() > kShortestReplaced && piece.front() == ' ' &&
         std::all_of(piece.begin() + 1, piece.end(), is_letter);
}

// Digits but the first become others, half of the time; years stay.
std::string vary_number(std::string_view piece, Random& random) {
  std::string varied(piece);
  const std::size_t first = piece.find_first_of("0123456789");
  const std::string_view number = piece.substr(first);
  const bool is_year =
      number.size() == 4 && (number.substr(0, 2) == "19" || number.substr(0, 2) == "20");
  if (is_year || random.percent(50)) return varied;
  for (std::size_t i = first + 1; i < varied.size(); ++i) {
    if (is_digit(varied[i])) varied[i] = static_cast<char>('0' + random.below(10));
  }
  return varied;
}

std::string with_capital(std::string word) {
  word.front() = static_cast<char>(std::toupper(static_cast<unsigned char>(word.front())));
  return word;
}

// An article keeps to its subject: of a few pieces that may follow, one that it has used already is
// preferred, if that is a word of some length.
class Subject {
 public:
  Subject(const LanguageModel& model, Random& random)
      : model_(model), random_(random), used_(model.distinct_pieces()) {}

  LanguageModel::Position next(LanguageModel::Position at) {
    LanguageModel::Position chosen = model_.next(at, random_);
    for (std::uint32_t draw = 1; draw < kDraws && !is_used(chosen); ++draw) {
      const LanguageModel::Position other = model_.next(at, random_);
      if (is_used(other)) chosen = other;
    }
    if (model_.piece(chosen).size() > kShortestKept) used_[model_.piece_number(chosen)] = true;
    return chosen;
  }

 private:
  // By trial: what brings distinct words and compression of an article closest to real ones.
  static constexpr std::uint32_t kDraws = 8;
  static constexpr std::size_t kShortestKept = 4;

  bool is_used(LanguageModel::Position at) const { return used_[model_.piece_number(at)]; }

  const LanguageModel& model_;
  Random& random_;
  std::vector<bool> used_;  // by number of the piece
};

// Writes pieces one after the other and remembers where sentences end.
class ArticleText {
 public:
  explicit ArticleText(Random& random) : random_(random) {
    for (std::uint32_t& rank : cast_) rank = rare_rank(random_);
  }

  void add(std::string_view piece) {
    if (piece.front() == ' ') ++words_;
    if (is_replaceable(piece) && random_.percent(kMadeWordPercent)) {
      text_ += ' ' + word_in_place_of(piece.substr(1));
    } else if (piece.find_first_of("0123456789") != std::string_view::npos) {
      text_ += vary_number(piece, random_);
    } else {
      text_ += piece;
    }
    if (piece == ".") sentence_ends_.push_back(text_.size());
  }

  void end_paragraph() {
    if (ends_sentence()) text_ += "\n\n";
  }

  bool ends_sentence() const {
    return !sentence_ends_.empty() && sentence_ends_.back() == text_.size();
  }

  void plant(std::string_view sentence) {
    const auto count = static_cast<std::uint32_t>(sentence_ends_.size());
    const std::size_t at = count == 0 ? text_.size() : sentence_ends_[random_.below(count)];
    text_.insert(at, ' ' + std::string(sentence));
    for (std::size_t& end : sentence_ends_) {
      if (end > at) end += sentence.size() + 1;
    }
  }

  std::uint32_t words() const { return words_; }

  /// The text without white space around it or between a paragraph's end and the next.
  std::string take() {
    const std::size_t last = text_.find_last_not_of(" \n");
    text_.erase(last == std::string::npos ? 0 : last + 1);
    text_.erase(0, std::min(text_.find_first_not_of(" \n"), text_.size()));
    for (std::size_t at = text_.find("\n\n "); at != std::string::npos;
         at = text_.find("\n\n ", at)) {
      text_.erase(at + 2, 1);
    }
    return std::move(text_);
  }

 private:
  std::string word_in_place_of(std::string_view word) {
    const std::uint32_t rank =
        random_.percent(kFromCastPercent) ? cast_[random_.below(kCastSize)] : rare_rank(random_);
    return is_upper(word.front()) ? with_capital(made_word(rank)) : made_word(rank);
  }

  Random& random_;
  std::array<std::uint32_t, kCastSize> cast_{};
  std::string text_;
  std::vector<std::size_t> sentence_ends_;
  std::uint32_t words_ = 0;
};

}  // namespace

std::string made_word(std::uint32_t rank) {
  static constexpr std::array<std::string_view, 24> kOnsets = {
      "b", "ch", "d", "f", "g", "h", "j",  "k",  "l",  "m",  "n",  "p",
      "r", "s",  "t", "v", "w", "z", "br", "gr", "kr", "sh", "st", "th"};
  static constexpr std::array<std::string_view, 8> kVowels = {"a", "e", "i",  "o",
                                                              "u", "a", "ai", "ou"};
  static constexpr std::array<std::string_view, 8> kCodas = {"", "", "n", "r", "l", "s", "k", "nd"};
  Random random(rank * 0x632BE5ABU + 1U);
  // Common names are short. Collisions of different ranks are rare and do no harm.
  const std::uint32_t syllables =
      2 + (rank >= 1024 ? random.below(2) : 0) + (rank >= 65536 ? 1 : 0);
  std::string word;
  for (std::uint32_t i = 0; i < syllables; ++i) {
    word += kOnsets[random.below(kOnsets.size())];
    word += kVowels[random.below(kVowels.size())];
    if (i + 1 == syllables || random.once_in(4)) word += kCodas[random.below(kCodas.size())];
  }
  return word;
}

std::uint32_t rare_rank(Random& random) {
  // Zipf's law with exponent 1 gives each octave of ranks the same weight, with 1 + e each less
  // than the one before: here by a 24th, which is e = 0.06. The weight of what lies beyond the last
  // octave is spread over all.
  std::uint32_t octave = kFirstOctave;
  while (octave < kOctaveEnd && !random.once_in(24)) ++octave;
  if (octave == kOctaveEnd) octave = kFirstOctave + random.below(kOctaveEnd - kFirstOctave);
  const std::uint32_t size = 1U << octave;
  return size - (1U << kFirstOctave) + random.below(size);
}

std::uint32_t article_length(std::uint32_t mean, Random& random) {
  const std::uint32_t step = random.below(kLengthQuantiles.size() - 1);
  const std::uint32_t low = kLengthQuantiles[step];
  const std::uint32_t quantile = low + random.below(kLengthQuantiles[step + 1] - low + 1);
  return static_cast<std::uint32_t>(std::uint64_t{mean} * quantile / 1024) + 1;
}

std::string make_article(const LanguageModel& model, std::uint32_t words, Random& random) {
  ArticleText text(random);
  Subject subject(model, random);
  LanguageModel::Position at = model.start(random);
  // Half as long again at most, where no sentence comes to an end.
  while (text.words() < words + words / 2) {
    if (model.is_article_end(at)) {
      text.end_paragraph();
      at = model.start(random);
    } else if (model.piece(at) == "\n\n") {
      text.end_paragraph();
      at = subject.next(at);
    } else {
      text.add(model.piece(at));
      if (text.words() >= words && text.ends_sentence()) break;
      at = subject.next(at);
    }
  }
  for (const Planted& planted : kPlanted) {
    if (random.once_in(planted.one_in)) text.plant(planted.sentence);
  }
  return text.take();
}

std::string near_copy(const std::string& text, Random& random) {
  std::string copy;
  std::size_t at = 0;
  while (at < text.size()) {
    const std::size_t end = std::min(text.find(' ', at), text.size());
    if (!random.once_in(50)) {
      copy.append(text, at, end - at).append(" ");
    } else if (random.percent(50)) {
      copy += made_word(rare_rank(random)) + ' ';
    }
    at = end + 1;
  }
  if (!copy.empty()) copy.pop_back();
  const std::size_t last_paragraph = copy.rfind("\n\n");
  if (last_paragraph != std::string::npos && random.percent(60)) copy.erase(last_paragraph);
  return copy;
}

}  // namespace dateline
