// What a run would do, found out without writing anything: no lock, no index made. Files are not
// read, so that those which are no articles count as indexed.
#pragma once

#include <functional>
#include <string>

#include "indexer/report/run_report.h"
#include "indexer/run/index_run.h"

namespace dateline {

/// Told of each file that a run would read, leave out or remove: "new", "changed", "removed", or
/// why it is left out.
using TellPlan = std::function<void(const std::string& path, const std::string& what)>;

/// The counts; `indexed` are the files that would be read. Throws Error like run_index.
RunReport dry_run(const RunOptions& options, const TellPlan& tell);

}  // namespace dateline
