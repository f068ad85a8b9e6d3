// The command line of dateline-index as plain data. Reads argv and DATELINE_INDEX; touches no file.
#pragma once

#include <string>

#include "common/cli/option_facts.h"
#include "common/error.h"
#include "indexer/run/annotation.h"
#include "indexer/run/index_run.h"

namespace dateline {

/// What the program is to do.
enum class IndexerCommand { Index, Annotate, Dump, Help, LongHelp, Version };

struct IndexerOptions {
  IndexerCommand command = IndexerCommand::Index;
  RunOptions run;
  AnnotationOptions annotation;  ///< of IndexerCommand::Annotate
  bool verbose = false;
  bool quiet = false;
};

/// A Problem is bad usage: a message of one line, and a hint.
Result<IndexerOptions> parse_options(int argc, const char* const* argv);

/// All that is said of dateline-index: what -h and --help are made of.
ProgramFacts index_program();

}  // namespace dateline
