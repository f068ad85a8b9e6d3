// The files that go with a program when it is installed, made by the program itself: what the
// hidden option --generate prints.
#pragma once

#include <string>

#include "common/cli/option_facts.h"
#include "common/error.h"

namespace dateline {

/// `what`: "man", "bash", "zsh" or "fish".
Result<std::string> generated(const ProgramFacts& program, const std::string& version,
                              const std::string& what);

}  // namespace dateline
