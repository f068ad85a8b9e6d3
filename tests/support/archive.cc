#include "tests/support/archive.h"

#include <fcntl.h>
#include <sys/stat.h>

namespace dateline {

std::string Archive::write(const std::string& name, const std::string& bytes) {
  const std::string path = folder_.write(name, bytes);
  ++clock_s_;
  const timespec times[] = {{clock_s_, 0}, {clock_s_, 5}};
  utimensat(AT_FDCWD, path.c_str(), times, 0);
  files_[name] = bytes;
  return path;
}

void Archive::remove(const std::string& name) {
  boost::filesystem::remove(folder_.path(name));
  files_.erase(name);
}

}  // namespace dateline
