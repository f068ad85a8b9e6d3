// In which order matches come: by BM25 over the posting lists that finding them has walked already, or
// by date. Not thread-safe: one a search.
#pragma once

#include <xapian.h>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "common/index/snapshot.h"
#include "common/text/stemmer.h"
#include "searcher/rank/article_lengths.h"
#include "searcher/rank/bm25.h"
#include "searcher/rank/posting_lists.h"
#include "searcher/rank/scored_terms.h"
#include "searcher/search.h"

namespace dateline {

class Ranking {
 public:
  using Numbers = std::vector<Xapian::docid>;

  /// `postings` are of the snapshot's segments. REQUIRES snapshot and lengths to outlive this. Throws Xapian::Error.
  Ranking(const Snapshot& snapshot, ArticleLengths& lengths, KeptPostings& postings,
          Stemmer& stemmer, const SearchRequest& request);

  /// Whether matches differ in what they are worth; else they come in the order of the crawl.
  bool orders() const { return sort_ != SortOrder::Relevance || !words_.empty(); }

  /// Keys, larger first, of articles of segment `part`, ascending, one each. By relevance: the sum over
  /// the words of the query that the article has, wherever in the query they stand, of weight * idf *
  /// share; by date: days, articles without one behind all others. `lists` are of that segment. Throws
  /// Xapian::Error.
  std::vector<double> keys(const Numbers& numbers, std::size_t part, PostingLists& lists) const;

  /// What the score of an article of that date is multiplied with: halved for each half-life of age,
  /// but 1/1024 at least, and so without a date; 1 if age is nothing to it, or the date is to come.
  double recency(std::optional<Date> date) const;

  /// By relevance: the words that give scores, their weights with their idf.
  const std::vector<ScoredWord>& words() const { return words_; }
  const Bm25& bm25() const { return bm25_; }

 private:
  std::vector<double> scores(const Numbers& numbers, std::size_t part, PostingLists& lists) const;
  std::vector<double> days(const Numbers& numbers, std::size_t part) const;
  template <class See>
  void each_date(const Numbers& numbers, std::size_t part, const See& see) const;

  const Snapshot& snapshot_;
  ArticleLengths& lengths_;
  SortOrder sort_;
  double half_life_days_;
  Date today_;
  Bm25 bm25_;
  std::vector<ScoredWord> words_;  ///< idf included
};

}  // namespace dateline
