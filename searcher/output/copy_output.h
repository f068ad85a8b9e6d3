// What --copy-to tells. Pure functions.
#pragma once

#include <cstdint>
#include <string>

#include "searcher/originals/original_copier.h"

namespace dateline {

struct CopyCounts {
  std::uint64_t copied = 0;
  std::uint64_t already_there = 0;
  std::uint64_t changed = 0;  ///< copied all the same
  std::uint64_t vanished = 0;
  std::uint64_t clashes = 0;
  std::uint64_t failed = 0;

  void add(const CopyOutcome& outcome);
  std::uint64_t good() const { return copied + already_there; }
  std::uint64_t all() const { return good() + changed + vanished + clashes + failed; }
};

/// What is to be said of a file beside counting it; empty for one that went well.
std::string said_of(const CopyOutcome& outcome);

std::string text_of(const CopyCounts& counts);
std::string json_of(const CopyCounts& counts);

}  // namespace dateline
