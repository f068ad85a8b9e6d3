// What --copies tells: an article and its near copies, the earliest published first. Pure functions.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "searcher/output/format.h"
#include "searcher/output/terminal.h"
#include "searcher/search.h"

namespace dateline {

/// `id`: of the article that was asked for, which is one of `copies`.
std::string text_of(const std::vector<ArticleCopy>& copies, std::uint32_t id,
                    const Terminal& terminal);
std::string json_of(const std::vector<ArticleCopy>& copies, std::uint32_t id);
std::string table_of(Format format, const std::vector<ArticleCopy>& copies);

}  // namespace dateline
