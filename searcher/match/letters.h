// How the letters of words are written: caps(US), allcaps(who), nocaps(apple). Pure functions.
#pragma once

#include <string_view>

#include "searcher/query/tree.h"

namespace dateline {

/// Whether every word of `text` is written as `letters` says. A letter that is neither small nor
/// capital, or a digit, says nothing: "2022" has no small letter, and no capital.
bool is_written_as(std::string_view text, Letters letters);

}  // namespace dateline
