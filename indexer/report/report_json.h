// A run as JSON, for programs. Field names are a contract: tests name them.
#pragma once

#include <string>

#include "indexer/report/run_record.h"

namespace dateline {

/// One document, indented, ended by a newline. Times are ISO 8601 in UTC; sizes in bytes.
std::string json_of(const RunRecord& record);

}  // namespace dateline
