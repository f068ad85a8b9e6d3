#include "searcher/rank/reranker.h"

#include <algorithm>
#include <functional>
#include <queue>

#include "searcher/rank/proximity.h"

namespace dateline {

bool Reranker::weighs_zones() const { return settings_.lead != 1 || settings_.title != 1; }

std::size_t Reranker::depth() const {
  const bool near = settings_.proximity != 0 && ranking_.words().size() > 1;
  return (near || weighs_zones()) && !ranking_.words().empty() ? settings_.reranked : 0;
}

void Reranker::rerank(std::vector<RankedArticle>& best, std::size_t wanted) {
  const std::size_t count = std::min(best.size(), depth());
  if (count == 0 || wanted == 0) return;
  ScoredPlaces places(ranking_.words(), stemmer_);
  // The `wanted` best keys so far, the least on top.
  std::priority_queue<double, std::vector<double>, std::greater<>> leaders;
  for (std::size_t i = 0; i < count; ++i) {
    if (leaders.size() == wanted && most(best[i].key) < leaders.top()) continue;
    if (weighs_zones()) {
      best[i].key = parts(best[i].document, places).total();
    } else {
      best[i].key += proximity(best[i].document, places);
    }
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

double Reranker::proximity(Xapian::docid document, ScoredPlaces& places) {
  places.read_near(decode_words(snapshot_.encoded_article(document)));
  if (places.places().size() < 2) return 0;
  const double norm = ranking_.bm25().norm(snapshot_.database().get_doclength(document));
  double bonus = settings_.proximity *
                 proximity_bonus(places.places(), ranking_.words(), ranking_.bm25(), norm);
  if (settings_.half_life_days > 0) bonus *= ranking_.recency(snapshot_.date(document));
  return bonus;
}

ScoreParts Reranker::parts(Xapian::docid document) {
  ScoredPlaces places(ranking_.words(), stemmer_);
  ScoreParts parts = this->parts(document, places);
  for (std::size_t i = 0; i < parts.words.size(); ++i) {
    parts.words[i].stem = ranking_.words()[i].stems.front();
  }
  return parts;
}

/// Without the stems: they take time, and ranking needs none.
ScoreParts Reranker::parts(Xapian::docid document, ScoredPlaces& places) {
  const std::vector<ScoredWord>& words = ranking_.words();
  const Bm25& bm25 = ranking_.bm25();
  places.read(decode_words(snapshot_.encoded_article(document)));
  const double norm = bm25.norm(places.words());
  ScoreParts parts;
  parts.proximity = settings_.proximity * proximity_bonus(places.places(), words, bm25, norm);
  parts.words.resize(words.size());
  for (const auto& [position, number] : places.places()) {
    ScoreParts::Word& word = parts.words[number];
    ++word.count;
    if (position < places.title_words()) {
      ++word.in_title;
    } else if (position < places.title_words() + settings_.lead_words) {
      ++word.in_lead;
    }
  }
  for (std::size_t i = 0; i < words.size(); ++i) {
    ScoreParts::Word& word = parts.words[i];
    const double count = word.count + (settings_.title - 1) * word.in_title +
                         (settings_.lead - 1) * word.in_lead;
    word.score = words[i].weight * bm25.share(count, norm);
  }
  if (settings_.half_life_days > 0) parts.recency = ranking_.recency(snapshot_.date(document));
  return parts;
}

}  // namespace dateline
