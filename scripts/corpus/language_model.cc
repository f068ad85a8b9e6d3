#include "scripts/corpus/language_model.h"

#include <algorithm>
#include <cassert>
#include <tuple>
#include <unordered_map>

namespace dateline {
namespace {

// Percent of the steps that look at one word only: after a pair that was seen once, which can only
// be continued as in the original, and after any other. With less of it the made articles share
// long stretches with each other, which flatters compression; with more, sentences fall apart and
// an article has too many distinct words.
constexpr std::uint32_t kBackOffAfterRarePair = 40;
constexpr std::uint32_t kBackOff = 4;

bool is_space(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; }

// ASCII punctuation is a piece of its own at the ends of a word; other bytes belong to the word.
bool is_punctuation(char c) {
  return std::string_view(".,;:!?()[]\"'").find(c) != std::string_view::npos;
}

// Calls add(piece) for `Mr. Tokayev (70) said:` with " Mr" "." " Tokayev" " (" "70" ")" " said"
// ":".
template <class Add>
void split_word(std::string_view word, const Add& add) {
  std::string piece = " ";
  while (!word.empty() && is_punctuation(word.front())) {
    add(piece + word.front());
    piece.clear();
    word.remove_prefix(1);
  }
  std::size_t length = word.size();
  while (length > 0 && is_punctuation(word[length - 1])) --length;
  if (length > 0) add(piece.append(word.substr(0, length)));
  for (char c : word.substr(length)) add(std::string(1, c));
}

// The pieces of an article, spaces squeezed, a blank line as "\n\n".
template <class Add>
void split_article(std::string_view text, const Add& add) {
  std::size_t at = 0;
  bool started = false;
  while (at < text.size()) {
    const std::size_t gap = at;
    while (at < text.size() && is_space(text[at])) ++at;
    const std::string_view spaces = text.substr(gap, at - gap);
    if (at == text.size()) break;
    if (started && std::count(spaces.begin(), spaces.end(), '\n') > 1) add(std::string("\n\n"));
    const std::size_t word = at;
    while (at < text.size() && !is_space(text[at])) ++at;
    split_word(text.substr(word, at - word), add);
    started = true;
  }
}

}  // namespace

LanguageModel::LanguageModel(const std::vector<std::string>& bodies) {
  add_texts(bodies);
  index_followers();
  assert(!starts_.empty());
}

void LanguageModel::add_texts(const std::vector<std::string>& bodies) {
  std::unordered_map<std::string, Piece> numbers;
  pieces_.emplace_back();
  for (const std::string& body : bodies) {
    text_.insert(text_.end(), {kEnd, kEnd});
    const std::size_t start = text_.size();
    split_article(body, [&](const std::string& piece) {
      const auto [entry, is_new] = numbers.emplace(piece, static_cast<Piece>(pieces_.size()));
      if (is_new) pieces_.push_back(piece);
      text_.push_back(entry->second);
    });
    if (text_.size() > start) starts_.push_back(static_cast<Position>(start));
  }
  text_.insert(text_.end(), {kEnd, kEnd});
}

void LanguageModel::index_followers() {
  const auto pair_before = [&](Position p) { return std::pair(text_[p - 1], text_[p - 2]); };
  for (Position p = 2; p < text_.size(); ++p) followers_.push_back(p);
  std::sort(followers_.begin(), followers_.end(), [&](Position a, Position b) {
    return std::tuple(pair_before(a), a) < std::tuple(pair_before(b), b);
  });
  after_piece_.resize(pieces_.size());
  after_pair_.resize(text_.size());
  const auto count = static_cast<std::uint32_t>(followers_.size());
  for (std::uint32_t begin = 0, end = 0; begin < count; begin = end) {
    const auto pair = pair_before(followers_[begin]);
    while (end < count && pair_before(followers_[end]) == pair) ++end;
    for (std::uint32_t i = begin; i < end; ++i) after_pair_[followers_[i]] = {begin, end};
    Range& piece_range = after_piece_[pair.first];
    if (piece_range.end == 0) piece_range.begin = begin;
    piece_range.end = end;
  }
}

LanguageModel::Position LanguageModel::start(Random& random) const {
  return starts_[random.below(static_cast<std::uint32_t>(starts_.size()))];
}

LanguageModel::Position LanguageModel::next(Position at, Random& random) const {
  assert(!is_article_end(at));
  Range range = after_pair_[at + 1];  // of the pair that ends at `at`: the original continues there
  const std::uint32_t back_off = range.end - range.begin < 3 ? kBackOffAfterRarePair : kBackOff;
  if (random.percent(back_off)) range = after_piece_[text_[at]];
  return followers_[range.begin + random.below(range.end - range.begin)];
}

}  // namespace dateline
