// What the scores of hits are made of.
#include <cmath>

#include "searcher/match/searcher.h"
#include "searcher/rank/reranker.h"

namespace dateline {

void Searcher::explain_scores(const SearchRequest& request, std::vector<Hit>& hits) {
  if (request.sort != SortOrder::Relevance) return;
  with_xapian("explain scores", [&] {
    const Ranking ranking(snapshot_, lengths_, postings_, stemmer_, request);
    Reranker reranker(snapshot_, stemmer_, ranking, request.ranking);
    for (Hit& hit : hits) {
      const auto document = snapshot_.find(hit.id);
      if (!document || ranking.words().empty()) continue;
      ScoreParts parts = reranker.parts(*document);
      // Where it does not come to the score, the order is by the postings alone: they know no places.
      if (std::abs(parts.total() - hit.score) > 1e-6 * hit.score) parts.proximity = 0;
      hit.score_parts = std::move(parts);
    }
  });
}

}  // namespace dateline
