// What --alerts prints of one saved search that has something new. Pure functions.
#pragma once

#include <string>

#include "searcher/output/answer.h"
#include "searcher/output/terminal.h"
#include "searcher/saved/saved_searches.h"

namespace dateline {

/// A heading, then the list of hits.
std::string alert_text(const SavedSearch& search, const Answer& answer, const Terminal& terminal);

/// json_of(answer) with the fields "saved" (the name) and "index" before it, on one line.
std::string alert_json(const SavedSearch& search, const Answer& answer);

}  // namespace dateline
