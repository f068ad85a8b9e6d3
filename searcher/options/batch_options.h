// Options that stand in a line of --batch before its query. Pure functions.
#pragma once

#include <string>

#include "common/error.h"
#include "searcher/options/options.h"

namespace dateline {

/// Whether a line of --batch has options of its own: it begins with two dashes.
bool has_options(const std::string& line);

/// `batch` with the options of the line in place of those given twice, and its query:
/// `--limit=3 --person='Angela Merkel' -- oil "gas price"`. The query is what stands behind the first -- that
/// stands alone, as it is; without one there is none. Values with spaces are in single or double quotes. A
/// Problem where the line is not so, or has an option that is not of a search alone (another form, another
/// index).
Result<Options> options_of_line(const Options& batch, const std::string& line);

}  // namespace dateline
