// --timeline in any form. Pure functions.
#pragma once

#include <string>

#include "searcher/output/format.h"
#include "searcher/output/terminal.h"
#include "searcher/timeline/comparison.h"

namespace dateline {

/// A line with a bar for each unit and query, "*" behind it in a burst; then totals. With `share`
/// the bars are of the share of all articles of the unit, which is told in per cent.
std::string text_of(const TimelineComparison& timeline, bool share, const Terminal& terminal);

std::string json_of(const TimelineComparison& timeline);

/// A row for each query and unit, then one of its undated articles.
std::string table_of(Format format, const TimelineComparison& timeline);

}  // namespace dateline
