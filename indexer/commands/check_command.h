// --check and --repair.
#pragma once

#include "common/error.h"
#include "indexer/options.h"

namespace dateline {

/// Prints whether the index is whole, and if not what to do: Done or Partial.
ExitStatus tell_check(const IndexerOptions& options);

/// Drops what is damaged, says so, and reads its files again. Returns the exit status of that run.
int repair_index(const IndexerOptions& options);

}  // namespace dateline
