// Writes down what becomes of a run's files while it goes, so that its memory does not grow with
// them. What the files hold is told in README.md. Thread-safe but for finish().
#pragma once

#include <boost/filesystem/path.hpp>
#include <cstdint>
#include <fstream>
#include <functional>
#include <mutex>
#include <string>
#include <vector>

#include "indexer/report/report_folder.h"
#include "indexer/report/run_record.h"

namespace dateline {

/// One file of the ledger.
struct LedgerEntry {
  std::string path;  ///< absolute
  std::string fate;  ///< "skipped", "duplicate", "failed"; "indexed": but see why
  std::string why;   ///< "too large", "no date"
  std::string stage;   ///< "crawl", "load", "decode", "read"
  std::string detail;  ///< particular to this file; may be empty
  std::string advice;  ///< what may be done about it
};

/// The first entries of each fate and reason, for the page.
struct LedgerSample {
  static constexpr std::size_t kMostOfAKind = 50;

  struct Kind {
    std::string fate;
    std::string why;
    std::string advice;
    std::uint64_t count = 0;
    std::vector<LedgerEntry> first;  ///< kMostOfAKind at most
  };
  std::vector<Kind> kinds;  ///< in the order they were met

  void add(const LedgerEntry& entry);
};

class Ledger {
 public:
  /// Begins the report of the next run. Throws Error if its files cannot be made.
  explicit Ledger(const boost::filesystem::path& folder);

  unsigned run() const { return run_; }

  /// A file that is not indexed.
  void add(const std::string& path, const Skip& skip);

  /// A file that went through the pipeline, if there is anything to say of it.
  void add(const std::string& path, const FileOutcome& outcome);

  /// Puts the report into its place, all of it on disk. Throws Error.
  void finish(const RunRecord& record);

 private:
  void write(const LedgerEntry& entry);

  ReportFolder folder_;
  unsigned run_;
  std::mutex mutex_;
  std::ofstream files_;
  std::ofstream failed_;
  LedgerSample sample_;
};

}  // namespace dateline
