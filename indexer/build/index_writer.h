// The one who changes an index folder: publishes segments, marks articles as deleted, merges. Every
// change is whole: built beside, synced, then made visible by replacing the manifest. Not
// thread-safe.
#pragma once

#include <boost/filesystem/path.hpp>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "common/index/manifest.h"
#include "common/index/text_codec.h"
#include "indexer/build/index_lock.h"
#include "indexer/build/merge_policy.h"

namespace dateline {

/// A private database that waits to become part of a segment.
struct Batch {
  boost::filesystem::path folder;
  std::uint32_t first = 0;  ///< article numbers
  std::uint32_t last = 0;
  std::uint64_t articles = 0;
  std::uint64_t text_bytes = 0;
};

class IndexWriter {
 public:
  /// Opens the index in `folder`, or makes a new one there with `settings` if the folder is missing
  /// or empty. Sweeps what a crash left. Throws Error if the folder holds something else, is of
  /// another format, or another indexer is at work.
  /// `wait`: see IndexLock.
  IndexWriter(const boost::filesystem::path& folder, const IndexSettings& settings,
              const IndexLock::Wait& wait = nullptr);

  const Manifest& manifest() const { return manifest_; }
  const IndexPaths& paths() const { return paths_; }

  /// The number of a root folder, which is remembered with the next change if it is new.
  std::uint32_t root_number(const std::string& root);

  /// Sets what is given of how files are read, for this run and those after it; kept with what is published next.
  void read_files_as(std::optional<DateOrder> date_order, std::optional<std::uint64_t> largest_article_bytes);

  /// A folder name for a batch that does not exist yet. Thread-safe.
  boost::filesystem::path batch_folder(std::uint64_t batch) const;

  /// Publishes batches, in order, as one segment, and in the same step deletes `replaced` articles.
  /// `dictionary` is the one they were compressed with. The batches' folders are removed. Nothing is
  /// written if they hold no articles and replace none.
  void publish(const std::vector<Batch>& batches, const Dictionary& dictionary,
               const std::vector<std::uint32_t>& replaced);

  /// Notes in the manifest that this run is over, if it has indexed nothing: else publish() has.
  /// Without this the last run would still be one before.
  void end_run();

  /// Notes that the lost files have been read again.
  void end_repair();

  /// Marks articles as deleted. Unknown numbers are ignored.
  void remove(const std::vector<std::uint32_t>& numbers);

  /// Joins and rebuilds segments as the merge policy wants.
  void maintain();

  /// Bytes of all files of the published index.
  std::uint64_t index_bytes() const;

 private:
  void open_or_create(const IndexSettings& settings, const IndexLock::Wait& wait);
  void sweep() const;  ///< removes segments and tombstones that the manifest does not list
  void commit(Manifest next);
  void note_run(Manifest& next);
  void add_tombstones(Manifest& next, const std::vector<std::uint32_t>& numbers) const;
  void set_tombstones(Manifest& next, SegmentInfo& segment,
                      const std::vector<std::uint32_t>& numbers) const;
  void require_whole(const SegmentInfo& segment) const;
  void merge(const SegmentRun& run);
  void rebuild(std::size_t segment);
  std::vector<Batch> rebuild_batches(const SegmentInfo& segment) const;
  void finish_segment(const std::vector<boost::filesystem::path>& parts,
                      SegmentInfo& segment) const;

  IndexPaths paths_;
  std::unique_ptr<IndexLock> lock_;
  Manifest manifest_;
  const std::string started_;  ///< time of this run, and so the next
  bool run_noted_ = false;
  std::string packed_dictionary_;  ///< of the dictionary with the id below
  unsigned packed_dictionary_id_ = 0;
};

}  // namespace dateline
