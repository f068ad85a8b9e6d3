// Whether a published index is sound: every file against the manifest, and all that is in them. Takes
// no lock: an indexer may go on meanwhile.
#pragma once

#include <boost/filesystem/path.hpp>
#include <cstdint>
#include <string>
#include <vector>

#include "common/index/manifest.h"

namespace dateline {

struct IndexCheck {
  enum class Harm {
    Segment,    ///< the articles of a segment are lost
    FileList,   ///< the list of a segment's files: it can be made again
    Manifest,   ///< the manifest or its copy, of which the other is sound
    Unfinished  ///< nothing is damaged, but a repair was cut off
  };
  struct Damage {
    Harm harm = Harm::Segment;
    std::string segment;  ///< its SegmentInfo::file, if one is concerned
    std::string what;     ///< what is damaged, and how it shows
  };

  Manifest manifest;            ///< as it was checked
  std::vector<Damage> damage;   ///< none: the index is sound
  std::uint64_t left_over = 0;  ///< files that belong to no state; the next run sweeps them

  bool is_sound() const { return damage.empty(); }
};

/// Checks all of an index. Throws Error if there is none, or its manifest is of another format or
/// damaged beyond repair.
IndexCheck check_index(const boost::filesystem::path& folder);

}  // namespace dateline
