#include "indexer/check/index_repair.h"

#include <sys/stat.h>

#include <algorithm>
#include <boost/filesystem/operations.hpp>
#include <cerrno>
#include <set>

#include "common/error.h"
#include "common/index/checksum.h"
#include "common/index/durable_file.h"
#include "common/index/file_list.h"
#include "common/index/integrity.h"
#include "common/index/schema.h"
#include "common/index/segment_file.h"
#include "common/index/snapshot.h"
#include "common/text/numbers.h"
#include "indexer/check/index_check.h"

namespace dateline {

namespace {

using Harm = IndexCheck::Harm;

constexpr char kReadAll[] = "index your folders again: what it had will be new";

class Repairer {
 public:
  Repairer(const boost::filesystem::path& index, const IndexLock::Wait& wait)
      : paths_{index}, lock_(paths_.lock(), wait) {}

  Repair run() {
    if (restore_manifest(paths_)) {
      repair_.done.push_back(paths_.manifest().string() + " was damaged and is taken from its copy");
    }
    const IndexCheck check = check_index(paths_.folder);
    mend_manifest_copy(paths_);
    manifest_ = check.manifest;
    take_lost_before();
    std::set<std::string> damaged;
    for (const IndexCheck::Damage& damage : check.damage) {
      if (damage.harm == Harm::Segment) damaged.insert(damage.segment);
      if (damage.harm == Harm::FileList) relisted_.insert(damage.segment);
      if (damage.harm != Harm::Unfinished) repair_.done.push_back(damage.what);
    }
    for (const std::string& segment : damaged) relisted_.erase(segment);
    drop(damaged);
    list_anew();
    if (damaged.empty() && relisted_.empty()) return std::move(repair_);
    if (repair_.files_to_read > 0 && !damaged.empty()) save_lost();
    publish_manifest(paths_, manifest_);
    return std::move(repair_);
  }

 private:
  /// What an earlier repair dropped and did not come to read.
  void take_lost_before() {
    if (manifest_.lost.list.empty()) return;
    try {
      const std::string list = read_file(paths_.lost(manifest_.lost));
      if (checksum_of(list) != manifest_.lost.checksum) throw Error("it does not fit its checksum");
      read_file_list(list, [&](const ListedFile& file) { lost_.push_back(file); });
    } catch (const Error& error) {
      repair_.not_done.push_back(std::string("the list of files to be read again is damaged: ") +
                                 error.what() + "; " + kReadAll);
    }
    repair_.files_to_read = lost_.size();
  }

  void drop(const std::set<std::string>& damaged) {
    auto& segments = manifest_.segments;
    for (const SegmentInfo& segment : segments) {
      if (damaged.count(segment.file) == 0) continue;
      const std::uint64_t before = lost_.size();
      take_files(segment);
      repair_.done.push_back("dropped segment " + segment.file + " with " +
                             counted(segment.articles - segment.deleted, "article") + ", of which " +
                             counted(lost_.size() - before, "file") + " can be read again");
    }
    segments.erase(std::remove_if(segments.begin(), segments.end(),
                                  [&](const SegmentInfo& segment) {
                                    return damaged.count(segment.file) != 0;
                                  }),
                   segments.end());
    repair_.files_to_read = lost_.size();
  }

  /// Adds the files of a segment's articles that are not deleted.
  void take_files(const SegmentInfo& segment) {
    std::vector<std::uint32_t> deleted;
    if (tombstones_damage(paths_, segment).empty() && !segment.tombstones.empty()) {
      deleted = load_tombstones(paths_.tombstones(segment), segment.tombstones_checksum);
    }
    const auto take = [&](const ListedFile& file) {
      if (std::binary_search(deleted.begin(), deleted.end(), file.number)) return;
      if (is_gone(file)) {
        ++repair_.files_gone;
      } else {
        lost_.push_back(file);
      }
    };
    if (file_list_damage(paths_, segment).empty()) {
      read_file_list(read_file(paths_.files(segment)), take);
      return;
    }
    repair_.not_done.push_back("of segment " + segment.file +
                               " the list of its files is damaged too; " + kReadAll);
  }

  bool is_gone(const ListedFile& file) const {
    if (file.root >= manifest_.roots.size()) return true;
    schema::FileRecord record;
    record.root = file.root;
    record.path = file.path;
    struct stat status {};
    const std::string path = schema::absolute_path(manifest_.roots, record);
    return ::lstat(path.c_str(), &status) != 0 && (errno == ENOENT || errno == ENOTDIR);
  }

  /// The lists of files that are damaged, of segments that are not.
  void list_anew() {
    for (SegmentInfo& segment : manifest_.segments) {
      if (relisted_.count(segment.file) == 0) continue;
      const std::string list = with_xapian("list the files of " + segment.file, [&] {
        return make_file_list(open_segment(paths_.segment(segment)));
      });
      segment.files_checksum = checksum_of(list);
      write_file_durably(paths_.files(segment), list);
      repair_.done.push_back("made the list of files of segment " + segment.file + " anew");
    }
  }

  void save_lost() {
    std::sort(lost_.begin(), lost_.end(), [](const ListedFile& a, const ListedFile& b) {
      return a.number < b.number;
    });
    FileListWriter writer;
    for (const ListedFile& file : lost_) writer.add(file);
    const std::string list = writer.finish();
    manifest_.lost.list = new_file_name(manifest_, ".lost");
    manifest_.lost.checksum = checksum_of(list);
    write_file_durably(paths_.lost(manifest_.lost), list);
  }

  const IndexPaths paths_;
  const IndexLock lock_;
  Manifest manifest_;
  Repair repair_;
  std::vector<ListedFile> lost_;
  std::set<std::string> relisted_;  ///< segments whose lists are to be made anew
};

}  // namespace

Repair drop_damaged(const boost::filesystem::path& index, const IndexLock::Wait& wait) {
  if (!boost::filesystem::is_directory(index)) {
    throw Error("there is no index in " + index.string(), "", ExitStatus::Usage);
  }
  return Repairer(index, wait).run();
}

}  // namespace dateline
