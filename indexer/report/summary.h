// A run's report as people read it: every file accounted for, dates, speed, size. Plain text.
#pragma once

#include <cstddef>
#include <string>

#include "indexer/report/run_report.h"

namespace dateline {

/// What became of the files: a line for each count.
std::string account_of(const RunReport& report);

/// Some ten to thirty lines, each ended by a newline; the chart's bars fit into `columns`.
std::string summary(const RunReport& report, std::size_t columns);

/// 4000 -> "1 h 07 min", 75 -> "1 min 15 s", 12.34 -> "12.3 s"
std::string as_duration(double seconds);

}  // namespace dateline
