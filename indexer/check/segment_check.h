// Looks into one segment: whether what it holds makes sense and adds up. Reads and uncompresses all of
// it. For a file that fits its checksum: Xapian's library need not survive any other.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "common/index/manifest.h"

namespace dateline {

/// Told of every article of a segment that is not deleted: its number and its file's root and path.
using SeeArticle =
    std::function<void(std::uint32_t number, std::uint32_t root, const std::string& path)>;

/// What is wrong in `segment` of an index, a sentence each, without its name. `has_file_list`:
/// the list of its files is whole, and is compared. Throws nothing but what `see` throws.
std::vector<std::string> contents_damage(const IndexPaths& paths, const Manifest& manifest,
                                         const SegmentInfo& segment, bool has_file_list,
                                         const SeeArticle& see);

}  // namespace dateline
