#include "searcher/suggest/why_nothing.h"

#include <algorithm>
#include <cstddef>
#include <map>
#include <utility>

#include "common/text/tokenizer.h"
#include "searcher/query/to_query.h"
#include "searcher/words/word_pattern.h"

namespace dateline {

namespace {

using Kind = Node::Kind;
using Part = WhyNothing::Part;

// Bounds on the work, and on what is told.
constexpr std::size_t kMostParts = 8;   ///< of one node
constexpr std::size_t kDeepest = 3;     ///< parts of parts of parts
constexpr std::size_t kMostPaired = 6;  ///< parts that are counted by pairs
constexpr std::size_t kMostPairs = 3;   ///< told
constexpr std::size_t kMostLookedUp = 5;  ///< looked up
constexpr std::size_t kMostMeant = 3;   ///< told of a word

/// A word that stands in the index so rarely may be misspelt there too, if what was probably meant is one
/// letter away and stands there so many times as often. Of the words that may have been meant, those so much
/// rarer than the likeliest were not.
constexpr std::uint64_t kRare = 3;
constexpr std::uint64_t kMoreFrequent = 20;

bool is_none(const Total& total) { return total.exact && total.count == 0; }

Node leaf(Kind kind, const std::string& word) {
  Node node;
  node.kind = kind;
  node.words = {word};
  return node;
}

/// What an article must match for `node` to match it; empty: it is not made of such parts. The words of a
/// phrase in any form, if they are there in this one: that is sooner counted.
std::vector<Node> parts_of(const Node& node, Words& words) {
  switch (node.kind) {
    case Kind::And:
    case Kind::Zone:
    case Kind::Letters:
    case Kind::AtLeast:
      return node.children;
    case Kind::Near:
      return node.proximity.negated ? std::vector<Node>{node.children[0]} : node.children;
    case Kind::Phrase: {
      if (node.words.size() == 1) return {};
      std::vector<Node> parts;
      for (const std::string& word : node.words) {
        parts.push_back(leaf(words.occurrences(word) > 0 ? Kind::Word : Kind::Phrase, word));
      }
      return parts;
    }
    default:
      return {};
  }
}

Node all_of(std::vector<Node> parts) {
  if (parts.size() == 1) return std::move(parts.front());
  Node node;
  node.kind = Kind::And;
  node.children = std::move(parts);
  return node;
}

class Explainer {
 public:
  Explainer(const CountMatches& count, Words& words) : count_(count), words_(words) {}

  Part part(const Node& node, std::size_t depth = 0) {
    Part part;
    part.query = to_query(node);
    part.is_all = node.kind == Kind::And;
    if (depth > 0) part.total = count(node);
    if (!is_none(part.total) || depth == kDeepest) return part;
    const std::vector<Node> parts = parts_of(node, words_);
    if (parts.size() > kMostParts) return part;
    bool has_all = !parts.empty();
    for (const Node& one : parts) {
      part.parts.push_back(this->part(one, depth + 1));
      has_all = has_all && !is_none(part.parts.back().total);
    }
    if (has_all && !part.is_all) part.together = count_(all_of(parts));
    return part;
  }

  /// REQUIRES `parts` to be those of `query`.
  void add_pairs(const Node& query, const std::vector<Part>& parts, WhyNothing& why) {
    const bool all_there = std::none_of(parts.begin(), parts.end(),
                                        [](const Part& part) { return is_none(part.total); });
    if (query.kind != Kind::And || !all_there || parts.size() > kMostPaired) return;
    for (std::size_t i = 0; i < parts.size(); ++i) {
      for (std::size_t j = i + 1; j < parts.size(); ++j) {
        if (why.never_together.size() == kMostPairs) return;
        if (!is_none(count_(all_of({query.children[i], query.children[j]})))) continue;
        why.never_together.push_back({parts[i].query, parts[j].query});
      }
    }
  }

  void add_values(const Node& node, const NearValues& near_values, WhyNothing& why) {
    if (node.kind == Kind::Not) return;
    for (const Node& child : node.children) add_values(child, near_values, why);
    if (node.kind != Kind::Source && node.kind != Kind::Section) return;
    if (!is_none(count_(node))) return;
    std::vector<FoundWord> meant = near_values(node);
    if (!meant.empty()) why.spellings.push_back({to_query(node), std::move(meant)});
  }

  void add_spellings(const Node& node, WhyNothing& why) {
    if (node.kind == Kind::Not) return;
    for (const Node& child : node.children) add_spellings(child, why);
    if (node.kind != Kind::Word && node.kind != Kind::Phrase) return;
    for (const std::string& word : node.words) add_spelling(word, node.kind, why);
  }

 private:
  /// No text need be looked at for a form that is in none.
  Total count(const Node& node) {
    const bool has_all = node.kind != Kind::Phrase ||
                         std::all_of(node.words.begin(), node.words.end(),
                                     [&](const std::string& word) { return words_.occurrences(word) > 0; });
    return has_all ? count_(node) : Total{};
  }

  void add_spelling(const std::string& word, Kind kind, WhyNothing& why) {
    const bool is_known = std::any_of(why.spellings.begin(), why.spellings.end(),
                                      [&](const auto& one) { return one.word == word; });
    const std::uint64_t occurrences = words_.occurrences(word);
    if (is_known || occurrences > kRare || looked_up_ == kMostLookedUp) return;
    if (occurrences == 0 && kind == Kind::Word && has_other_form(word)) return;
    ++looked_up_;
    std::vector<FoundWord> meant = words_.nearest(word, kMostMeant);
    if (meant.empty() || (occurrences > 0 && !is_misspelt(word, occurrences, meant[0]))) return;
    while (meant.back().occurrences * kMoreFrequent < meant[0].occurrences) meant.pop_back();
    why.spellings.push_back({word, std::move(meant)});
  }

  /// Of a word that is there.
  static bool is_misspelt(const std::string& word, std::uint64_t occurrences,
                          const FoundWord& meant) {
    return meant.occurrences >= occurrences * kMoreFrequent &&
           EditDistance(word).to(meant.word, 1) <= 1;
  }

  bool has_other_form(const std::string& word) {
    return !is_none(count_(leaf(Kind::Word, word)));
  }

  const CountMatches& count_;
  Words& words_;
  std::size_t looked_up_ = 0;
};

using Replacements = std::map<std::string, std::string, std::less<>>;

void replace(Node& node, const Replacements& replacements) {
  for (Node& child : node.children) replace(child, replacements);
  for (std::string& word : node.words) {
    const auto found = replacements.find(word);
    if (found != replacements.end()) word = found->second;
  }
}

/// "kazahkstan OR oil" -> "kazakhstan OR oil"
std::string replaced(const std::string& typed, const Replacements& replacements) {
  std::string out;
  std::size_t from = 0;
  Token token;
  for (Tokenizer tokens(typed); tokens.next(token);) {
    const auto found = replacements.find(token.folded);
    if (found == replacements.end()) continue;
    out += typed.substr(from, token.begin - from) + found->second;
    from = token.end;
  }
  return out + typed.substr(from);
}

/// Sets `corrected` to the query with the likeliest words, if it finds anything.
void correct(const Node& query, const std::string& typed, const CountMatches& count, Words& words,
             WhyNothing& why) {
  if (why.spellings.empty()) return;
  Replacements replacements;
  for (const auto& spelling : why.spellings) replacements[spelling.word] = spelling.meant[0].word;
  Node corrected = query;
  replace(corrected, replacements);
  why.corrected_total = count(corrected);
  if (why.corrected_total.count > 0) {
    why.corrected = replaced(typed, replacements);
    return;
  }
  // That a word which is there was misspelt is no more than a guess then.
  const auto is_there = [&](const auto& one) { return words.occurrences(one.word) > 0; };
  why.spellings.erase(std::remove_if(why.spellings.begin(), why.spellings.end(), is_there),
                      why.spellings.end());
}

}  // namespace

WhyNothing why_nothing(const Node& query, const std::string& typed, const CountMatches& count,
                       Words& words, const NearValues& near_values) {
  Explainer explainer(count, words);
  WhyNothing why;
  why.query = explainer.part(query);
  explainer.add_pairs(query, why.query.parts, why);
  explainer.add_spellings(query, why);
  correct(query, typed, count, words, why);
  if (why.corrected.empty()) explainer.add_values(query, near_values, why);
  return why;
}

}  // namespace dateline
