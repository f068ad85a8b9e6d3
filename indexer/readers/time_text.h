// Measures the time of day behind a date, so that it is not taken for text. Stateless.
#pragma once

#include <cstddef>
#include <string_view>

namespace dateline {

/// Bytes of the time of day that `text` starts with, as follows a date: "T10:00:00Z", " 10:00 am",
/// ", 10:00:00 +0000", " at 10:00"; 0 if there is none.
std::size_t time_length(std::string_view text);

}  // namespace dateline
