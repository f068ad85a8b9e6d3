// Run files as trec_eval reads them. Pure functions.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "searcher/search.h"

namespace dateline {

/// "q1 Q0 2022/01/07/x.txt 1 12.345678901 dateline", ended. White space and control characters of the
/// document are written as %XX, for a space ends a column.
std::string trec_line(const std::string& query, const std::string& document, std::size_t rank,
                      double score, const std::string& run);

/// What the lines of one query have in common.
struct TrecQuery {
  std::string id = "1";
  std::string run;                 ///< the name of the run
  std::vector<std::string> roots;  ///< folders that were indexed

  /// The document is the path below the one folder that was indexed; of several, the whole path. Where
  /// nothing is ranked the score is 1 / rank, for trec_eval goes by the score alone.
  std::string line(const Hit& hit, std::size_t rank) const;
};

}  // namespace dateline
