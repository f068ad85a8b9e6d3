// Xapian believes what the blocks of a segment say: a damaged one can end the process by a signal. Such an
// end is told as all damage is.
#pragma once

#include <boost/filesystem/path.hpp>

namespace dateline {

/// From now on a crash (SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT) starts this program anew in the same
/// process, to look for damage in the index in `folder`: tell_crash().
void watch_for_crash(const boost::filesystem::path& folder);

/// To be called before anything else with the arguments of main. Of a program started anew by a crash:
/// throws the Error that names the damaged file and the repair command, or ends by the signal of the crash
/// if the index is sound. Of any other does nothing.
void tell_crash(int argc, const char* const* argv);

}  // namespace dateline
