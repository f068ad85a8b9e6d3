// Answers as tables (CSV or TSV, see table_text.h) and as bare paths for other programs. Pure
// functions.
#pragma once

#include <cstddef>
#include <string>

#include "searcher/output/answer.h"
#include "searcher/output/format.h"

namespace dateline {

/// The first line of a table of hits, and the line of one.
std::string table_header(Format format);
std::string table_row(Format format, const Hit& hit, std::size_t rank,
                      const PassageSettings& settings);

std::string table_of(Format format, const FacetCounts& counts);
std::string table_of(Format format, const IndexStats& stats);

/// The bytes of the path ended with `end`; made printable for a terminal.
std::string path_line(const std::string& path, char end, bool for_terminal);

}  // namespace dateline
