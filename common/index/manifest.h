// The manifest: which segments make up an index, and how they were made. Replacing it is what
// publishes a change; readers see the state before or after, never between.
#pragma once

#include <boost/filesystem/path.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "common/date.h"
#include "common/index/article_range.h"
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
  std::string checksum;             ///< of the file (checksum.h), and so the next two
  std::string files_checksum;       ///< of the list of its files
  std::string tombstones_checksum;  ///< empty without tombstones

  ArticleRange range() const { return {first, last}; }
};

/// Files whose articles went with a damaged segment and are to be read again: a list below
/// tombstones/, as file_list.h has them.
struct LostFiles {
  std::string list;  ///< empty: nothing is lost
  std::string checksum;
};

/// How articles are indexed, which is fixed when an index is made, and how their files are read, which holds until a run
/// is told otherwise.
struct IndexSettings {
  std::string language = "english";  ///< of the stemmer
  bool entities = false;             ///< people, organisations and places are looked for
  DateOrder date_order = DateOrder::Unknown;
  std::uint64_t largest_article_bytes = 32ULL << 20;  ///< larger files are skipped

  /// Whether articles get entities: there is a tagger for English only.
  bool finds_entities() const { return entities && (language == "english" || language == "en"); }
};

struct Manifest {
  std::string identity;            ///< random, of the index as long as it lives
  std::uint64_t generation = 0;    ///< one more with every change
  std::uint32_t next_article = 1;  ///< numbers are never used twice
  std::uint32_t next_file = 1;     ///< for names of segments and tombstones
  std::string updated;             ///< ISO 8601, UTC
  IndexSettings settings;
  std::vector<std::string> roots;  ///< absolute folders; articles name theirs by its place here
  std::vector<SegmentInfo> segments;
  LostFiles lost;            ///< by a repair that is not done yet
  std::vector<IndexRun> runs;  ///< oldest first; all articles are of one of them
};

/// Names within an index folder.
struct IndexPaths {
  boost::filesystem::path folder;

  boost::filesystem::path manifest() const { return folder / "manifest.json"; }
  /// The same content, written just before: of use where that one is damaged.
  boost::filesystem::path manifest_copy() const { return folder / "manifest.copy.json"; }
  boost::filesystem::path segments() const { return folder / "segments"; }
  boost::filesystem::path tombstones() const { return folder / "tombstones"; }
  boost::filesystem::path work() const { return folder / "work"; }  ///< of a run; swept by the next
  boost::filesystem::path report() const { return folder / "report"; }  ///< of each run
  boost::filesystem::path log() const { return folder / "log"; }
  boost::filesystem::path lock() const { return folder / "lock"; }
  boost::filesystem::path segment(const SegmentInfo& s) const { return segments() / s.file; }
  /// Which files its articles are of: file_list.h.
  boost::filesystem::path files(const SegmentInfo& s) const {
    return segment(s).replace_extension(".files");
  }
  boost::filesystem::path lost(const LostFiles& lost) const { return tombstones() / lost.list; }
  boost::filesystem::path tombstones(const SegmentInfo& s) const {
    return tombstones() / s.tombstones;
  }
};

/// The manifest of an index, or none if the folder does not exist or has none. Throws Error if it
/// cannot be read, is damaged, is of another format version, or is gone but its copy is not.
std::optional<Manifest> load_manifest(const IndexPaths& paths);

/// The copy of the manifest. Throws Error if it is gone or damaged.
Manifest load_manifest_copy(const IndexPaths& paths);

/// Whether another manifest than this has been published since it was loaded. Throws Error as
/// load_manifest() does.
bool was_replaced(const IndexPaths& paths, const Manifest& manifest);

/// More often than this an indexer does not replace what is being opened or looked at.
inline constexpr int kManifestAttempts = 20;

/// Makes the copy of the manifest equal to it, if it is not. Throws Error.
void mend_manifest_copy(const IndexPaths& paths);

/// Puts the copy in the place of a manifest that is damaged or gone. False if there is nothing to
/// mend. Throws Error if the copy is no better. REQUIRES the lock of the index.
bool restore_manifest(const IndexPaths& paths);

/// "dateline-index --repair --index FOLDER", as something to do about damage.
std::string repair_hint(const boost::filesystem::path& folder);

/// For a new index.
std::string new_identity();

/// For a segment or tombstone file: a number that none before it had, and `ending`.
std::string new_file_name(Manifest& manifest, const char* ending);

/// Now, as manifests and their runs have it: "2022-01-07T03:00:00Z".
std::string utc_now();

/// Publishes `manifest`, counting its generation up and dating it. Throws Error; then the old one
/// holds.
void publish_manifest(const IndexPaths& paths, Manifest& manifest);

/// Article numbers that are gone, ascending, as a text file: one number or "first-last" a line.
/// Returns its checksum.
std::string save_tombstones(const boost::filesystem::path& file,
                            const std::vector<std::uint32_t>& numbers);
/// Throws Error if the file cannot be read, is damaged, or has more numbers than an index may (100
/// million).
std::vector<std::uint32_t> load_tombstones(const boost::filesystem::path& file,
                                           const std::string& checksum);

}  // namespace dateline
