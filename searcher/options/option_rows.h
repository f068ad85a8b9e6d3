// The option table of dateline-search: everything about an option but what its command does. A new
// option is a row here and a member of Options; one that is a command, also a row of
// command_facts.cc and of commands/command_table.cc.
#pragma once

#include <string>
#include <vector>

#include "common/cli/option_facts.h"
#include "common/cli/option_table.h"
#include "searcher/options/options.h"

namespace dateline {

/// What the rows fill: the options, and texts whose meaning depends on other options.
struct Given : Options {
  std::string from, to, today_text;
  bool format_given = false;
  bool print_config = false;
};

/// By groups, in the order of --help; an option takes its value in this order too.
const std::vector<OptionRows<Given>>& search_option_rows();

/// All that is said of dateline-search: what -h, --help, the manual and the completions are made
/// of.
ProgramFacts search_program();

}  // namespace dateline
