// Articles as entries for reference managers: RIS (Zotero, EndNote, Mendeley) and BibTeX. One entry
// needs nothing of the others. Control characters are replaced. Pure functions.
#pragma once

#include <string>

#include "searcher/search.h"

namespace dateline {

/// A record of type NEWS (Research Information Systems, "RIS Format Specifications"): lines "TAG  -
/// value" ended with CRLF, from TY to ER and an empty line.
std::string ris_entry(const Hit& hit);

/// An @article with the key "datelineID"; what TeX would take for a command is escaped, UTF-8 kept.
/// In braces of their own: the title, so that its capitals stay, and an author with a comma, so
/// that it stays one.
std::string bibtex_entry(const Hit& hit);

}  // namespace dateline
