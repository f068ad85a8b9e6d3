// When articles were indexed: the runs of an index, in its manifest. Numbers of articles rise with
// every run and are never used twice, so that a run is known by its first one; what is kept of it
// survives every merge and rebuild.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace dateline {

/// One run of the indexer, or several joined: all articles from `first_article` up to the next
/// run's, none if that is the same. Times are ISO 8601, UTC: "2022-01-07T03:00:00Z".
struct IndexRun {
  std::string started;
  std::string updated;  ///< when its last articles were published
  std::uint32_t first_article = 1;
};

/// Joins neighbours among the older half of `runs`, so that there are no more than `most`: those long
/// ago are told apart less finely. Joined runs have the later time, so that none of their articles
/// seems older than it is.
void limit_runs(std::vector<IndexRun>& runs, std::size_t most);

/// The number from which on all articles were indexed at `time` (ISO 8601, UTC, or the beginning of
/// one: "2022-01-07") or later, and perhaps some a little before, of a run that ended later.
/// `next_article` where nothing was.
std::uint32_t first_article_since(const std::vector<IndexRun>& runs, const std::string& time,
                                  std::uint32_t next_article);

/// The first number of the last run; `next_article` where it indexed nothing or there was none.
std::uint32_t first_article_of_last_run(const std::vector<IndexRun>& runs,
                                        std::uint32_t next_article);

}  // namespace dateline
