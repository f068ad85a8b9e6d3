#include "searcher/match/match_set.h"

#include <algorithm>
#include <iterator>
#include <string>

#include "common/index/schema.h"
#include "searcher/match/filter_terms.h"
#include "searcher/match/text_matcher.h"

namespace dateline {

namespace {

using Kind = Node::Kind;

/// A posting list this many times longer than the numbers to look up in it is skipped through, not
/// walked.
constexpr std::size_t kSkipFactor = 16;

}  // namespace

bool decided_by_postings(const Node& node) {
  if (node.kind == Kind::Phrase || node.kind == Kind::Title) return false;
  return std::all_of(node.children.begin(), node.children.end(), decided_by_postings);
}

std::vector<Xapian::docid> MatchSet::matches(const Node& query, std::size_t part) {
  part_ = part;
  Numbers numbers = evaluate(query);
  if (snapshot_.has_tombstones()) {
    numbers.erase(std::remove_if(numbers.begin(), numbers.end(),
                                 [&](Xapian::docid number) {
                                   return snapshot_.is_deleted(snapshot_.document_id(number, part));
                                 }),
                  numbers.end());
  }
  return numbers;
}

MatchSet::Numbers MatchSet::evaluate(const Node& node) {
  switch (node.kind) {
    case Kind::All:
      return postings("");
    case Kind::Word:
      return postings(std::string(stemmer_.stem(node.words.front())));
    case Kind::And:
      return all_of(node);
    case Kind::Or:
      return any_of(node);
    case Kind::Not: {
      Node all_but;
      all_but.kind = Kind::And;
      all_but.children.push_back(node);
      return all_of(all_but);
    }
    case Kind::Path:
      return matching_path(node.value);
    default:
      return united(filter_terms(node));
  }
}

// Words shrink the set one after the other, the rarest first; then the other operands, then those
// that exclude.
MatchSet::Numbers MatchSet::all_of(const Node& node) {
  std::vector<std::string> words;
  std::vector<const Node*> others;
  std::vector<const Node*> excluded;
  for (const Node& child : node.children) {
    if (child.kind == Kind::Word) {
      words.emplace_back(stemmer_.stem(child.words.front()));
    } else {
      (child.kind == Kind::Not ? excluded : others).push_back(&child);
    }
  }
  std::sort(words.begin(), words.end(), [&](const std::string& a, const std::string& b) {
    return database().get_termfreq(a) < database().get_termfreq(b);
  });
  const bool starts_with_word = !words.empty();
  Numbers numbers = starts_with_word ? postings(words.front())
                    : others.empty() ? postings("")
                                     : evaluate(*others.front());
  for (std::size_t i = 1; i < words.size(); ++i) keep_with_term(numbers, words[i]);
  const auto combine = [&](const Node& operand, auto operation) {
    const Numbers more = evaluate(operand);
    Numbers result;
    operation(numbers.begin(), numbers.end(), more.begin(), more.end(), std::back_inserter(result));
    numbers = std::move(result);
  };
  for (std::size_t i = starts_with_word ? 0 : 1; i < others.size(); ++i) {
    combine(*others[i], [](auto... range) { std::set_intersection(range...); });
  }
  for (const Node* child : excluded) {
    combine(child->children.front(), [](auto... range) { std::set_difference(range...); });
  }
  return numbers;
}

MatchSet::Numbers MatchSet::any_of(const Node& node) {
  Numbers numbers;
  for (const Node& child : node.children) {
    const Numbers more = evaluate(child);
    Numbers result;
    std::set_union(numbers.begin(), numbers.end(), more.begin(), more.end(),
                   std::back_inserter(result));
    numbers = std::move(result);
  }
  return numbers;
}

MatchSet::Numbers MatchSet::postings(const std::string& term) {
  Numbers numbers;
  numbers.reserve(term.empty() ? database().get_doccount() : database().get_termfreq(term));
  const auto end = database().postlist_end(term);
  for (auto at = database().postlist_begin(term); at != end; ++at) numbers.push_back(*at);
  return numbers;
}

/// The union of terms of which an article has one at most, as it has one day, one month, one
/// source.
MatchSet::Numbers MatchSet::united(const std::vector<std::string>& terms) {
  Numbers numbers;
  for (const std::string& term : terms) {
    const Numbers more = postings(term);
    numbers.insert(numbers.end(), more.begin(), more.end());
  }
  // Crawled by date, they are in order already.
  if (!std::is_sorted(numbers.begin(), numbers.end())) std::sort(numbers.begin(), numbers.end());
  return numbers;
}

void MatchSet::keep_with_term(Numbers& numbers, const std::string& term) {
  const bool skips = database().get_termfreq(term) / kSkipFactor > numbers.size();
  auto at = database().postlist_begin(term);
  const auto end = database().postlist_end(term);
  auto kept = numbers.begin();
  for (const Xapian::docid number : numbers) {
    if (skips && at != end && *at < number) at.skip_to(number);
    while (at != end && *at < number) ++at;
    if (at == end) break;
    if (*at == number) *kept++ = number;
  }
  numbers.erase(kept, numbers.end());
}

MatchSet::Numbers MatchSet::matching_path(const std::string& pattern) {
  Numbers numbers;
  const auto& roots = snapshot_.manifest().roots;
  const auto end = database().valuestream_end(schema::kFileSlot);
  for (auto at = database().valuestream_begin(schema::kFileSlot); at != end; ++at) {
    const std::string path = schema::absolute_path(roots, schema::decode_file(*at));
    if (path_matches(path, pattern)) numbers.push_back(at.get_docid());
  }
  return numbers;
}

}  // namespace dateline
