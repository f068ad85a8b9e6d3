// The command line of dateline-index: one table of options feeds parsing and help.
#pragma once

#include <optional>
#include <string>

#include "common/error.h"
#include "indexer/run/annotation.h"
#include "indexer/run/index_run.h"

namespace dateline {

struct IndexerOptions {
  RunOptions run;
  bool dump = false;  ///< print the index, index nothing
  /// Find names in files and print them, index nothing. Has no files otherwise.
  std::optional<AnnotationOptions> annotation;
  bool verbose = false;
  bool quiet = false;
};

/// What to do, or an exit status when there is nothing left to do: help was printed, or what was
/// wrong with the arguments.
struct ParsedOptions {
  std::optional<IndexerOptions> options;
  ExitStatus status = ExitStatus::Done;
};

ParsedOptions parse_options(int argc, const char* const* argv);

}  // namespace dateline
