// The runs of dateline-index as their user sees them: signals, progress, log, summary.
#pragma once

#include "common/error.h"
#include "indexer/options.h"
#include "indexer/report/report_folder.h"

namespace dateline {

/// A run. Returns its exit status; see run_command.
int index_articles(const IndexerOptions& options);

/// Throws the exception that is being handled, as an Error whose hint also says what the index holds
/// in spite of it.
[[noreturn]] void throw_with_what_is_kept(const boost::filesystem::path& index);

/// Runs `action`, which writes to `index`. Throws as throw_with_what_is_kept().
template <class Action>
auto telling_what_is_kept(const boost::filesystem::path& index, const Action& action)
    -> decltype(action()) {
  try {
    return action();
  } catch (...) {
    throw_with_what_is_kept(index);
  }
}

/// A run over the files that failed in the last one.
int retry_failed(const IndexerOptions& options);

/// Says what a run would do: its counts, with --verbose each file.
ExitStatus tell_dry_run(const IndexerOptions& options);

/// The reports of the index that the options name.
ReportFolder reports_of(const IndexerOptions& options);

}  // namespace dateline
