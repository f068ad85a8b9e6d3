#include "searcher/match/surroundings.h"

#include <algorithm>
#include <iterator>

#include "common/text/byte_search.h"

namespace dateline {

namespace {

using Kind = Node::Kind;
using Choice = std::vector<Beginning>;

/// Farther than this around a word there is little left to pass over.
constexpr std::uint32_t kFarthestRead = 100;

std::optional<Surroundings> of_beginning(const std::optional<std::string>& beginning) {
  if (!beginning) return std::nullopt;
  return Surroundings{{{Beginning{*beginning}}}, 0, false};
}

std::optional<Surroundings> of_word(const std::string& word, Stemmer& stemmer) {
  // A longer one's stem ends in a hash.
  if (!stemmer.keeps_first_byte() || word.size() > kLongestTerm) return std::nullopt;
  return of_beginning(written_beginning(stem_beginning(stemmer.stem(word))));
}

std::size_t shortest(const Choice& choice) {
  std::size_t bytes = SIZE_MAX;
  for (const Beginning& beginning : choice) bytes = std::min(bytes, beginning.text.size());
  return bytes;
}

void put_longest_first(std::vector<Choice>& choices) {
  std::stable_sort(choices.begin(), choices.end(),
                   [](const Choice& a, const Choice& b) { return shortest(a) > shortest(b); });
}

std::optional<Surroundings> of_phrase(const Node& node) {
  Surroundings around;
  around.words = static_cast<std::uint32_t>(node.words.size() - 1);
  for (const std::string& word : node.words) {
    if (auto beginning = written_beginning(word)) around.choices.push_back({Beginning{*beginning}});
  }
  if (around.choices.empty()) return std::nullopt;
  put_longest_first(around.choices);
  return around;
}

/// What all words of the pattern begin with.
std::optional<Surroundings> of_pattern(const Node& node) {
  if (node.terms.empty()) return std::nullopt;
  const std::string& first = node.terms.front();  // they are sorted
  const std::string& last = node.terms.back();
  const auto common = std::mismatch(first.begin(), first.end(), last.begin(), last.end()).first;
  return of_beginning(written_beginning(std::string(first.begin(), common)));
}

std::optional<Surroundings> of_any(const Node& node, Stemmer& stemmer) {
  Surroundings all;
  all.choices.emplace_back();
  for (const Node& child : node.children) {
    const auto one = surroundings_of(child, stemmer);
    if (!one) return std::nullopt;
    const Choice& choice = one->choices.front();
    all.choices[0].insert(all.choices[0].end(), choice.begin(), choice.end());
    all.words = std::max(all.words, one->words);
    all.paragraph = all.paragraph || one->paragraph;
  }
  return all;
}

std::optional<Surroundings> of_near(const Node& node, Stemmer& stemmer) {
  auto left = surroundings_of(node.children[0], stemmer);
  const auto right = surroundings_of(node.children[1], stemmer);
  if (!left || !right) return std::nullopt;
  const Proximity& how = node.proximity;
  if (!how.negated) {
    left->choices.insert(left->choices.end(), right->choices.begin(), right->choices.end());
    put_longest_first(left->choices);
  }
  left->words += right->words;
  if (how.unit == Proximity::Unit::Words) {
    left->words += std::min(how.words, kFarthestRead);
  } else {
    left->paragraph = true;
  }
  left->paragraph = left->paragraph || right->paragraph;
  const bool too_far = how.unit == Proximity::Unit::Words && how.words > kFarthestRead;
  if (too_far || left->words > kFarthestRead) return std::nullopt;
  return left;
}

void make_capitals(std::string& letters) {
  for (char& c : letters) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  }
}

/// The letters a word that is all capitals, or has none, begins with are known as they are written.
std::optional<Surroundings> of_letters(const Node& node, Stemmer& stemmer) {
  auto around = surroundings_of(node.children[0], stemmer);
  if (!around || node.letters == Letters::Caps) return around;
  for (Choice& choice : around->choices) {
    for (Beginning& beginning : choice) {
      beginning.in_any_case = false;
      if (node.letters == Letters::AllCaps) make_capitals(beginning.text);
    }
  }
  return around;
}

}  // namespace

std::optional<Surroundings> surroundings_of(const Node& operand, Stemmer& stemmer) {
  switch (operand.kind) {
    case Kind::Word:
      return of_word(operand.words.front(), stemmer);
    case Kind::Phrase:
      return of_phrase(operand);
    case Kind::Pattern:
      return of_pattern(operand);
    case Kind::Or:
      return of_any(operand, stemmer);
    case Kind::Near:
      return of_near(operand, stemmer);
    case Kind::Letters:
      return of_letters(operand, stemmer);
    default:
      return std::nullopt;
  }
}

}  // namespace dateline
