#include "searcher/rank/posting_lists.h"

namespace dateline {

const PostingList& PostingLists::read(const std::string& term) {
  const auto [place, is_new] = lists_.try_emplace(term);
  PostingList& list = place->second;
  if (!is_new) return list;
  const std::size_t size = database_.get_termfreq(term);
  list.numbers.reserve(size);
  list.counts.reserve(size);
  const auto end = database_.postlist_end(term);
  for (auto at = database_.postlist_begin(term); at != end; ++at) {
    list.numbers.push_back(*at);
    list.counts.push_back(at.get_wdf());
  }
  return list;
}

const PostingList* PostingLists::find(const std::string& term) const {
  const auto place = lists_.find(term);
  return place == lists_.end() ? nullptr : &place->second;
}

}  // namespace dateline
