// The reports of an index's runs on disk: which there are, their files, and taking old ones away.
#pragma once

#include <boost/filesystem/path.hpp>
#include <optional>
#include <string>
#include <vector>

namespace dateline {

class ReportFolder {
 public:
  explicit ReportFolder(boost::filesystem::path folder) : folder_(std::move(folder)) {}

  /// The numbers of the runs that have a whole report, ascending. None if there is no folder.
  std::vector<unsigned> runs() const;

  /// The number for the next run: more than any file here has.
  unsigned next_run() const;

  /// `run`, or the last one if it is none. Throws Error, naming those there are, if there is none.
  unsigned find(std::optional<unsigned> run) const;

  boost::filesystem::path json(unsigned run) const { return file(run, ".json"); }
  boost::filesystem::path page(unsigned run) const { return file(run, ".txt"); }
  boost::filesystem::path files(unsigned run) const { return file(run, ".files.jsonl"); }
  boost::filesystem::path failed(unsigned run) const { return file(run, ".failed"); }

  /// The files that failed in a run (none: the last). Throws Error as find() does.
  std::vector<std::string> failed_paths(std::optional<unsigned> run) const;

  /// Makes the folder if it is missing, removes what runs that were cut off left, and all but the
  /// last `keep` reports. Throws Error.
  void prepare(std::size_t keep) const;

 private:
  boost::filesystem::path file(unsigned run, const char* ending) const;

  boost::filesystem::path folder_;
};

}  // namespace dateline
