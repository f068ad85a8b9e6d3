// Every match, one at a time: what exports and concordances are made of.
#include <algorithm>

#include "searcher/match/searcher.h"
#include "searcher/rank/reranker.h"

namespace dateline {

namespace {

/// Up to here sorting but the page is quicker.
constexpr std::uint64_t kPage = 1000;

}  // namespace

void Searcher::each(const SearchRequest& request, const std::function<bool(Hit&)>& see) {
  if (snapshot_.empty()) return;
  with_xapian("search", [&] {
    if (std::uint64_t{request.offset} + request.limit <= kPage) {
      for (Hit& hit : search(request).hits) {
        if (!see(hit)) return;
      }
      return;
    }
    const Plan plan = this->plan(request.query);
    const Ranking ranking(snapshot_, lengths_, stemmer_, request);
    std::vector<RankedArticle> order = candidates(request.query, ranking);
    std::sort(order.begin(), order.end());
    if (plan.exact()) {
      Reranker(snapshot_, stemmer_, ranking, request.ranking).rerank(order, order.size());
    }
    pass_matches(order, plan, request, see);
  });
}

// Decides one candidate after the other, so that the first is seen at once.
void Searcher::pass_matches(const std::vector<RankedArticle>& order, const Plan& plan,
                            const SearchRequest& request, const std::function<bool(Hit&)>& see) {
  TextMatcher decider(plan.residual, stemmer_);
  TextMatcher finder(request.query, stemmer_);
  std::uint64_t matched = 0;
  for (const RankedArticle& candidate : order) {
    if (matched >= std::uint64_t{request.offset} + request.limit) return;
    if (!plan.exact() && !decide(decider, candidate.document)) continue;
    if (matched++ < request.offset) continue;
    Hit hit = this->hit(candidate, request, finder);
    if (!see(hit)) return;
  }
}

}  // namespace dateline
