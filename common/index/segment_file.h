// Opens a published segment. Not by its path, as Xapian would also take a text file of its own for a
// database: a "stub", which may name programs to run. The folder of an index may come from anybody.
#pragma once

#include <xapian.h>

#include <boost/filesystem/path.hpp>

namespace dateline {

/// REQUIRES a caller that turns Xapian's errors into ours. Throws Error if it is no file or cannot be
/// opened, Xapian::Error if it is no segment.
Xapian::Database open_segment(const boost::filesystem::path& file);

}  // namespace dateline
