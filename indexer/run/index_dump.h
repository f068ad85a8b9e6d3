// An index as text, for comparing two of them: what it holds, whatever segments it is in and
// however it came to be.
#pragma once

#include <boost/filesystem/path.hpp>
#include <iosfwd>

namespace dateline {

/// Writes a line for each article in order of its number, then a line for each term with the
/// numbers and counts of its articles. Deleted articles are left out. Throws Error.
///   article 7 guardian/2022/01/07/x.txt date 2022-01-07 from 1 flags 0 text 9c1185a5c5e9fc54
///     signature 0f6d... (on the same line)
///   term protest 7:3 9:1
void dump_index(const boost::filesystem::path& index, std::ostream& out);

}  // namespace dateline
