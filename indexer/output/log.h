// The indexer's log: everything to a rotating file in the index folder, what the user asked for to
// stderr. Thread-safe.
#pragma once

#include <boost/filesystem/path.hpp>
#include <memory>
#include <string>

namespace spdlog {
class logger;
}

namespace dateline {

class Log {
 public:
  /// Failures go to stderr always, the rest with `verbose`. The file is opened by the first line,
  /// so that a folder that is no index is left alone.
  Log(boost::filesystem::path index, bool verbose);
  ~Log();

  /// A line about one file. The path may hold any bytes.
  void file(const std::string& path, const std::string& what, bool is_failure);
  /// A line about the run.
  void run(const std::string& what);

 private:
  spdlog::logger& to_file();

  boost::filesystem::path index_;
  std::unique_ptr<spdlog::logger> stderr_;
  std::unique_ptr<spdlog::logger> file_;
};

}  // namespace dateline
