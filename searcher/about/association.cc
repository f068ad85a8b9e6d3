#include "searcher/about/association.h"

#include <cmath>

namespace dateline {

namespace {

/// k ln(k all / (row * column)); 0 for an empty cell, as its limit is.
double cell(double k, double row, double column, double all) {
  return k > 0 ? k * std::log(k * all / (row * column)) : 0;
}

}  // namespace

double expected_together(const Together& counts) {
  if (counts.all == 0) return 0;
  return static_cast<double>(counts.one) * static_cast<double>(counts.other) /
         static_cast<double>(counts.all);
}

double times_expected(const Together& counts) {
  const double expected = expected_together(counts);
  return expected > 0 ? static_cast<double>(counts.both) / expected : 0;
}

double log_likelihood_ratio(const Together& counts) {
  const auto both = static_cast<double>(counts.both);
  const auto one = static_cast<double>(counts.one);
  const auto other = static_cast<double>(counts.other);
  const auto all = static_cast<double>(counts.all);
  return 2 * (cell(both, one, other, all) + cell(one - both, one, all - other, all) +
              cell(other - both, all - one, other, all) +
              cell(all - one - other + both, all - one, all - other, all));
}

double cosine(const Together& counts) {
  if (counts.one == 0 || counts.other == 0) return 0;
  return static_cast<double>(counts.both) /
         std::sqrt(static_cast<double>(counts.one) * static_cast<double>(counts.other));
}

}  // namespace dateline
