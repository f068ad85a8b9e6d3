// What each command takes and needs, so that a mistake is told before anything is done.
#pragma once

#include <optional>
#include <vector>

#include "common/error.h"
#include "searcher/options/options.h"

namespace dateline {

struct CommandFacts {
  Command command;
  enum class Query { None, Optional, Needed } query;  ///< filters such as --from count as one
  bool needs_index;
  std::vector<Format> formats;  ///< it can print
};

/// REQUIRES that the command has a row in the table.
const CommandFacts& facts_of(Command command);

/// What the options' command needs and lacks, or cannot do with.
std::optional<Problem> check_command(const Options& options);

}  // namespace dateline
