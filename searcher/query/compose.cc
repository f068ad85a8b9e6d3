#include "searcher/query/compose.h"

#include <algorithm>
#include <utility>

namespace dateline {

namespace {

using Kind = Node::Kind;

bool has_and(const Node& node) {
  return node.kind == Kind::And ||
         std::any_of(node.children.begin(), node.children.end(), has_and);
}

/// title(a b) is title(a) title(b): an And, or an Or with one, comes out of the zone.
Node out_of_zone(Node node) {
  if (node.kind != Kind::Zone || !has_and(node)) return node;
  Node inside = out_of_zone(std::move(node.children[0]));
  if (inside.kind != Kind::And && inside.kind != Kind::Or) {
    node.children[0] = std::move(inside);
    return node;
  }
  for (Node& child : inside.children) {
    Node zone = make_node(Kind::Zone, node.column);
    zone.zone = node.zone;
    zone.children.push_back(std::move(child));
    child = out_of_zone(std::move(zone));
  }
  inside.weight *= node.weight;
  return inside;
}

/// Makes proximities of all parts of both sides.
class Distributor {
 public:
  explicit Distributor(const Proximity& proximity, std::size_t column)
      : proximity_(proximity), column_(column) {}

  Result<Node> join_sides(Node left, Node right) {
    left = out_of_zone(std::move(left));
    if (has_and(left)) return apart(std::move(left), right, true);
    right = out_of_zone(std::move(right));
    if (has_and(right)) return apart(std::move(right), left, false);
    nodes_ += count_nodes(left) + count_nodes(right) + 1;
    if (nodes_ > kMaxQueryNodes) {
      return Problem{"these groups near each other make too large a query",
                     "a proximity is searched for each pair of the words that AND joins", column_};
    }
    Node node = make_node(Kind::Near, left.column);
    node.proximity = proximity_;
    node.children.push_back(std::move(left));
    node.children.push_back(std::move(right));
    return node;
  }

 private:
  /// REQUIRES `group` to be an And or Or.
  Result<Node> apart(Node group, const Node& other, bool is_left) {
    std::vector<Node> joined;
    for (Node& part : group.children) {
      Result<Node> near = is_left ? join_sides(std::move(part), other)
                                  : join_sides(other, std::move(part));
      if (!near) return near;
      joined.push_back(std::move(near.value()));
    }
    Node node = join(group.kind, std::move(joined));
    node.weight *= group.weight;
    return node;
  }

  Proximity proximity_;
  std::size_t column_;
  std::size_t nodes_ = 0;
};

}  // namespace

Node make_node(Node::Kind kind, std::size_t column) {
  Node node;
  node.kind = kind;
  node.column = column;
  return node;
}

Node join(Node::Kind kind, std::vector<Node> children) {
  if (children.size() == 1) return std::move(children.front());
  Node node = make_node(kind, children.front().column);
  for (Node& child : children) {
    if (child.kind != kind || child.weight != 1) {
      node.children.push_back(std::move(child));
      continue;
    }
    for (Node& grandchild : child.children) node.children.push_back(std::move(grandchild));
  }
  return node;
}

Node in_a_row(std::vector<Node> pieces) {
  Node row = std::move(pieces.front());
  for (std::size_t i = 1; i < pieces.size(); ++i) {
    Node near = make_node(Kind::Near, row.column);
    near.proximity.words = 1;
    near.proximity.ordered = true;
    near.children.push_back(std::move(row));
    near.children.push_back(std::move(pieces[i]));
    row = std::move(near);
  }
  return row;
}

const Node* without_occurrences(const Node& node) {
  switch (node.kind) {
    case Kind::Word:
    case Kind::Phrase:
    case Kind::Pattern:
    case Kind::Name:
    case Kind::Near:
    case Kind::Letters:
      return nullptr;
    case Kind::And:
    case Kind::Or:
    case Kind::Zone:
      for (const Node& child : node.children) {
        if (const Node* found = without_occurrences(child)) return found;
      }
      return nullptr;
    default:
      return &node;
  }
}

const Node* not_in_zone(const Node& node) {
  if (node.kind == Kind::Zone || (is_fact(node.kind) && node.kind != Kind::Name)) return &node;
  for (const Node& child : node.children) {
    if (const Node* found = not_in_zone(child)) return found;
  }
  return nullptr;
}

bool has_words(const Node& node) {
  return node.kind == Kind::Word || node.kind == Kind::Phrase || node.kind == Kind::Pattern ||
         std::any_of(node.children.begin(), node.children.end(), has_words);
}

std::string what_it_is(const Node& node) {
  switch (node.kind) {
    case Kind::Name:
      return "a name";
    case Kind::Zone:
      return "title, lead or /F50/";
    case Kind::Not:
      return "NOT";
    case Kind::AtLeast:
      return "atleast";
    case Kind::WordCount:
      return "wc";
    case Kind::DateRange:
    case Kind::DateNone:
    case Kind::DateConflict:
      return "a date";
    case Kind::Source:
      return "a source";
    case Kind::Author:
      return "an author";
    case Kind::Section:
      return "a section";
    case Kind::Language:
      return "a language";
    case Kind::Path:
      return "a path";
    case Kind::Url:
      return "a url";
    case Kind::Id:
      return "an id";
    default:
      return "this";
  }
}

Result<Node> make_near(const Proximity& proximity, Node left, Node right, std::size_t column) {
  if (proximity.negated && has_and(right)) {
    return Problem{"AND cannot stand behind NOT and a distance",
                   "write a NOT w/5 (b OR c) for an a with neither, (a NOT w/5 b) OR (a NOT w/5 c) "
                   "for an a without both",
                   column};
  }
  return Distributor(proximity, column).join_sides(std::move(left), std::move(right));
}

Node make_at_least(std::uint32_t number, Node node, std::size_t column) {
  if (node.kind == Kind::And) {
    for (Node& child : node.children) child = make_at_least(number, std::move(child), column);
    return node;
  }
  Node frequency = make_node(Kind::AtLeast, column);
  frequency.number = number;
  frequency.children.push_back(std::move(node));
  return frequency;
}

Node with_letters(Node node, Letters letters) {
  switch (node.kind) {
    case Kind::And:
    case Kind::Or:
    case Kind::Zone:
      for (Node& child : node.children) child = with_letters(std::move(child), letters);
      return node;
    case Kind::Near:
      node.children[0] = with_letters(std::move(node.children[0]), letters);
      if (node.proximity.negated) return node;
      node.children[1] = with_letters(std::move(node.children[1]), letters);
      return node;
    default: {
      Node asked = make_node(Kind::Letters, node.column);
      asked.letters = letters;
      asked.children.push_back(std::move(node));
      return asked;
    }
  }
}

std::size_t count_nodes(const Node& node) {
  std::size_t count = 1;
  for (const Node& child : node.children) count += count_nodes(child);
  return count;
}

std::size_t depth_of(const Node& node) {
  std::size_t deepest = 0;
  for (const Node& child : node.children) deepest = std::max(deepest, depth_of(child));
  return deepest + 1;
}

}  // namespace dateline
