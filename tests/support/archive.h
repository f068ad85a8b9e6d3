// A folder of articles that a test edits and indexes again and again. Its clock does not stand
// still: every write gives the file a time of change of its own, years ago, as the indexer reads
// files again that were changed a moment ago.
#pragma once

#include <cstdint>
#include <map>
#include <string>

#include "tests/support/scratch_folder.h"

namespace dateline {

class Archive {
 public:
  const ScratchFolder& folder() const { return folder_; }
  std::string path(const std::string& name = "") const { return folder_.path(name); }

  /// Makes or replaces the file; returns its path.
  std::string write(const std::string& name, const std::string& bytes);
  void remove(const std::string& name);

  /// What was written and not removed, by name.
  const std::map<std::string, std::string>& files() const { return files_; }

 private:
  ScratchFolder folder_;
  std::map<std::string, std::string> files_;
  std::int64_t clock_s_ = 1'600'000'000;
};

}  // namespace dateline
