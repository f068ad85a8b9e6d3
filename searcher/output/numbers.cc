#include "searcher/output/numbers.h"

namespace dateline {

namespace {

std::uint64_t to_two_figures(std::uint64_t number) {
  std::uint64_t unit = 1;
  while (number / unit >= 100) unit *= 10;
  return (number + unit / 2) / unit * unit;
}

}  // namespace

std::string match_count(const Total& total) {
  const std::uint64_t count = total.exact ? total.count : to_two_figures(total.count);
  return (total.exact ? "" : "about ") + counted(count, "article") +
         (count == 1 ? " matches" : " match");
}

std::string duration(double milliseconds) {
  if (milliseconds >= 1000) return with_decimals(milliseconds / 1000, 2) + " s";
  return with_decimals(milliseconds, milliseconds < 10 ? 2 : 0) + " ms";
}

}  // namespace dateline
