#include "searcher/query/synonyms.h"

#include <algorithm>
#include <utility>

#include "searcher/query/compose.h"
#include "searcher/query/leaf.h"

namespace dateline {

namespace {

using Words = std::vector<std::string>;

/// Of one synonym: each is a level more of the query's tree.
constexpr std::size_t kMostWords = 32;

/// A line of the file, to be blamed.
struct Line {
  std::string_view text;
  std::string place;  ///< "FILE:3"
};

Problem wrong(const Line& line, std::size_t at, const std::string& why) {
  return Problem{line.place + ':' + std::to_string(at + 1) + ": " + why,
                 "write car, automobile, motor car, or nato => alliance, on a line", at + 1};
}

/// "car, motor car" at `begin` of the line.
Result<std::vector<Words>> read_list(const Line& line, std::size_t begin, std::size_t end) {
  std::vector<Words> list;
  while (begin <= end) {
    const std::size_t comma = std::min(line.text.find(',', begin), end);
    Words words = words_of(line.text.substr(begin, comma - begin));
    if (words.empty()) return wrong(line, begin, "there is no word here");
    if (words.size() > kMostWords) {
      return wrong(line, begin,
                   "there are more than " + std::to_string(kMostWords) + " words in a row here");
    }
    list.push_back(std::move(words));
    begin = comma + 1;
  }
  return list;
}

Node node_of(const Words& words, std::size_t column) {
  std::vector<Node> row;
  for (const std::string& word : words) {
    row.push_back(make_node(Node::Kind::Word, column));
    row.back().words.push_back(word);
  }
  return in_a_row(std::move(row));
}

std::string joined(const Words& words) {
  std::string out;
  for (const std::string& word : words) out += (out.empty() ? "" : " ") + word;
  return out;
}

class Expander {
 public:
  Expander(const Synonyms& synonyms, QueryNotes& notes) : synonyms_(synonyms), notes_(notes) {}

  /// False when it becomes too large.
  bool expand(Node& node) {
    if (++nodes_ > kMaxQueryNodes) return false;
    if (node.kind != Node::Kind::Word) {
      return std::all_of(node.children.begin(), node.children.end(),
                         [this](Node& child) { return expand(child); });
    }
    const auto* others = synonyms_.find(node.words);
    if (others == nullptr) return true;
    std::vector<Node> any;
    std::string note = "\"" + node.words[0] + "\" also finds ";
    for (const Words& words : *others) {
      note += (any.empty() ? "" : ", ") + joined(words);
      any.push_back(node_of(words, node.column));
      nodes_ += 2 * words.size();
      if (nodes_ > kMaxQueryNodes) return false;
    }
    notes_.push_back({note + " (--synonyms)", node.column});
    const double weight = std::exchange(node.weight, 1);
    any.insert(any.begin(), std::move(node));
    node = join(Node::Kind::Or, std::move(any));
    node.weight = weight;
    return true;
  }

 private:
  const Synonyms& synonyms_;
  QueryNotes& notes_;
  std::size_t nodes_ = 0;
};

/// Brings a tree back into the form that a query is read to: an Or that has come to stand in an Or is part of it, letters
/// are asked of each word of a group.
void settle(Node& node) {
  for (Node& child : node.children) settle(child);
  const double weight = node.weight;
  if (node.kind == Node::Kind::Letters && node.children.front().kind == Node::Kind::Or) {
    node = with_letters(Node(std::move(node.children.front())), node.letters);
  } else if (node.kind == Node::Kind::Or) {
    node = join(Node::Kind::Or, std::move(node.children));
  } else {
    return;
  }
  node.weight *= weight;
}

}  // namespace

void Synonyms::add(const Words& from, const Words& to) {
  if (from == to) return;
  std::vector<Words>& others = others_[from];
  if (std::find(others.begin(), others.end(), to) == others.end()) others.push_back(to);
}

Result<Synonyms> Synonyms::parse(std::string_view text, const std::string& name) {
  Synonyms synonyms;
  std::size_t number = 0;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const std::string_view whole = text.substr(begin, end - begin);
    const Line line{whole.substr(0, whole.find('#')), name + ':' + std::to_string(++number)};
    begin = end + 1;
    if (line.text.find_first_not_of(" \t\r") == std::string_view::npos) continue;
    const std::size_t arrow = line.text.find("=>");
    const bool one_way = arrow != std::string_view::npos;
    const auto list = read_list(line, one_way ? arrow + 2 : 0, line.text.size());
    if (!list) return list.problem();
    if (!one_way && list.value().size() == 1) {
      return wrong(line, 0, "a group needs two words or more, with commas between them");
    }
    const auto from = one_way ? read_list(line, 0, arrow) : list;
    if (!from) return from.problem();
    for (const Words& one : from.value()) {
      for (const Words& other : list.value()) synonyms.add(one, other);
    }
  }
  return synonyms;
}

const std::vector<Words>* Synonyms::find(const Words& words) const {
  const auto found = others_.find(words);
  return found == others_.end() ? nullptr : &found->second;
}

Result<Node> with_synonyms(Node query, const Synonyms& synonyms, QueryNotes& notes) {
  if (!Expander(synonyms, notes).expand(query)) {
    return Problem{"the synonyms make too large a query", "use fewer words, or shorter groups", 1};
  }
  settle(query);
  return query;
}

}  // namespace dateline
