#include "searcher/rank/reranker.h"

#include <algorithm>
#include <functional>
#include <queue>

#include "searcher/rank/proximity.h"

namespace dateline {

std::size_t Reranker::depth() const {
  const bool zones = settings_.lead != 1 || settings_.title != 1;
  const bool near = settings_.proximity != 0 && ranking_.words().size() > 1;
  return (near || zones) && !ranking_.words().empty() ? settings_.reranked : 0;
}

void Reranker::rerank(std::vector<RankedArticle>& best, std::size_t wanted) {
  const std::size_t count = std::min(best.size(), depth());
  if (count == 0 || wanted == 0) return;
  ScoredPlaces places(ranking_.words(), stemmer_);
  // The `wanted` best keys so far, the least on top.
  std::priority_queue<double, std::vector<double>, std::greater<>> leaders;
  for (std::size_t i = 0; i < count; ++i) {
    if (leaders.size() == wanted && most(best[i].key) < leaders.top()) continue;
    best[i].key = better_key(best[i], places);
    leaders.push(best[i].key);
    if (leaders.size() > wanted) leaders.pop();
  }
  std::sort(best.begin(), best.begin() + static_cast<std::ptrdiff_t>(count));
}

// A word's share grows less than its count does.
double Reranker::most(double key) const {
  return key * std::max({1.0, settings_.lead, settings_.title}) +
         settings_.proximity * most_proximity(ranking_.words(), ranking_.bm25());
}

double Reranker::better_key(const RankedArticle& article, ScoredPlaces& places) {
  const std::vector<ScoredWord>& words = ranking_.words();
  const Bm25& bm25 = ranking_.bm25();
  places.read(decode_words(snapshot_.encoded_article(article.document)));
  const double norm = bm25.norm(places.words());
  double key = settings_.proximity * proximity_bonus(places.places(), words, bm25, norm);
  std::vector<double> counts(words.size());
  for (const auto& [position, word] : places.places()) {
    const bool in_title = position < places.title_words();
    const bool in_lead = position < places.title_words() + settings_.lead_words;
    counts[word] += in_title ? settings_.title : in_lead ? settings_.lead : 1;
  }
  for (std::size_t i = 0; i < words.size(); ++i) {
    key += words[i].weight * bm25.share(counts[i], norm);
  }
  return settings_.half_life_days > 0 ? key * ranking_.recency(snapshot_.date(article.document)) : key;
}

}  // namespace dateline
