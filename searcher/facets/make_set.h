// Numbers of articles from several lists as one set.
#pragma once

#include <cstdint>
#include <vector>

namespace dateline {

/// Sorts and leaves one of equals. Where the numbers stand close, as those of common names do, many
/// times as fast as by comparing them.
void make_set(std::vector<std::uint32_t>& numbers);

}  // namespace dateline
