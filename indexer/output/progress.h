// Shows how far a run is, from a thread of its own: a bar that redraws itself on a terminal, else a
// line now and then.
#pragma once

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <mutex>
#include <optional>
#include <string>
#include <thread>

#include "indexer/crawl/crawler.h"
#include "indexer/run/index_run.h"

namespace dateline {

/// What a display says at one moment.
struct ProgressState {
  std::uint64_t files = 0;
  std::uint64_t indexed_bytes = 0;
  double seconds = 0;
  std::optional<std::uint64_t> files_in_all;  ///< once they have been counted
};

/// "12,345 files  41%  2,345/s  8.1 MB/s  3 min 10 s left", with a bar if it fits into `columns`.
std::string progress_line(const ProgressState& state, std::size_t columns);

/// {"files":12345,"bytes":987654,"seconds":5.2,"files_in_all":30000}, on one line; the last is null
/// until it is known.
std::string progress_json(const ProgressState& state);

class ProgressDisplay {
 public:
  enum class Style { Bar, Lines, Json };

  /// Starts showing on stderr; unless it is by lines the files are counted first, beside the run. REQUIRES
  /// `progress` to outlive the display.
  ProgressDisplay(Style style, const RunProgress& progress, const CrawlOptions& crawl);
  /// Stops, and clears the bar away.
  ~ProgressDisplay();
  ProgressDisplay(const ProgressDisplay&) = delete;
  ProgressDisplay& operator=(const ProgressDisplay&) = delete;

 private:
  void show_until_stopped();
  void show(std::chrono::steady_clock::time_point now) const;

  const Style style_;
  const RunProgress& progress_;
  const std::chrono::steady_clock::time_point start_;
  std::atomic<bool> cancelled_{false};
  std::atomic<std::int64_t> files_in_all_{-1};
  std::mutex mutex_;
  std::condition_variable stopped_;
  bool is_stopped_ = false;
  std::thread counter_;
  std::thread shower_;
};

/// The width of the terminal that stderr is, or `otherwise`.
std::size_t terminal_columns(std::size_t otherwise);

}  // namespace dateline
