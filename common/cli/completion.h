// What lets shells complete a program's options and their values, from its option table. Names of
// an index are asked of the program itself while completing. Pure functions.
#pragma once

#include <string>

#include "common/cli/option_facts.h"

namespace dateline {

/// To be read by bash (4.4 or later), as /usr/share/bash-completion/completions/PROGRAM.
std::string bash_completion(const ProgramFacts& program);

/// A function for zsh's fpath: site-functions/_PROGRAM.
std::string zsh_completion(const ProgramFacts& program);

/// vendor_completions.d/PROGRAM.fish
std::string fish_completion(const ProgramFacts& program);

}  // namespace dateline
