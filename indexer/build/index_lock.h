// One indexer at a time: a lock on a file of the index folder, which the system lets go when the
// process ends, however it ends. Searching needs no lock.
#pragma once

#include <boost/filesystem/path.hpp>

namespace dateline {

class IndexLock {
 public:
  /// Takes the lock. Throws Error, naming the holder, if another process has it.
  explicit IndexLock(const boost::filesystem::path& file);
  ~IndexLock();
  IndexLock(const IndexLock&) = delete;
  IndexLock& operator=(const IndexLock&) = delete;

 private:
  int descriptor_;
};

}  // namespace dateline
