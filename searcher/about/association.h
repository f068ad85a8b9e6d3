// How closely two names belong together, from the number of articles that have one, the other, and
// both. Pure functions.
#pragma once

#include <cstdint>

namespace dateline {

/// REQUIRES both <= one, other; one + other - both <= all.
struct Together {
  std::uint64_t both = 0;   ///< articles with both names
  std::uint64_t one = 0;    ///< with the first, the other there or not
  std::uint64_t other = 0;  ///< with the second
  std::uint64_t all = 0;    ///< of all looked at
};

/// In how many articles both would be if they had nothing to do with each other: one * other / all.
double expected_together(const Together& counts);

/// How many times that they are: 1 is chance. 0 where nothing is expected.
double times_expected(const Together& counts);

/// The log-likelihood ratio G2 = 2 sum k ln(k all / (row sum * column sum)) over the four cells
/// (both, only one, only the other, neither): how badly chance explains the counts, above or below
/// what is expected. Unlike mutual information it does not put what is seen once or twice first.
/// T. Dunning, "Accurate Methods for the Statistics of Surprise and Coincidence", Computational
/// Linguistics 19 (1), 1993. Over 10.83 chance would be that far off once in 1,000 times.
double log_likelihood_ratio(const Together& counts);

/// both / sqrt(one * other), from 0 never to 1 always together (Salton's cosine: G. Salton, M.
/// McGill, "Introduction to Modern Information Retrieval", 1983).
double cosine(const Together& counts);

}  // namespace dateline
