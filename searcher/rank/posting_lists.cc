#include "searcher/rank/posting_lists.h"

#include <algorithm>
#include <utility>

namespace dateline {

namespace {

/// A posting list so many times longer than the articles to look up in it is skipped through.
constexpr std::size_t kSkipFactor = 4;

}  // namespace

const PostingList& PostingLists::read(const std::string& term) {
  const auto place = lists_.find(term);
  if (place != lists_.end()) return place->second;
  std::vector<Xapian::docid> numbers;
  std::vector<std::uint32_t> counts;
  const std::size_t size = std::min<std::size_t>(database_.get_termfreq(term), range_.size());
  numbers.reserve(size);
  counts.reserve(size);
  const auto end = database_.postlist_end(term);
  for (auto at = database_.postlist_begin(term); at != end; ++at) {
    numbers.push_back(*at);
    counts.push_back(at.get_wdf());
  }
  range_.require_all(numbers);
  const PostingList& list =
      lists_.try_emplace(term, std::move(numbers), std::move(counts)).first->second;
  bytes_ += list.bytes();
  return list;
}

std::size_t PostingLists::frequency(const std::string& term) const {
  const auto place = lists_.find(term);
  return place != lists_.end() ? place->second.numbers().size() : database_.get_termfreq(term);
}

bool PostingLists::is_worth_reading(const std::string& term, std::size_t numbers) {
  if (lists_.count(term) != 0) return true;
  if (database_.get_termfreq(term) / kSkipFactor <= numbers) return true;
  return !skipped_.insert(term).second;
}

void PostingLists::forget() {
  lists_.clear();
  conditions_.clear();
  skipped_.clear();
  bytes_ = 0;
}

KeptPostings::KeptPostings(const std::vector<Xapian::Database>& segments,
                           const std::vector<SegmentInfo>& infos, std::size_t most_bytes)
    : most_bytes_(most_bytes) {
  for (std::size_t i = 0; i < segments.size(); ++i) lists_.emplace_back(segments[i], infos[i].range());
}

void KeptPostings::shrink() {
  std::size_t bytes = 0;
  std::size_t terms = 0;
  for (const PostingLists& lists : lists_) {
    bytes += lists.bytes();
    terms += lists.terms();
  }
  if (bytes <= most_bytes_ && terms <= kMostTerms) return;
  for (PostingLists& lists : lists_) lists.forget();
}

}  // namespace dateline
