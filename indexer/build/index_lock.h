// One indexer at a time: a lock on a file of the index folder, which the system lets go when the
// process ends, however it ends. Searching needs no lock.
#pragma once

#include <boost/filesystem/path.hpp>
#include <functional>
#include <string>

namespace dateline {

class IndexLock {
 public:
  /// Takes the lock. If another process has it, asks `wait` again and again whether to wait a
  /// little longer; throws Error, naming the holder, once it says no. `holder` is for it to tell:
  /// "process 4711 on news.example.org".
  using Wait = std::function<bool(const std::string& holder)>;
  explicit IndexLock(const boost::filesystem::path& file, const Wait& wait = nullptr);
  ~IndexLock();
  IndexLock(const IndexLock&) = delete;
  IndexLock& operator=(const IndexLock&) = delete;

 private:
  int descriptor_;
};

}  // namespace dateline
