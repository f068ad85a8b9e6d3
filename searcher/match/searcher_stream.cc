// Every match, one at a time: what exports and concordances are made of.
#include <algorithm>

#include "searcher/match/searcher.h"
#include "searcher/rank/reranker.h"

namespace dateline {

namespace {

/// Candidates decided at a time.
constexpr std::size_t kFirstDecided = 32;
constexpr std::size_t kMostDecided = 4096;

}  // namespace

void Searcher::each(const SearchRequest& request, const std::function<bool(Hit&)>& see) {
  if (snapshot_.empty()) return;
  with_xapian("search", [&] {
    if (std::uint64_t{request.offset} + request.limit <= kRankedPage) {
      for (Hit& hit : search(request).hits) {
        if (!see(hit)) return;
      }
      return;
    }
    const Plan plan = this->plan(request.query);
    const Ranking ranking(snapshot_, lengths_, postings_, stemmer_, request);
    std::vector<RankedArticle> order = candidates(request.query, ranking);
    std::sort(order.begin(), order.end());
    if (plan.exact()) {
      Reranker(snapshot_, stemmer_, ranking, request.ranking).rerank(order, order.size());
    }
    pass_matches(order, plan, request, see);
  });
}

// Decides few candidates at first, so that the first match is seen at once, then more: enough for all
// cores.
void Searcher::pass_matches(const std::vector<RankedArticle>& order, const Plan& plan,
                            const SearchRequest& request, const std::function<bool(Hit&)>& see) {
  TextMatcher finder(request.query, stemmer_);
  const std::uint64_t wanted = std::uint64_t{request.offset} + request.limit;
  std::uint64_t matched = 0;
  std::size_t to = 0;
  for (std::size_t at_once = kFirstDecided; to < order.size();
       at_once = std::min(at_once * 2, kMostDecided)) {
    const std::size_t from = to;
    to = std::min(from + at_once, order.size());
    std::vector<char> decided(to - from, 1);
    if (!plan.exact()) decided = verifier_.decide(plan.residual, documents_of(order, from, to));
    for (std::size_t i = from; i < to; ++i) {
      if (matched >= wanted) return;
      if (decided[i - from] == 0 || matched++ < request.offset) continue;
      Hit hit = this->hit(order[i], request, finder);
      if (!see(hit)) return;
    }
  }
}

}  // namespace dateline
