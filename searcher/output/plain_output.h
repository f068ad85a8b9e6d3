// Answers as CSV for spreadsheets and as bare paths for other programs. Pure functions.
//
// CSV is RFC 4180: a header line, CRLF, UTF-8. It is made for people: control characters are
// replaced, and a cell that a spreadsheet would run as a formula starts with an apostrophe.
#pragma once

#include <string>

#include "searcher/output/answer.h"

namespace dateline {

std::string csv_of(const Answer& answer);
std::string csv_of(const Timeline& timeline);
std::string csv_of(const FacetCounts& counts);
std::string csv_of(const IndexStats& stats);

/// The bytes of the paths, each ended with `end`; made printable for a terminal.
std::string paths_of(const SearchResults& results, char end, bool for_terminal);

}  // namespace dateline
