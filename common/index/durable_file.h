// Files that are whole or not there at all, whatever happens: written beside, synced, renamed.
#pragma once

#include <boost/filesystem/path.hpp>
#include <functional>
#include <string>
#include <string_view>

namespace dateline {

/// Replaces `path` by `content`: after a crash at any point there is the old file or the new one.
/// Throws Error.
void write_file_durably(const boost::filesystem::path& path, std::string_view content);

/// Waits until the file's (or folder's) content is on disk. Throws Error.
void sync_file(const boost::filesystem::path& path);

/// Moves a file whose content is on disk to its final name in the same file system, and waits until
/// the name is on disk too. Throws Error.
void publish_file(const boost::filesystem::path& from, const boost::filesystem::path& to);

/// The whole file. Throws Error, also of a FIFO or a device.
std::string read_file(const boost::filesystem::path& path);

/// The whole of what a user names, which may be a pipe. Throws Error.
std::string read_input(const boost::filesystem::path& path);

/// As read_file(), a piece of at most 64 KB after the other, each valid during its call.
void read_file_in_pieces(const boost::filesystem::path& path,
                         const std::function<void(std::string_view piece)>& take);

}  // namespace dateline
