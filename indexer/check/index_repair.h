// Takes what is damaged out of an index, so that it can be searched, and notes which files are to be
// read again for it: the run that follows does that (RunOptions::repair).
#pragma once

#include <boost/filesystem/path.hpp>
#include <cstdint>
#include <string>
#include <vector>

#include "indexer/build/index_lock.h"

namespace dateline {

struct Repair {
  std::vector<std::string> done;      ///< what was done about what damage, a sentence each
  std::vector<std::string> not_done;  ///< what cannot be mended, and what to do about it
  std::uint64_t files_gone = 0;       ///< of dropped segments, not on disk any more
  std::uint64_t files_to_read = 0;    ///< lost by this repair or one that was cut off
};

/// Checks the index (index_check.h), restores a damaged manifest or list of files, and drops damaged
/// segments, all of them in one change of the manifest: killed at any point, it can be done again.
/// Throws Error. `wait`: see IndexLock.
Repair drop_damaged(const boost::filesystem::path& index, const IndexLock::Wait& wait);

}  // namespace dateline
