// What is told of a run beside its counts. Plain data.
#pragma once

#include <cstdint>
#include <ctime>
#include <string>
#include <vector>

#include "common/index/manifest.h"
#include "indexer/report/run_report.h"

namespace dateline {

enum class RunEnd {
  Done,
  Stopped,  ///< by a signal or a time limit: what was indexed is published, the rest is left
  Failed,   ///< by an error: what was published before it stays
};

/// "done", "stopped", "failed"
constexpr const char* name_of(RunEnd end) {
  switch (end) {
    case RunEnd::Done:
      return "done";
    case RunEnd::Stopped:
      return "stopped";
    case RunEnd::Failed:
      return "failed";
  }
  return "";
}

struct RunRecord {
  unsigned run = 0;  ///< number; 1: the index's first
  std::time_t started = 0;
  std::time_t ended = 0;
  RunEnd end = RunEnd::Done;
  std::string why;  ///< it was stopped or failed; else empty
  std::string index;
  std::vector<std::string> roots;  ///< as crawled
  IndexSettings settings;
  unsigned workers = 0;  ///< 0: there was nothing to index
  std::uint64_t memory_bound_bytes = 0;
  std::uint64_t peak_memory_bytes = 0;
  RunReport report;
};

}  // namespace dateline
