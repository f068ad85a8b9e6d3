#include "tests/integration/random_tree.h"

#include <algorithm>
#include <set>

namespace dateline {

namespace {

using Kind = Node::Kind;

Node over(Kind kind, std::vector<Node> children) {
  Node node;
  node.kind = kind;
  node.children = std::move(children);
  return node;
}

}  // namespace

TreeMaker::TreeMaker(const std::vector<PlainArticle>& articles, std::uint32_t seed)
    : articles_(articles), random_(seed) {
  std::set<std::string> words;
  for (const PlainArticle& article : articles) {
    for (const PlainWord& word : article.text) words.insert(word.folded);
    const auto& names = article.stored.article.names;
    names_.insert(names_.end(), names.begin(), names.end());
  }
  vocabulary_.assign(words.begin(), words.end());
}

Node TreeMaker::query(int depth, bool in_zone) {
  if (depth == 0) return in_zone || random_.one_in(2) ? leaf() : fact();
  switch (random_.below(8)) {
    case 0:
    case 1:
      return several(Kind::And, depth, in_zone);
    case 2:
      return several(Kind::Or, depth, in_zone);
    case 3:
      return over(Kind::Not, {query(depth - 1, in_zone)});
    case 4:
      return zone(query(depth - 1, true));
    default:
      return operand(depth);
  }
}

Node TreeMaker::several(Kind kind, int depth, bool in_zone) {
  std::vector<Node> children;
  for (std::size_t i = 2 + random_.below(2); i > 0; --i) {
    children.push_back(query(depth - 1, in_zone));
  }
  return over(kind, std::move(children));
}

Node TreeMaker::operand(int depth) {
  if (depth == 0) return leaf();
  switch (random_.below(10)) {
    case 0:
      return over(Kind::Or, {operand(depth - 1), operand(depth - 1)});
    case 1:
      return over(Kind::And, {operand(depth - 1), operand(depth - 1)});
    case 2: {
      Node node = over(Kind::Letters, {operand(depth - 1)});
      node.letters = random_.one_of(
          std::vector<Letters>{Letters::Caps, Letters::AllCaps, Letters::NoCaps});
      return node;
    }
    case 3:
      return zone(operand(depth - 1));
    case 4: {
      Node node = over(Kind::AtLeast, {operand(depth - 1)});
      node.number = static_cast<std::uint32_t>(1 + random_.below(4));
      return node;
    }
    default:
      return near(depth);
  }
}

Node TreeMaker::near(int depth) {
  Node node = over(Kind::Near, {operand(depth - 1), operand(depth - 1)});
  // "a w/5 a" asks for two of them.
  if (random_.one_in(6)) node.children[1] = node.children[0];
  Proximity& how = node.proximity;
  how.ordered = random_.one_in(3);
  how.negated = random_.one_in(5);
  how.words = random_.one_of(std::vector<std::uint32_t>{1, 1, 2, 3, 5, 10, 30});
  if (random_.one_in(3)) how.unit = Proximity::Unit::Sentence;
  if (random_.one_in(8)) how.unit = Proximity::Unit::Paragraph;
  return node;
}

Node TreeMaker::zone(Node child) {
  Node node = over(Kind::Zone, {std::move(child)});
  node.zone.part = static_cast<Zone::Part>(random_.below(4));
  if (node.zone.part == Zone::Part::FirstWords) {
    node.zone.words = static_cast<std::uint32_t>(1 + random_.below(60));
  }
  return node;
}

Node TreeMaker::leaf() {
  if (random_.one_in(6)) return pattern();
  return names_.empty() || !random_.one_in(10) ? leaf_of_words() : name();
}

// The whole name of some article, or one word of it, which may be that of others too.
Node TreeMaker::name() {
  const ArticleName& name = random_.one_of(names_);
  Node node;
  node.kind = Kind::Name;
  if (!random_.one_in(4)) node.type = name.type;
  node.whole = random_.one_in(2);
  node.value = name.name;
  if (!node.whole) node.value.erase(0, node.value.rfind(' ') + 1);
  return node;
}

Node TreeMaker::leaf_of_words() {
  const auto& words = some_words();
  Node node;
  const std::size_t at = random_.below(words.size());
  if (random_.one_in(2)) {
    node.kind = Kind::Word;
    node.words = {words[at].folded};
    return node;
  }
  node.kind = Kind::Phrase;
  const std::size_t length = std::min(1 + random_.below(3), words.size() - at);
  for (std::size_t i = 0; i < length; ++i) node.words.push_back(words[at + i].folded);
  return node;
}

// The words that begin with one or two letters of some word.
Node TreeMaker::pattern() {
  const std::string word = random_.one_of(vocabulary_);
  Node node;
  node.kind = Kind::Pattern;
  const std::string beginning = word.substr(0, 1 + random_.below(3));
  node.value = beginning + '*';
  for (auto at = std::lower_bound(vocabulary_.begin(), vocabulary_.end(), beginning);
       at != vocabulary_.end() && at->compare(0, beginning.size(), beginning) == 0; ++at) {
    node.terms.push_back(*at);
  }
  return node;
}

const std::vector<PlainWord>& TreeMaker::some_words() {
  while (true) {
    const PlainArticle& article = random_.one_of(articles_);
    const auto& words = random_.one_in(6) ? article.title : article.text;
    if (!words.empty()) return words;
  }
}

Node TreeMaker::fact() {
  const StoredArticle& stored = random_.one_of(articles_).stored;
  const Article& article = stored.article;
  Node node;
  switch (random_.below(10)) {
    case 0:
      node.kind = Kind::WordCount;
      node.number = static_cast<std::uint32_t>(random_.below(100));
      node.number_to = node.number + static_cast<std::uint32_t>(random_.below(400));
      break;
    case 1:
      node.kind = Kind::Id;
      node.number = stored.id;
      break;
    case 2:
      node.kind = Kind::Source;
      node.value = stored.source;
      break;
    case 3:
      node.kind = Kind::DateNone;
      break;
    case 4:
      node.kind = Kind::Path;
      node.value = random_.one_in(2) ? "wire/" : "*/20*/*[135]*.txt";
      break;
    case 5:
      node.kind = Kind::Author;
      node.value = article.author.empty() ? "jane doe" : article.author;
      break;
    case 6:
      node.kind = Kind::Section;
      node.value = article.section.empty() ? "world" : article.section;
      break;
    case 7:
      node.kind = Kind::Url;
      node.value = random_.one_in(2) ? "example.org" : "http*/1?";
      break;
    case 8:
      node.kind = Kind::Language;
      node.value = random_.one_in(2) ? "en" : article.language;
      break;
    default:
      node.kind = Kind::DateRange;
      node.range = {article.date.value_or(Date{2019, 1, 1}), kLatestDate};
  }
  return node;
}

std::vector<Node> smaller_trees(const Node& node) {
  std::vector<Node> smaller = node.children;
  for (std::size_t i = 0; i < node.children.size(); ++i) {
    for (Node& child : smaller_trees(node.children[i])) {
      smaller.push_back(node);
      smaller.back().children[i] = std::move(child);
    }
  }
  if (node.kind == Kind::Phrase && node.words.size() > 1) {
    smaller.push_back(node);
    smaller.back().words.pop_back();
  }
  return smaller;
}

}  // namespace dateline
