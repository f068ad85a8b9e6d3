// What -h and --help print, from the option table. Pure functions; lines of at most 80 columns if
// the table's own are.
#pragma once

#include <string>

#include "common/cli/option_facts.h"

namespace dateline {

/// One screen: the options and sections that are common, each option a line.
std::string short_help(const ProgramFacts& program);

/// Everything: each option with all that is said of it, under the heading of its group.
std::string long_help(const ProgramFacts& program);

}  // namespace dateline
