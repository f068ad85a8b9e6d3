// The command line of dateline-index as plain data. Reads argv and DATELINE_INDEX; touches no file.
#pragma once

#include <chrono>
#include <ctime>
#include <optional>
#include <string>

#include "common/cli/option_facts.h"
#include "common/error.h"
#include "indexer/run/annotation.h"
#include "indexer/run/index_run.h"

namespace dateline {

/// What the program is to do.
enum class IndexerCommand {
  Index,
  Check,
  Repair,
  DryRun,
  RetryFailed,
  Report,
  Failed,
  Annotate,
  Dump,
  Help,
  LongHelp,
  Generate,
  PrintConfig,
  Version
};

struct IndexerOptions {
  IndexerCommand command = IndexerCommand::Index;
  RunOptions run;
  AnnotationOptions annotation;  ///< of IndexerCommand::Annotate
  std::optional<unsigned> report_run;  ///< of Report and Failed; none: the last
  bool report_as_json = false;         ///< of Report
  bool null_separated = false;         ///< of Failed
  std::optional<std::chrono::seconds> max_time;  ///< of a run
  std::optional<std::time_t> until;              ///< of a run
  bool nice = false;                             ///< of a run
  bool progress_as_json = false;                 ///< of a run
  std::string generate;  ///< of IndexerCommand::Generate: "man", "bash", "zsh", "fish"
  std::string config;    ///< of IndexerCommand::PrintConfig: what is printed
  bool verbose = false;
  bool quiet = false;
};

/// A Problem is bad usage: a message of one line, and a hint.
Result<IndexerOptions> parse_options(int argc, const char* const* argv);

/// All that is said of dateline-index: what -h and --help are made of.
ProgramFacts index_program();

}  // namespace dateline
