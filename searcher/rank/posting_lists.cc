#include "searcher/rank/posting_lists.h"

namespace dateline {

namespace {

/// A posting list so many times longer than the articles to look up in it is skipped through.
constexpr std::size_t kSkipFactor = 4;

}  // namespace

const PostingList& PostingLists::read(const std::string& term) {
  const auto [place, is_new] = lists_.try_emplace(term);
  PostingList& list = place->second;
  if (!is_new) return list;
  const std::size_t size = database_.get_termfreq(term);
  list.numbers.reserve(size);
  list.counts.reserve(size);
  try {
    const auto end = database_.postlist_end(term);
    for (auto at = database_.postlist_begin(term); at != end; ++at) {
      list.numbers.push_back(*at);
      list.counts.push_back(at.get_wdf());
    }
  } catch (...) {
    lists_.erase(place);  // half of it
    throw;
  }
  postings_ += size;
  return list;
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
  for (const PostingLists& lists : lists_) postings += lists.postings();
  if (postings <= most_) return;
  for (PostingLists& lists : lists_) lists.forget();
}

}  // namespace dateline
