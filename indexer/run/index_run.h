// One run of the indexer: crawl, leave what is unchanged, index what is new or changed, remove what
// is gone, and account for every file.
#pragma once

#include <atomic>
#include <boost/filesystem/path.hpp>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>

#include "common/date.h"
#include "common/index/manifest.h"
#include "indexer/build/pipeline.h"
#include "indexer/crawl/crawler.h"
#include "indexer/report/run_record.h"
#include "indexer/run/stop_request.h"

namespace dateline {

struct RunOptions {
  CrawlOptions crawl;  ///< index_folder is set by the run
  boost::filesystem::path index;
  IndexSettings settings;  ///< of a new index; an existing one keeps its own, but for these two if given:
  std::optional<DateOrder> date_order;
  std::optional<std::uint64_t> largest_article_bytes;
  Date today;  ///< dates are judged by it
  unsigned jobs = 1;
  std::uint64_t memory_bytes = 1ULL << 30;  ///< bound on the peak; fewer workers if need be
  bool keep_missing = false;  ///< articles whose files are gone stay
  bool wait = false;          ///< for another indexer to end, instead of refusing
  bool repair = false;        ///< read the files again that went with damaged segments, and no others
  const StopRequest* stop = nullptr;  ///< looked at now and then; null: never
  /// Sizes of batches and segments; the rest of it is set by the run. Tests make them small, so that
  /// a few hundred articles make several of each.
  Pipeline::Settings pipeline;
};

/// What a run crawls: its options with the index folder left out.
CrawlOptions crawl_options(const RunOptions& options);

/// Whether files can lie outside all folders given, and so belong to the crawler's last root, "/".
bool takes_single_files(const RunOptions& options);

/// How far a run is, for a progress display in another thread.
struct RunProgress {
  std::atomic<std::uint64_t> files{0};          ///< dealt with
  std::atomic<std::uint64_t> indexed_bytes{0};  ///< of them, read and indexed
};

/// Told of what is worth a line in the log. `is_failure`: a file could not be read.
using LogFile =
    std::function<void(const std::string& path, const std::string& what, bool is_failure)>;

/// Does the run, and writes its report into the index (indexer/report), also where it is stopped or
/// fails. The index holds all that was published even if it throws. Throws Error: a usage error if
/// none of the folders exists, else a broken world.
RunRecord run_index(const RunOptions& options, RunProgress& progress, const LogFile& log);

}  // namespace dateline
