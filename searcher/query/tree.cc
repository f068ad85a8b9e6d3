#include "searcher/query/tree.h"

#include <cstdio>

namespace dateline {

namespace {

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

std::string pattern_text(const Node& node) {
  switch (node.pattern) {
    case PatternKind::Wildcard:
      return "wildcard " + node.value;
    case PatternKind::Fuzzy:
      return "fuzzy/" + std::to_string(node.edits) + ' ' + node.value;
    case PatternKind::Regex:
      return "regex " + quoted(node.value);
  }
  return "";
}

const char* letters_text(Letters letters) {
  switch (letters) {
    case Letters::Caps:
      return "caps";
    case Letters::AllCaps:
      return "allcaps";
    case Letters::NoCaps:
      return "nocaps";
  }
  return "";
}

std::string zone_text(const Zone& zone) {
  switch (zone.part) {
    case Zone::Part::Title:
      return "title";
    case Zone::Part::Lead:
      return "lead";
    case Zone::Part::TitleOrLead:
      return "hlead";
    case Zone::Part::FirstWords:
      return "first/" + std::to_string(zone.words);
  }
  return "";
}

std::string near_text(const Proximity& proximity) {
  std::string out = proximity.negated ? "not-" : "";
  out += proximity.ordered ? "pre/" : "near/";
  switch (proximity.unit) {
    case Proximity::Unit::Words:
      return out + std::to_string(proximity.words);
    case Proximity::Unit::Sentence:
      return out + 's';
    case Proximity::Unit::Paragraph:
      return out + 'p';
  }
  return out;
}

std::string word_count_text(const Node& node) {
  std::string out = "wc ";
  if (node.number > 0) out += std::to_string(node.number);
  out += "..";
  if (node.number_to != kMostWords) out += std::to_string(node.number_to);
  return out;
}

std::string words_text(const char* name, const Node& node) {
  std::string out = name;
  for (const std::string& word : node.words) out += ' ' + word;
  return out;
}

std::string name_text(const Node& node) {
  std::string out = node.type ? std::string(name_of(*node.type)) : "entity";
  if (node.whole) out += " whole";
  return out + ' ' + quoted(node.value);
}

/// The node itself, without what is below it and its weight: "phrase oil prices".
std::string label(const Node& node) {
  switch (node.kind) {
    case Node::Kind::All:
      return "all";
    case Node::Kind::Word:
      return words_text("word", node);
    case Node::Kind::Phrase:
      return words_text("phrase", node);
    case Node::Kind::Pattern:
      return pattern_text(node);
    case Node::Kind::And:
      return "and";
    case Node::Kind::Or:
      return "or";
    case Node::Kind::Not:
      return "not";
    case Node::Kind::Near:
      return near_text(node.proximity);
    case Node::Kind::Letters:
      return letters_text(node.letters);
    case Node::Kind::Zone:
      return zone_text(node.zone);
    case Node::Kind::AtLeast:
      return "atleast " + std::to_string(node.number);
    case Node::Kind::WordCount:
      return word_count_text(node);
    case Node::Kind::DateRange:
      return "date " + range_text(node.range);
    case Node::Kind::DateNone:
      return "date none";
    case Node::Kind::DateConflict:
      return "date conflict";
    case Node::Kind::Source:
      return "source " + quoted(node.value);
    case Node::Kind::Author:
      return "author " + quoted(node.value);
    case Node::Kind::Section:
      return "section " + quoted(node.value);
    case Node::Kind::Language:
      return "lang " + quoted(node.value);
    case Node::Kind::Name:
      return name_text(node);
    case Node::Kind::Path:
      return "path " + quoted(node.value);
    case Node::Kind::Url:
      return "url " + quoted(node.value);
    case Node::Kind::Id:
      return "id " + std::to_string(node.number);
  }
  return "";
}

std::string weight_mark(const Node& node) {
  return node.weight == 1 ? "" : '^' + weight_text(node.weight);
}

void append_text(const Node& node, std::string& out) {
  out += '(' + label(node);
  for (const Node& child : node.children) {
    out += ' ';
    append_text(child, out);
  }
  out += ')' + weight_mark(node);
}

void append_indented(const Node& node, std::size_t depth, std::string& out) {
  out.append(2 * depth, ' ');
  out += label(node);
  if (node.weight != 1) out += ' ' + weight_mark(node);
  out += '\n';
  for (const Node& child : node.children) append_indented(child, depth + 1, out);
}

}  // namespace

bool is_fact(Node::Kind kind) {
  using Kind = Node::Kind;
  switch (kind) {
    case Kind::WordCount:
    case Kind::DateRange:
    case Kind::DateNone:
    case Kind::DateConflict:
    case Kind::Source:
    case Kind::Author:
    case Kind::Section:
    case Kind::Language:
    case Kind::Name:
    case Kind::Path:
    case Kind::Url:
    case Kind::Id:
      return true;
    default:
      return false;
  }
}

std::string weight_text(double weight) {
  char text[32];
  std::snprintf(text, sizeof text, "%.9f", weight);
  std::string out = text;
  out.erase(out.find_last_not_of('0') + 1);
  if (out.back() == '.') out.pop_back();
  return out;
}

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
