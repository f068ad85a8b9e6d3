// Counts as text for people, with bars as wide as the terminal allows. Pure functions; lines are
// ended with a newline.
#pragma once

#include <string>

#include "searcher/output/terminal.h"
#include "searcher/search.h"

namespace dateline {

/// How many match, then a chart of each field.
std::string text_of(const FacetCounts& counts, const Terminal& terminal);

/// What is in an index, with a chart of the years and the largest sources.
std::string text_of(const IndexStats& stats, const Terminal& terminal);

}  // namespace dateline
