#include "common/index/run_history.h"

#include <algorithm>

namespace dateline {

void limit_runs(std::vector<IndexRun>& runs, std::size_t most) {
  if (runs.size() <= most) return;
  const std::size_t older = runs.size() / 2 / 2 * 2;
  std::vector<IndexRun> kept;
  for (std::size_t i = 0; i < older; i += 2) {
    kept.push_back({runs[i].started, runs[i + 1].updated, runs[i].first_article});
  }
  kept.insert(kept.end(), runs.begin() + static_cast<std::ptrdiff_t>(older), runs.end());
  runs = std::move(kept);
}

std::uint32_t first_article_since(const std::vector<IndexRun>& runs, const std::string& time,
                                  std::uint32_t next_article) {
  // A clock may have been set back: the first of all that are late enough.
  const auto run = std::find_if(runs.begin(), runs.end(),
                                [&](const IndexRun& one) { return one.updated >= time; });
  return run == runs.end() ? next_article : run->first_article;
}

std::uint32_t first_article_of_last_run(const std::vector<IndexRun>& runs,
                                        std::uint32_t next_article) {
  return runs.empty() ? next_article : runs.back().first_article;
}

}  // namespace dateline
