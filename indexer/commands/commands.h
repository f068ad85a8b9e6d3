// What dateline-index can be told to do, one function each. Prints to standard output and error.
#pragma once

#include <functional>

#include "indexer/options.h"

namespace dateline {

/// Does what the options ask for. Throws Error. Returns the exit status: 0 to 3 as ExitStatus has
/// them, or 128 + the signal that stopped a run.
int run_command(const IndexerOptions& options);

/// The whole program: a command line in, its exit status out; throws nothing. `adjust` may change what
/// the options say.
int run_program(int argc, const char* const* argv,
                const std::function<void(IndexerOptions&)>& adjust = nullptr);

/// What is wrong, and what to do about it, on standard error.
void complain(const std::string& message, const std::string& hint);

}  // namespace dateline
