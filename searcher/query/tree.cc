#include "searcher/query/tree.h"

namespace dateline {

namespace {

const char* name_of(Node::Kind kind) {
  switch (kind) {
    case Node::Kind::All:
      return "all";
    case Node::Kind::Word:
      return "word";
    case Node::Kind::Phrase:
      return "phrase";
    case Node::Kind::And:
      return "and";
    case Node::Kind::Or:
      return "or";
    case Node::Kind::Not:
      return "not";
    case Node::Kind::Pattern:
      return "pattern";
    case Node::Kind::Near:
      return "near";
    case Node::Kind::Letters:
      return "letters";
    case Node::Kind::Zone:
      return "title";
    case Node::Kind::AtLeast:
      return "atleast";
    case Node::Kind::WordCount:
      return "wc";
    case Node::Kind::Author:
      return "author";
    case Node::Kind::Section:
      return "section";
    case Node::Kind::Language:
      return "lang";
    case Node::Kind::Url:
      return "url";
    case Node::Kind::Id:
      return "id";
    case Node::Kind::DateRange:
      return "date";
    case Node::Kind::DateNone:
      return "date none";
    case Node::Kind::DateConflict:
      return "date conflict";
    case Node::Kind::Source:
      return "source";
    case Node::Kind::Name:
      return "entity";
    case Node::Kind::Path:
      return "path";
  }
  return "";
}

std::string quoted(const std::string& value) {
  std::string out = "\"";
  for (char c : value) {
    if (c == '"' || c == '\\') out += '\\';
    out += c;
  }
  return out += '"';
}

std::string range_text(const DateRange& range) {
  if (range.first == range.last) return to_iso(range.first);
  std::string out;
  if (range.first != kEarliestDate) out += to_iso(range.first);
  out += "..";
  if (range.last != kLatestDate) out += to_iso(range.last);
  return out;
}

/// The node itself, without what is below it: "phrase oil prices".
std::string label(const Node& node) {
  std::string out = node.type ? std::string(name_of(*node.type)) : name_of(node.kind);
  if (node.whole) out += " whole";
  for (const std::string& word : node.words) out += ' ' + word;
  if (node.kind == Node::Kind::DateRange) out += ' ' + range_text(node.range);
  if (!node.value.empty()) out += ' ' + quoted(node.value);
  return out;
}

void append_text(const Node& node, std::string& out) {
  out += '(' + label(node);
  for (const Node& child : node.children) {
    out += ' ';
    append_text(child, out);
  }
  out += ')';
}

void append_indented(const Node& node, std::size_t depth, std::string& out) {
  out.append(2 * depth, ' ');
  out += label(node) + '\n';
  for (const Node& child : node.children) append_indented(child, depth + 1, out);
}

}  // namespace

std::string to_text(const Node& node) {
  std::string out;
  append_text(node, out);
  return out;
}

std::string to_indented_text(const Node& node) {
  std::string out;
  append_indented(node, 0, out);
  return out;
}

}  // namespace dateline
