// Every command of dateline-search is a function of one of three kinds, and a row in
// command_table.cc.
#pragma once

#include "common/error.h"
#include "searcher/commands/asked.h"
#include "searcher/options/options.h"
#include "searcher/output/output.h"

namespace dateline {

/// Needs no index.
using PlainCommand = ExitStatus (*)(const Options& options, Output& out);
/// Needs an index, and no query.
using IndexCommand = ExitStatus (*)(const Options& options, Searcher& searcher, Output& out);
/// Asks an index something. Without a query and filters, about all articles.
using QueryCommand = ExitStatus (*)(Asked& asked, Output& out);

// article_commands.cc
ExitStatus search(Asked& asked, Output& out);
ExitStatus count(Asked& asked, Output& out);
ExitStatus show(Asked& asked, Output& out);

// chart_commands.cc
ExitStatus timeline(Asked& asked, Output& out);
ExitStatus facets(Asked& asked, Output& out);
ExitStatus stats(const Options& options, Searcher& searcher, Output& out);

// batch_command.cc
ExitStatus batch(const Options& options, Searcher& searcher, Output& out);

// telling_commands.cc
ExitStatus explain(const Options& options, Output& out);
ExitStatus help(const Options& options, Output& out);
ExitStatus all_help(const Options& options, Output& out);
ExitStatus version(const Options& options, Output& out);

}  // namespace dateline
