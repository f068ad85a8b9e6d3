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

// kwic_command.cc
ExitStatus kwic(Asked& asked, Output& out);

// near_copies_command.cc
ExitStatus near_copies(const Options& options, Searcher& searcher, Output& out);

// chart_commands.cc
ExitStatus timeline(Asked& asked, Output& out);
ExitStatus facets(Asked& asked, Output& out);
ExitStatus stats(const Options& options, Searcher& searcher, Output& out);

// entity_commands.cc
ExitStatus entities(Asked& asked, Output& out);
ExitStatus about(Asked& asked, Output& out);
ExitStatus network(Asked& asked, Output& out);

// card_command.cc
ExitStatus card(Asked& asked, Output& out);

// copy_command.cc
ExitStatus copy_originals(Asked& asked, Output& out);

// saved_commands.cc. The first two go before whatever command there is.
ExitStatus save_search(const Options& options);
ExitStatus run_saved(const Options& options, Output& out);
ExitStatus saved_list(const Options& options, Output& out);
ExitStatus forget(const Options& options, Output& out);
ExitStatus alerts(const Options& options, Output& out);

// batch_command.cc
ExitStatus batch(const Options& options, Searcher& searcher, Output& out);

// telling_commands.cc
ExitStatus explain(const Options& options, Output& out);
ExitStatus help(const Options& options, Output& out);
ExitStatus all_help(const Options& options, Output& out);
ExitStatus query_help(const Options& options, Output& out);
ExitStatus generate(const Options& options, Output& out);
ExitStatus print_config(const Options& options, Output& out);
ExitStatus version(const Options& options, Output& out);

}  // namespace dateline
