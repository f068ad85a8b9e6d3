// Counts as lines with bars, as wide as the terminal allows: what all charts are made of.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "searcher/output/terminal.h"

namespace dateline {

/// One line of a bar chart.
struct ChartRow {
  std::string label;  ///< printable
  std::uint64_t count = 0;
};

/// A line a row, ended with a newline: label, count, and a bar whose length is the count's share of
/// the largest.
std::string chart(const std::vector<ChartRow>& rows, const Terminal& terminal);

/// A bar of `share` (0..1) of `columns`, in eighths of a column; never nothing for more than
/// nothing.
std::string bar(double share, std::size_t columns);

/// How long a bar may be behind so many columns.
std::size_t bar_columns(const Terminal& terminal, std::size_t taken);

}  // namespace dateline
