// Random query trees from the whole grammar, of words that stand in the articles: every operator in
// every other where that means something.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "searcher/query/tree.h"
#include "tests/integration/brute_force.h"
#include "tests/support/random.h"

namespace dateline {

class TreeMaker {
 public:
  /// REQUIRES `articles`, some of them with words, to outlive it.
  TreeMaker(const std::vector<PlainArticle>& articles, std::uint32_t seed);

  /// Any query; so many levels of operators at most. Its names are not resolved yet.
  Node query(int depth, bool in_zone = false);

  /// A word or a phrase.
  Node leaf_of_words();

 private:
  Node operand(int depth);
  Node near(int depth);
  Node zone(Node child);
  Node fact();
  Node leaf();
  Node name();
  Node pattern();
  Node several(Node::Kind kind, int depth, bool in_zone);
  const std::vector<PlainWord>& some_words();

  const std::vector<PlainArticle>& articles_;
  std::vector<std::string> vocabulary_;  ///< sorted
  std::vector<ArticleName> names_;
  Random random_;
};

/// What is left of a tree with one operator or operand fewer, in all ways.
std::vector<Node> smaller_trees(const Node& node);

}  // namespace dateline
