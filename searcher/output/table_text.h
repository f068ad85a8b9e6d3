// Rows of tables for spreadsheets and scripts: CSV as RFC 4180 has it (CRLF, quotes where needed),
// TSV without quotes (a cell has neither tabs nor newlines). Made for people: control characters
// are replaced, white space but spaces becomes a space, and a cell that a spreadsheet would run as
// a formula starts with an apostrophe. Pure functions.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "searcher/output/format.h"

namespace dateline {

class TableText {
 public:
  /// Format::Tsv, else CSV.
  explicit TableText(Format format) : tabs_(format == Format::Tsv) {}

  /// A header, or a row whose cells are all this program's own or from cell(); ends the line.
  std::string row(const std::vector<std::string>& cells) const;

  /// Text from an article or a path.
  std::string cell(const std::string& text) const;

 private:
  bool tabs_;
};

}  // namespace dateline
