#include "common/index/segment_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "common/error.h"

namespace dateline {

Xapian::Database open_segment(const boost::filesystem::path& file) {
  // Without O_NONBLOCK the other end of a FIFO would be waited for.
  const int segment = ::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  if (segment < 0) throw IndexError("cannot open segment " + file.string() + ": " + std::strerror(errno));
  struct stat facts {};
  if (::fstat(segment, &facts) != 0 || !S_ISREG(facts.st_mode)) {
    ::close(segment);
    throw IndexError("segment " + file.string() + " is damaged: it is no file");
  }
  return Xapian::Database(segment);  // which closes it, also when it throws
}

}  // namespace dateline
