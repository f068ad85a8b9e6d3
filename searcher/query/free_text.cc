#include "searcher/query/free_text.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "common/text/tokenizer.h"
#include "searcher/query/lexer.h"

namespace dateline {

namespace {

/// Sorted. Function words only: nothing that could be what a text is about, so no "us", "who" or "may"
/// (United States, World Health Organization, Theresa May).
constexpr std::string_view kFunctionWords[] = {
    "a",       "about",   "above",  "after",   "again",  "all",    "also",  "although", "am",
    "among",   "an",      "and",    "any",     "are",    "as",     "at",    "be",       "because",
    "been",    "before",  "being",  "between", "both",   "but",    "by",    "can",      "cannot",
    "could",   "did",     "do",     "does",    "doing",  "don't",  "due",   "during",   "each",
    "either",  "every",   "for",    "from",    "had",    "has",    "have",  "having",   "he",
    "her",     "here",    "hers",   "him",     "his",    "how",    "however", "i",      "if",
    "in",      "into",    "is",     "it",      "its",    "itself", "just",  "me",       "more",
    "most",    "my",      "neither", "nor",    "not",    "of",     "on",    "only",     "or",
    "other",   "our",     "out",    "over",    "own",    "same",   "she",   "should",   "so",
    "some",    "such",    "than",   "that",    "the",    "their",  "them",  "then",     "there",
    "these",   "they",    "this",   "those",   "through", "to",    "too",   "under",    "until",
    "upon",    "very",    "was",    "we",      "were",   "what",   "when",  "where",    "whether",
    "which",   "while",   "why",    "with",    "within", "without", "would", "you",     "your"};

bool is_function_word(std::string_view folded) {
  return std::binary_search(std::begin(kFunctionWords), std::end(kFunctionWords), folded);
}

}  // namespace

Result<Node> parse_free_text(std::string_view text) {
  if (text.size() > kMaxQueryBytes) {
    return Problem{"the query is longer than " + std::to_string(kMaxQueryBytes) + " bytes", "", {}};
  }
  std::vector<Node> words;
  Tokenizer tokenizer(text);
  for (Token token; tokenizer.next(token);) {
    const auto known = std::find_if(words.begin(), words.end(), [&](const Node& node) {
      return node.words.front() == token.folded;
    });
    if (known != words.end()) {
      known->weight += 1;
      continue;
    }
    Node word;
    word.kind = Node::Kind::Word;
    word.column = token.begin + 1;
    word.words.emplace_back(token.folded);
    words.push_back(std::move(word));
  }
  if (words.empty()) return Problem{"there is no word to search for", "", 1};
  const auto says_nothing = [](const Node& word) { return is_function_word(word.words.front()); };
  if (!std::all_of(words.begin(), words.end(), says_nothing)) {
    words.erase(std::remove_if(words.begin(), words.end(), says_nothing), words.end());
  }
  if (words.size() == 1) return std::move(words.front());
  Node any;
  any.kind = Node::Kind::Or;
  any.column = 1;
  any.children = std::move(words);
  return any;
}

}  // namespace dateline
