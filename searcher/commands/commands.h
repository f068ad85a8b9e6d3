// Does what the options say: parse the query, ask the Searcher, print the answer.
#pragma once

#include "common/error.h"
#include "searcher/options/options.h"
#include "searcher/output/output.h"

namespace dateline {

/// Answers go to `out`, which the caller flushes; what went wrong with a query, and that nothing
/// was found, to standard error. Done, Partial (nothing found, some lines of a batch bad) or Usage
/// (a bad query). Throws Error.
ExitStatus run(const Options& options, Output& out);

}  // namespace dateline
