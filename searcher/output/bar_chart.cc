#include "searcher/output/bar_chart.h"

#include <algorithm>
#include <cmath>

#include "common/text/columns.h"
#include "common/text/numbers.h"

namespace dateline {

namespace {

constexpr std::size_t kLongestBar = 60;  // columns

}  // namespace

std::string bar(double share, std::size_t columns) {
  static constexpr const char* kEighths[] = {"", "▏", "▎", "▍", "▌", "▋", "▊", "▉"};
  const auto eighths =
      static_cast<std::size_t>(std::lround(share * static_cast<double>(columns) * 8));
  std::string out;
  for (std::size_t i = 0; i < eighths / 8; ++i) out += "█";
  out += kEighths[eighths % 8];
  return out.empty() && share > 0 ? kEighths[1] : out;
}

std::size_t bar_columns(const Terminal& terminal, std::size_t taken) {
  return std::min(terminal.columns > taken + 4 ? terminal.columns - taken : 4, kLongestBar);
}

std::string chart(const std::vector<ChartRow>& rows, const Terminal& terminal) {
  std::uint64_t most = 1;
  std::size_t label_columns = 0;
  for (const ChartRow& row : rows) {
    most = std::max(most, row.count);
    label_columns = std::max(label_columns, columns_of(row.label));
  }
  const std::size_t count_columns = with_commas(most).size();
  const std::size_t columns = bar_columns(terminal, label_columns + count_columns + 4);
  std::string out;
  for (const ChartRow& row : rows) {
    const std::string count = with_commas(row.count);
    const double share = static_cast<double>(row.count) / static_cast<double>(most);
    const std::string drawn = bar(share, columns);
    out += row.label + std::string(label_columns - columns_of(row.label), ' ') + "  " +
           std::string(count_columns - count.size(), ' ') + count;
    if (!drawn.empty()) out += "  " + painted(drawn, Paint::Facts, terminal);
    out += '\n';
  }
  return out;
}

}  // namespace dateline
