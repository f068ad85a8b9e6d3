#include "searcher/output/problem_text.h"

#include <algorithm>

#include "common/text/columns.h"
#include "common/text/utf8.h"

namespace dateline {

namespace {

constexpr std::size_t kBytesBefore = 50;  // of the query that are shown before the column
constexpr std::size_t kColumnsShown = 76;

}  // namespace

std::string problem_text(const Problem& problem, const std::string& query) {
  std::string out = "dateline-search: " + printable(problem.message) + '\n';
  if (problem.column && !query.empty()) {
    const std::size_t at = std::min(*problem.column - 1, query.size());
    const std::size_t begin = at > kBytesBefore ? utf8_floor(query, at - kBytesBefore) : 0;
    const std::string_view shown = std::string_view(query).substr(begin);
    const std::string_view fitting = shown.substr(0, bytes_within(shown, kColumnsShown));
    out += "  " + printable(fitting) + '\n';
    out += std::string(2 + columns_of(shown.substr(0, at - begin)), ' ') + "^\n";
  }
  if (!problem.hint.empty()) out += "hint: " + printable(problem.hint) + '\n';
  return out;
}

}  // namespace dateline
