// Cells and lines of CSV (RFC 4180), safe to open in a spreadsheet. Pure functions.
#pragma once

#include <initializer_list>
#include <string>

namespace dateline {

/// Text from an article as a cell: printable, no formula (an apostrophe in front), quoted where it
/// must be.
std::string csv_cell(const std::string& text);

/// A line of cells that are ready, ended with CRLF.
std::string csv_row(std::initializer_list<std::string> cells);

}  // namespace dateline
