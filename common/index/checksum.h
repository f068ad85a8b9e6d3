// Checksums of the files of an index: XXH3 of 64 bits, as 16 hexadecimal digits. They tell damage by
// accident, not by an adversary. 4 GB/s from memory.
#pragma once

#include <boost/filesystem/path.hpp>
#include <string>
#include <string_view>

namespace dateline {

std::string checksum_of(std::string_view bytes);

/// Of a whole file, a piece at a time. Throws Error if it cannot be read.
std::string file_checksum(const boost::filesystem::path& file);

}  // namespace dateline
