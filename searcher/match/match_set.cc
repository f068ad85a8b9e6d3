#include "searcher/match/match_set.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <utility>

#include "common/index/schema.h"
#include "searcher/match/query_terms.h"
#include "searcher/match/record_lists.h"

namespace dateline {

namespace {

using Kind = Node::Kind;

std::vector<Xapian::docid> intersection(const std::vector<Xapian::docid>& a,
                                        const std::vector<Xapian::docid>& b) {
  std::vector<Xapian::docid> both;
  std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(both));
  return both;
}

std::vector<Xapian::docid> difference(const std::vector<Xapian::docid>& a,
                                      const std::vector<Xapian::docid>& b) {
  std::vector<Xapian::docid> rest;
  std::set_difference(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(rest));
  return rest;
}

}  // namespace

bool decided_by_postings(const Node& node) {
  switch (node.kind) {
    case Kind::Phrase:
    case Kind::Near:
    case Kind::Letters:
    case Kind::Zone:
      return false;
    case Kind::Pattern:
      return node.stems_decide;
    case Kind::AtLeast:  // how often a stem stands in an article is known
      return node.children.front().kind == Kind::Word;
    default:
      return std::all_of(node.children.begin(), node.children.end(), decided_by_postings);
  }
}

std::vector<Xapian::docid> MatchSet::candidates(const Node& query, std::size_t part) {
  part_ = part;
  Numbers numbers = evaluate(query, false);
  if (snapshot_.has_tombstones()) {
    numbers.erase(std::remove_if(numbers.begin(), numbers.end(),
                                 [&](Xapian::docid number) {
                                   return snapshot_.is_deleted(number, part);
                                 }),
                  numbers.end());
  }
  return numbers;
}

MatchSet::Numbers MatchSet::evaluate(const Node& node, bool in_title) {
  switch (node.kind) {
    case Kind::Word:
    case Kind::Phrase:
      return with_all_terms(word_terms(node, stemmer_));
    case Kind::Pattern:
      return united(stem_terms(node, stemmer_));
    case Kind::Zone:
      return evaluate(node.children.front(), true);
    case Kind::Letters:
      return evaluate(node.children.front(), in_title);
    case Kind::AtLeast:
      return frequent(node, in_title);
    case Kind::Near:
      return near(node, in_title);
    case Kind::And:
      return all_of(node, in_title);
    case Kind::Or:
      return any_of(node, in_title);
    case Kind::Not: {
      Node all_but;
      all_but.kind = Kind::And;
      all_but.children.push_back(node);
      return all_of(all_but, in_title);
    }
    case Kind::All:
      return postings("");
    default:
      if (has_record_list(node.kind)) return records(node);
      return united(filter_terms(node));
  }
}

// What a name or a number stands for is at hand; else all records are looked at.
MatchSet::Numbers MatchSet::records(const Node& node) {
  const auto find = [&] {
    return record_list(node, database(), range(), snapshot_.manifest().roots);
  };
  const bool at_hand = node.kind == Kind::Name || node.kind == Kind::Id;
  return at_hand ? find() : lists().numbers_of(to_text(node), find);
}

// The words together, from the rarest; then the other operands; then those that exclude.
MatchSet::Numbers MatchSet::all_of(const Node& node, bool in_title) {
  std::vector<std::string> terms;
  std::vector<const Node*> others;
  std::vector<const Node*> excluded;
  for (const Node& child : node.children) {
    if (child.kind == Kind::Word || child.kind == Kind::Phrase) {
      for (std::string& term : word_terms(child, stemmer_)) terms.push_back(std::move(term));
    } else if (child.kind != Kind::Not) {
      others.push_back(&child);
    } else if (!in_title && decided_by_postings(child)) {
      excluded.push_back(&child.children.front());
    }
  }
  Numbers numbers;
  bool is_whole = terms.empty();  // nothing has shrunk it yet
  if (!is_whole) numbers = with_all_terms(std::move(terms));
  for (const Node* operand : others) {
    Numbers more = evaluate(*operand, in_title);
    numbers = is_whole ? std::move(more) : intersection(numbers, more);
    is_whole = false;
  }
  if (is_whole) numbers = postings("");
  for (const Node* operand : excluded) numbers = difference(numbers, evaluate(*operand, false));
  return numbers;
}

MatchSet::Numbers MatchSet::any_of(const Node& node, bool in_title) {
  Numbers numbers;
  for (const Node& child : node.children) {
    const Numbers more = evaluate(child, in_title);
    Numbers result;
    std::set_union(numbers.begin(), numbers.end(), more.begin(), more.end(),
                   std::back_inserter(result));
    numbers = std::move(result);
  }
  return numbers;
}

MatchSet::Numbers MatchSet::with_all_terms(std::vector<std::string> terms) {
  std::sort(terms.begin(), terms.end(), [&](const std::string& a, const std::string& b) {
    return lists().frequency(a) < lists().frequency(b);
  });
  Numbers numbers = lists().read(terms.front()).numbers();
  for (std::size_t i = 1; i < terms.size(); ++i) keep_with_term(numbers, terms[i]);
  return numbers;
}

MatchSet::Numbers MatchSet::postings(const std::string& term) {
  Numbers numbers;
  const std::size_t size = term.empty() ? database().get_doccount() : database().get_termfreq(term);
  numbers.reserve(std::min(size, range().size()));
  const auto end = database().postlist_end(term);
  for (auto at = database().postlist_begin(term); at != end; ++at) numbers.push_back(*at);
  range().require_all(numbers);
  return numbers;
}

MatchSet::Numbers MatchSet::united(const std::vector<std::string>& terms) {
  if (terms.size() == 1) return lists().read(terms.front()).numbers();
  Numbers numbers;
  for (const std::string& term : terms) {
    const Numbers more = postings(term);
    numbers.insert(numbers.end(), more.begin(), more.end());
  }
  // Crawled by date, they are in order already. An article has one day, one source, but may have
  // several names.
  if (!std::is_sorted(numbers.begin(), numbers.end())) std::sort(numbers.begin(), numbers.end());
  numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
  return numbers;
}

void MatchSet::keep_with_term(Numbers& numbers, const std::string& term) {
  AskedNumbers asked(numbers);
  auto kept = numbers.begin();
  lists().look_up(term, asked, [&](std::size_t i, std::uint32_t) { *kept++ = numbers[i]; });
  numbers.erase(kept, numbers.end());
}

MatchSet::Numbers MatchSet::frequent(const Node& node, bool in_title) {
  const std::string term = frequent_term(node, stemmer_);
  if (term.empty()) return evaluate(node.children.front(), in_title);
  Numbers numbers = frequent_list(term, node.number, database());
  range().require_all(numbers);
  return numbers;
}

// The articles with both sides, next to each other where pairs tell; of a negated proximity with the left one.
MatchSet::Numbers MatchSet::near(const Node& node, bool in_title) {
  if (node.proximity.negated) return evaluate(node.children.front(), in_title);
  const std::vector<std::string> pairs = near_pair_terms(node, stemmer_);
  return pairs.empty() ? all_of(node, in_title) : united(pairs);
}

}  // namespace dateline
