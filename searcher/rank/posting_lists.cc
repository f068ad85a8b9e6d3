#include "searcher/rank/posting_lists.h"

#include <utility>

namespace dateline {

namespace {

/// A posting list so many times longer than the articles to look up in it is skipped through.
constexpr std::size_t kSkipFactor = 4;

}  // namespace

const PostingList& PostingLists::read(const std::string& term) {
  const auto place = lists_.find(term);
  if (place != lists_.end()) return place->second;
  PostingList list;
  const std::size_t size = database_.get_termfreq(term);
  list.numbers.reserve(size);
  list.counts.reserve(size);
  const auto end = database_.postlist_end(term);
  for (auto at = database_.postlist_begin(term); at != end; ++at) {
    list.numbers.push_back(*at);
    list.counts.push_back(at.get_wdf());
  }
  postings_ += size;
  return lists_.emplace(term, std::move(list)).first->second;
}

bool PostingLists::is_worth_reading(const std::string& term, std::size_t numbers) {
  if (lists_.count(term) != 0) return true;
  if (database_.get_termfreq(term) / kSkipFactor <= numbers) return true;
  return !skipped_.insert(term).second;
}

void PostingLists::forget() {
  lists_.clear();
  skipped_.clear();
  postings_ = 0;
}

KeptPostings::KeptPostings(const std::vector<Xapian::Database>& segments, std::size_t most)
    : most_(most) {
  for (const Xapian::Database& segment : segments) lists_.emplace_back(segment);
}

void KeptPostings::shrink() {
  std::size_t postings = 0;
  std::size_t terms = 0;
  for (const PostingLists& lists : lists_) {
    postings += lists.postings();
    terms += lists.terms();
  }
  if (postings <= most_ && terms <= kMostTerms) return;
  for (PostingLists& lists : lists_) lists.forget();
}

}  // namespace dateline
