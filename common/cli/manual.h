// The manual page of a program, from its option table: roff for man(1). Pure function.
#pragma once

#include <string>

#include "common/cli/option_facts.h"

namespace dateline {

std::string manual_page(const ProgramFacts& program, const std::string& version);

}  // namespace dateline
