// A run as a page to read: what --report prints. Printable text, lines ended by a newline.
#pragma once

#include <string>

#include "indexer/report/ledger.h"
#include "indexer/report/run_record.h"

namespace dateline {

/// How the run went, its summary, then what was left out or odd, failures first.
std::string page_of(const RunRecord& record, const LedgerSample& sample);

}  // namespace dateline
