// From a file's path to an article: load, decode, read, with what the index must remember of the
// file.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "indexer/build/pipeline.h"
#include "indexer/readers/date_text.h"

namespace dateline {

/// A reader for one thread. `roots` as FileToIndex numbers them. Files over `largest_bytes` are
/// skipped.
LoadArticle make_file_reader(const std::vector<std::string>& roots, const DateRules& rules,
                             std::uint64_t largest_bytes);

}  // namespace dateline
