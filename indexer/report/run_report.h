// What a run did with every file it found, and what is worth telling about the articles. Plain
// data.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>

#include "common/date.h"
#include "indexer/build/pipeline.h"
#include "indexer/crawl/skip.h"

namespace dateline {

struct RunReport {
  std::uint64_t found = 0;                      ///< files, and folders that could not be entered
  std::uint64_t indexed = 0;                    ///< new and changed files
  std::uint64_t changed = 0;                    ///< of the indexed: replace an older article
  std::uint64_t unchanged = 0;                  ///< indexed by an earlier run
  std::uint64_t duplicate = 0;                  ///< the same file met again
  std::uint64_t skipped = 0;                    ///< no articles
  std::uint64_t failed = 0;                     ///< could not be read
  std::map<SkipReason, std::uint64_t> reasons;  ///< of the last three

  std::uint64_t removed = 0;  ///< articles whose files are gone

  std::uint64_t bytes = 0;      ///< of the indexed files
  std::uint64_t undated = 0;    ///< of the indexed articles, and so the rest
  std::uint64_t conflicts = 0;  ///< sources of the date disagree
  std::uint64_t impossible = 0;
  std::uint64_t ambiguous = 0;
  std::uint64_t repaired = 0;  ///< had bytes that were not UTF-8
  std::uint64_t names_cut = 0;  ///< had more names than an article keeps
  std::map<int, std::uint64_t> years;
  std::optional<Date> first_date;
  std::optional<Date> last_date;

  /// Found by a run that was stopped before it dealt with them; not among the others.
  std::uint64_t left = 0;

  double seconds = 0;
  std::uint64_t index_articles = 0;  ///< in the whole index afterwards
  std::uint64_t index_bytes = 0;

  /// Counts something that is not indexed.
  void add(const Skip& skip);
  /// Counts what came out of the pipeline.
  void add(const FileOutcome& outcome);
  /// Whether every file found is accounted for.
  bool adds_up() const { return found == indexed + unchanged + duplicate + skipped + failed; }
};

}  // namespace dateline
