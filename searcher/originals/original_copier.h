// Copies of the files that articles were read from, in a folder of the user's that keeps their
// paths below the roots they were found in. Nothing is written outside that folder, whatever a path
// says and whatever links stand in it, and no file in it is replaced. Not thread-safe.
#pragma once

#include <boost/filesystem/path.hpp>
#include <cstdint>
#include <string>
#include <vector>

#include "common/index/schema.h"

namespace dateline {

/// What became of one file.
struct CopyOutcome {
  enum class Kind {
    Copied,
    AlreadyThere,  ///< with the same bytes
    Changed,       ///< copied, but the file is no longer as it was when it was indexed
    Vanished,      ///< the file is gone
    Clash,         ///< another file, or a link, stands in its place
    Failed,
  };

  Kind kind = Kind::Copied;
  std::string reason;  ///< of Failed
};

class OriginalCopier {
 public:
  /// `roots`: of the manifest. With several, each has a folder of its own, named after it (and
  /// numbered where two have one name). Makes the folder; throws Error if it cannot.
  OriginalCopier(const boost::filesystem::path& folder, const std::vector<std::string>& roots);
  ~OriginalCopier();
  OriginalCopier(const OriginalCopier&) = delete;
  OriginalCopier& operator=(const OriginalCopier&) = delete;

  /// Throws Error when the disk is full.
  CopyOutcome copy(const schema::FileRecord& file);

  /// Where a file goes, relative to the folder: none of its parts is "..", "." or empty. Empty for
  /// a path that has such.
  std::vector<std::string> place_of(const schema::FileRecord& file) const;

 private:
  std::vector<std::string> roots_;
  std::vector<std::string> names_;  ///< of the roots' folders; all empty where there is one root
  int folder_ = -1;                 ///< file descriptor
};

}  // namespace dateline
