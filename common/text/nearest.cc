#include "common/text/nearest.h"

#include <algorithm>
#include <cstddef>

namespace dateline {

namespace {

constexpr std::size_t kLongestName = 40;  // nothing longer is a mistyped name

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

/// Optimal string alignment distance, three rows of the table at a time.
std::size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> before(b.size() + 1), last(b.size() + 1), row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) last[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t replaced = last[j - 1] + (lower(a[i - 1]) == lower(b[j - 1]) ? 0 : 1);
      row[j] = std::min({replaced, last[j] + 1, row[j - 1] + 1});
      const bool swapped = i > 1 && j > 1 && lower(a[i - 1]) == lower(b[j - 2]) &&
                           lower(a[i - 2]) == lower(b[j - 1]);
      if (swapped) row[j] = std::min(row[j], before[j - 2] + 1);
    }
    before.swap(last);
    last.swap(row);
  }
  return last[b.size()];
}

}  // namespace

std::string nearest(std::string_view typed, const std::vector<std::string>& names) {
  if (typed.size() > kLongestName) return "";
  std::string best;
  std::size_t best_distance = kLongestName;
  for (const std::string& name : names) {
    const std::size_t distance = edit_distance(typed, name);
    const std::size_t allowed = std::max<std::size_t>(1, (name.size() + 1) / 3);
    if (distance > allowed || distance >= best_distance) continue;
    best = name;
    best_distance = distance;
  }
  return best;
}

std::string did_you_mean(const std::string& name) {
  return name.empty() ? "" : "did you mean " + name + "?";
}

}  // namespace dateline
