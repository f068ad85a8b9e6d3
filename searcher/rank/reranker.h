// The best articles by their postings, put in a better order by where in their texts the words of the
// query stand. Not thread-safe. Cost: reading and walking a text, some 20 us, for those articles that
// could still come among the wanted.
#pragma once

#include <cstddef>
#include <vector>

#include "common/index/snapshot.h"
#include "common/text/stemmer.h"
#include "searcher/rank/ranking.h"
#include "searcher/rank/score_parts.h"
#include "searcher/rank/settings.h"
#include "searcher/rank/top_articles.h"
#include "searcher/rank/scored_places.h"

namespace dateline {

class Reranker {
 public:
  /// REQUIRES all to outlive this.
  Reranker(Snapshot& snapshot, Stemmer& stemmer, const Ranking& ranking,
           const RankSettings& settings)
      : snapshot_(snapshot), stemmer_(stemmer), ranking_(ranking), settings_(settings) {}

  /// How many of the best articles are put in order.
  std::size_t depth() const;

  /// Puts the first depth() of `best`, which are by key, in the order of their better keys; the others
  /// stay behind them. Only the first `wanted` are sure to be in place. Throws Error, Xapian::Error.
  void rerank(std::vector<RankedArticle>& best, std::size_t wanted);

  /// What the better key of an article is made of.
  ScoreParts parts(Xapian::docid document);

 private:
  /// No better key of an article with this key is larger.
  double most(double key) const;
  ScoreParts parts(Xapian::docid document, ScoredPlaces& places);
  /// The part of the better key that the key lacks, if words in title and lead count like any.
  double proximity(Xapian::docid document, ScoredPlaces& places);
  bool weighs_zones() const;

  Snapshot& snapshot_;
  Stemmer& stemmer_;
  const Ranking& ranking_;
  const RankSettings& settings_;
};

}  // namespace dateline
