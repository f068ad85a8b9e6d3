// Reads one file whole into memory. Never hangs on a FIFO or device put in a file's place, never
// holds more than `max_bytes`. Stateless: any thread.
#pragma once

#include <cstdint>
#include <string>

#include "indexer/crawl/skip.h"

namespace dateline {

struct LoadedFile {
  std::string bytes;
  std::uint64_t size_bytes = 0;  ///< as of the end of reading, and so mtime_ns
  std::int64_t mtime_ns = 0;     ///< since 1970-01-01 UTC
  bool changed_while_reading = false;
};

/// The file's bytes up to its end, wherever that is by the time it is reached; or a Skip: Missing,
/// Unreadable (detail: the system's message), NotRegular, TooLarge (over `max_bytes`).
OrSkip<LoadedFile> load_file(const std::string& path, std::uint64_t max_bytes);

/// All of standard input, whatever that is; or a Skip: Unreadable, TooLarge.
OrSkip<std::string> load_standard_input(std::uint64_t max_bytes);

}  // namespace dateline
