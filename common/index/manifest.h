// The manifest: which segments make up an index, and how they were made. Replacing it is what
// publishes a change; readers see the state before or after, never between.
#pragma once

#include <boost/filesystem/path.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "common/index/run_history.h"

namespace dateline {

/// One published segment. Its articles have numbers first..last (some may be missing), which no
/// other segment has; segments are listed in that order.
struct SegmentInfo {
  std::string file;  ///< below segments/
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  std::uint64_t articles = 0;  ///< in the file, deleted ones included
  std::uint64_t deleted = 0;   ///< of them, in the tombstones
  std::string tombstones;      ///< file below tombstones/; empty: none deleted
  std::uint64_t text_bytes = 0;
  std::uint64_t file_bytes = 0;
};

/// What decides how articles are indexed; fixed when an index is made.
struct IndexSettings {
  std::string language = "english";  ///< of the stemmer
  bool entities = false;             ///< people, organisations and places are looked for

  /// Whether articles get entities: there is a tagger for English only.
  bool finds_entities() const { return entities && (language == "english" || language == "en"); }
};

struct Manifest {
  std::uint64_t generation = 0;    ///< one more with every change
  std::uint32_t next_article = 1;  ///< numbers are never used twice
  std::uint32_t next_file = 1;     ///< for names of segments and tombstones
  std::string updated;             ///< ISO 8601, UTC
  IndexSettings settings;
  std::vector<std::string> roots;  ///< absolute folders; articles name theirs by its place here
  std::vector<SegmentInfo> segments;
  std::vector<IndexRun> runs;  ///< oldest first; all articles are of one of them
};

/// Names within an index folder.
struct IndexPaths {
  boost::filesystem::path folder;

  boost::filesystem::path manifest() const { return folder / "manifest.json"; }
  boost::filesystem::path segments() const { return folder / "segments"; }
  boost::filesystem::path tombstones() const { return folder / "tombstones"; }
  boost::filesystem::path work() const { return folder / "work"; }  ///< of a run; swept by the next
  boost::filesystem::path report() const { return folder / "report"; }  ///< of each run
  boost::filesystem::path log() const { return folder / "log"; }
  boost::filesystem::path lock() const { return folder / "lock"; }
  boost::filesystem::path segment(const SegmentInfo& s) const { return segments() / s.file; }
  boost::filesystem::path tombstones(const SegmentInfo& s) const {
    return tombstones() / s.tombstones;
  }
};

/// The manifest of an index, or none if the folder does not exist or has none. Throws Error if it
/// cannot be read, is damaged, or is of another format version.
std::optional<Manifest> load_manifest(const IndexPaths& paths);

/// Now, as manifests and their runs have it: "2022-01-07T03:00:00Z".
std::string utc_now();

/// Publishes `manifest`, counting its generation up and dating it. Throws Error; then the old one
/// holds.
void publish_manifest(const IndexPaths& paths, Manifest& manifest);

/// Article numbers that are gone, ascending, as a text file: one number or "first-last" a line.
void save_tombstones(const boost::filesystem::path& file,
                     const std::vector<std::uint32_t>& numbers);
/// Throws Error if the file cannot be read, is damaged, or has more numbers than an index may (100
/// million).
std::vector<std::uint32_t> load_tombstones(const boost::filesystem::path& file);

}  // namespace dateline
