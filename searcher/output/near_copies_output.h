// What --copies tells: an article and its near copies, the earliest published first. Pure functions.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "searcher/output/format.h"
#include "searcher/output/terminal.h"
#include "searcher/search.h"

namespace dateline {

/// `id`: of the article that was asked for, which is one of `copies`. `with_diff`: of each copy too, in what
/// its title and text differ from that one's; as text with some words around, colours where the terminal
/// has them, else [-removed-] and {+added+}.
std::string text_of(const std::vector<ArticleCopy>& copies, std::uint32_t id, bool with_diff,
                    const Terminal& terminal);
std::string json_of(const std::vector<ArticleCopy>& copies, std::uint32_t id, bool with_diff);
std::string table_of(Format format, const std::vector<ArticleCopy>& copies);

}  // namespace dateline
