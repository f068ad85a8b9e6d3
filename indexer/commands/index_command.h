// The runs of dateline-index as their user sees them: signals, progress, log, summary.
#pragma once

#include "common/error.h"
#include "indexer/options.h"
#include "indexer/report/report_folder.h"

namespace dateline {

/// A run. Returns its exit status; see run_command.
int index_articles(const IndexerOptions& options);

/// A run over the files that failed in the last one.
int retry_failed(const IndexerOptions& options);

/// Says what a run would do: its counts, with --verbose each file.
ExitStatus tell_dry_run(const IndexerOptions& options);

/// The reports of the index that the options name.
ReportFolder reports_of(const IndexerOptions& options);

}  // namespace dateline
