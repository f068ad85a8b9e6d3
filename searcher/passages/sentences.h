// Where sentences end, by rule: good enough to begin and end a passage or to cut a headline, not a
// linguist's segmentation. English abbreviations; the full stops of other scripts. Pure functions.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace dateline {

/// One past the last byte of the sentence that starts at `begin`: behind its full stop and closing
/// quotes, at the latest at the end of the paragraph (common/text/paragraphs.h: a newline, but for
/// those of a text that is `wrapped`; or the end of the text). Does not end at "Mr.", "U.S.", "J. R.",
/// "No. 5", "3.5" or before a small letter. REQUIRES begin <= text.size().
/// sentence_end("Mr. Xi left. He ...", 0) -> 12
std::size_t sentence_end(std::string_view text, std::size_t begin, bool wrapped = false);

/// Where the next sentence starts: the first byte at or behind `position` that is no white space.
std::size_t skip_spaces(std::string_view text, std::size_t position);

bool is_lower(std::int32_t code_point);

}  // namespace dateline
