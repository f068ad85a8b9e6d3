// How good a ranking is, by the measures of TREC, as trec_eval computes them. Pure functions.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <vector>

namespace dateline {

/// How relevant the judged articles are to one query: 0 not, 1 and more. Others count as 0.
using Grades = std::map<std::string, int>;

struct Measures {
  double average_precision = 0;  ///< of all that were found
  double ndcg_10 = 0;
  double precision_10 = 0;
  double recall_100 = 0;
  double reciprocal_rank = 0;
};

/// Of one query whose answer was `found`, best first. All 0 if nothing is relevant.
///   average precision   sum over the relevant found of (relevant up to there / rank) / all relevant
///   nDCG@10             sum of grade / log2(rank + 1) over the first ten, by that of the best order
///   P@10, recall@100    relevant of the first 10 / 10; of the first 100 / all relevant
///   reciprocal rank     1 / rank of the first relevant one
Measures measure(const std::vector<std::string>& found, const Grades& grades);

/// Of several queries; all 0 of none.
Measures mean(const std::vector<Measures>& all);

}  // namespace dateline
