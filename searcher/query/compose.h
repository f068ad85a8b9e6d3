// How nodes are put together: And and Or merged, proximities of groups taken apart, letters asked of
// each word. The rules are those of the comments in tree.h.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "common/error.h"
#include "searcher/query/tree.h"

namespace dateline {

/// The most nodes that a query may have, and the deepest tree. A query of the greatest length has
/// fewer: what groups near groups and synonyms make of it is bounded.
inline constexpr std::size_t kMaxQueryNodes = 40'000;
inline constexpr std::size_t kMaxTreeDepth = 250;

Node make_node(Node::Kind kind, std::size_t column);

/// `children` under one node of `kind`, those of the same kind without a weight of their own
/// dissolved into it; an only child itself. REQUIRES one child or more.
Node join(Node::Kind kind, std::vector<Node> children);

/// Each next to the one before, in this order. REQUIRES one piece or more.
Node in_a_row(std::vector<Node> pieces);

/// The first node in `node` that has no occurrences, as tree.h defines them; null: it has.
const Node* without_occurrences(const Node& node);

/// The first node in `node` that cannot be inside a zone; null: all can.
const Node* not_in_zone(const Node& node);

/// Whether a ranking can weigh it: a word, phrase or pattern is in it.
bool has_words(const Node& node);

/// What to call a node in a message that it cannot be there: "NOT", "a date".
std::string what_it_is(const Node& node);

/// Joins both sides, And on either by its parts: (a b) w/5 c is (a w/5 c) (b w/5 c). A Problem, at
/// `column`, if that makes more than kMaxQueryNodes, or if the right side of a negated one has an
/// And. REQUIRES both to have occurrences.
Result<Node> make_near(const Proximity& proximity, Node left, Node right, std::size_t column);

/// `node` at least `number` times; of an And, each part. REQUIRES it to have occurrences.
Node make_at_least(std::uint32_t number, Node node, std::size_t column);

/// `node` with `letters` asked of each of its words. REQUIRES it to have occurrences.
Node with_letters(Node node, Letters letters);

std::size_t count_nodes(const Node& node);

/// 1 for a leaf.
std::size_t depth_of(const Node& node);

}  // namespace dateline
