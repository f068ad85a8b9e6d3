#include "searcher/query/to_query.h"

#include "searcher/query/lexer.h"

namespace dateline {

namespace {

using Kind = Node::Kind;

/// In quotes of the kind that is not in it.
std::string quoted(const std::string& value) {
  if (value.find('"') == std::string::npos) return '"' + value + '"';
  return "“" + value + "”";
}

std::string joined(const Node& node, const char* between);

/// A word as one: "near5", which is an operator, is a word with a comma behind it.
std::string word(const std::string& folded) {
  const auto tokens = read_tokens(folded);
  const bool is_word = tokens && tokens.value()[0].kind == QueryToken::Kind::Word && folded != "not";
  return is_word ? folded : folded + ',';
}

/// As one operand: in parentheses if it is several.
std::string operand(const Node& node) {
  const bool is_several = node.weight == 1 && (node.kind == Kind::And || node.kind == Kind::Or ||
                                               node.kind == Kind::Near || node.kind == Kind::Not ||
                                               node.kind == Kind::Zone);
  return is_several ? '(' + to_query(node) + ')' : to_query(node);
}

std::string joined(const Node& node, const char* between) {
  std::string out;
  for (const Node& child : node.children) out += (out.empty() ? "" : between) + operand(child);
  return out;
}

std::string phrase(const Node& node) {
  std::string out;
  for (const std::string& word : node.words) out += (out.empty() ? "" : " ") + word;
  return quoted(out);
}

std::string pattern(const Node& node) {
  switch (node.pattern) {
    case PatternKind::Fuzzy:
      return node.value + '~' + std::to_string(node.edits);
    case PatternKind::Regex:
      return '/' + node.value + '/';
    default:
      return node.value;
  }
}

std::string near(const Node& node) {
  const Proximity& proximity = node.proximity;
  std::string sign = proximity.negated ? " NOT " : " ";
  sign += proximity.ordered ? "PRE/" : "w/";
  sign += proximity.unit == Proximity::Unit::Words      ? std::to_string(proximity.words)
          : proximity.unit == Proximity::Unit::Sentence ? "s"
                                                        : "p";
  return joined(node, (sign + ' ').c_str());
}

std::string call(const char* name, const Node& node) {
  return std::string(name) + '(' + to_query(node.children[0]) + ')';
}

std::string letters(const Node& node) {
  switch (node.letters) {
    case Letters::AllCaps:
      return call("allcaps", node);
    case Letters::NoCaps:
      return call("nocaps", node);
    default:
      return call("caps", node);
  }
}

std::string zone(const Node& node) {
  switch (node.zone.part) {
    case Zone::Part::Lead:
      return call("lead", node);
    case Zone::Part::TitleOrLead:
      return call("hlead", node);
    case Zone::Part::FirstWords:
      return operand(node.children[0]) + " /F" + std::to_string(node.zone.words) + '/';
    default:
      return call("title", node);
  }
}

std::string length(const Node& node) {
  std::string out = "wc:" + std::to_string(node.number) + "..";
  return node.number_to == kMostWords ? out : out + std::to_string(node.number_to);
}

std::string date(const DateRange& range) {
  std::string out = "date:" + to_iso(range.first);
  return range.first == range.last ? out : out + ".." + to_iso(range.last);
}

std::string name(const Node& node) {
  const std::string field = node.type ? std::string(name_of(*node.type)) : "entity";
  return field + ':' + (node.whole ? quoted(node.value) : node.value);
}

/// Without its weight.
std::string written(const Node& node) {
  switch (node.kind) {
    case Kind::All:
      return "";
    case Kind::Word:
      return word(node.words[0]);
    case Kind::Phrase:
      return phrase(node);
    case Kind::Pattern:
      return pattern(node);
    case Kind::And:
      return joined(node, " ");
    case Kind::Or:
      return joined(node, " OR ");
    case Kind::Not:
      return "NOT " + operand(node.children[0]);
    case Kind::Near:
      return near(node);
    case Kind::Letters:
      return letters(node);
    case Kind::Zone:
      return zone(node);
    case Kind::AtLeast:
      return call(("atleast" + std::to_string(node.number)).c_str(), node);
    case Kind::WordCount:
      return length(node);
    case Kind::DateRange:
      return date(node.range);
    case Kind::DateNone:
      return "date:none";
    case Kind::DateConflict:
      return "date:conflict";
    case Kind::Source:
      return "source:" + quoted(node.value);
    case Kind::Author:
      return "author:" + quoted(node.value);
    case Kind::Section:
      return "section:" + quoted(node.value);
    case Kind::Language:
      return "lang:" + node.value;
    case Kind::Name:
      return name(node);
    case Kind::Path:
      return "path:" + quoted(node.value);
    case Kind::Url:
      return "url:" + quoted(node.value);
    case Kind::Id:
      return "id:" + std::to_string(node.number);
  }
  return "";
}

}  // namespace

std::string to_query(const Node& node) {
  if (node.weight == 1) return written(node);
  return '(' + written(node) + ")^" + weight_text(node.weight);
}

}  // namespace dateline
