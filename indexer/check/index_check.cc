#include "indexer/check/index_check.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <algorithm>
#include <boost/filesystem/operations.hpp>
#include <set>
#include <utility>

#include "common/error.h"
#include "common/index/checksum.h"
#include "common/index/durable_file.h"
#include "common/index/integrity.h"
#include "indexer/check/segment_check.h"

namespace dateline {

namespace {

namespace fs = boost::filesystem;

class Check {
 public:
  explicit Check(const fs::path& folder) : paths_{folder} {}

  IndexCheck run() {
    take_manifest();
    for (const SegmentInfo& segment : result_.manifest.segments) check_segment(segment);
    check_files_differ();
    check_lost();
    count_left_over();
    return std::move(result_);
  }

 private:
  void add(IndexCheck::Harm harm, const SegmentInfo& segment, const std::string& what) {
    result_.damage.push_back({harm, segment.file, "segment " + segment.file + ": " + what});
  }

  void take_manifest() {
    const auto harm = IndexCheck::Harm::Manifest;
    try {
      auto manifest = load_manifest(paths_);
      if (!manifest) {
        throw Error("there is no index in " + paths_.folder.string(), "", ExitStatus::Usage);
      }
      result_.manifest = std::move(*manifest);
    } catch (const Error& error) {
      if (error.hint() != repair_hint(paths_.folder)) throw;
      result_.manifest = load_manifest_copy(paths_);
      result_.damage.push_back({harm, "", error.what()});
      return;
    }
    try {
      load_manifest_copy(paths_);
    } catch (const Error& error) {
      result_.damage.push_back({harm, "", error.what()});
    }
  }

  void check_segment(const SegmentInfo& segment) {
    for (const auto look : {segment_damage, tombstones_damage}) {
      const std::string what = look(paths_, segment);
      if (what.empty()) continue;
      result_.damage.push_back({IndexCheck::Harm::Segment, segment.file, what});
      return;
    }
    const std::string list = file_list_damage(paths_, segment);
    if (!list.empty()) {
      result_.damage.push_back({IndexCheck::Harm::FileList, segment.file, list});
    }
    const auto see = [&](std::uint32_t, std::uint32_t root, const std::string& path) {
      live_files_.emplace_back(XXH3_64bits_withSeed(path.data(), path.size(), root), number_of(segment));
    };
    for (const std::string& what :
         contents_damage(paths_, result_.manifest, segment, list.empty(), see)) {
      add(IndexCheck::Harm::Segment, segment, what);
    }
  }

  std::uint32_t number_of(const SegmentInfo& segment) const {
    return static_cast<std::uint32_t>(&segment - result_.manifest.segments.data());
  }

  // A file that is two articles: a deletion was lost.
  void check_files_differ() {
    std::sort(live_files_.begin(), live_files_.end());
    std::set<std::uint32_t> told;
    for (std::size_t i = 1; i < live_files_.size(); ++i) {
      if (live_files_[i].first != live_files_[i - 1].first) continue;
      const std::uint32_t older = live_files_[i - 1].second;
      if (!told.insert(older).second) continue;
      add(IndexCheck::Harm::Segment, result_.manifest.segments[older],
          "a file of it is in the index twice");
    }
  }

  void check_lost() {
    const LostFiles& lost = result_.manifest.lost;
    if (lost.list.empty()) return;
    const auto harm = IndexCheck::Harm::Unfinished;
    result_.damage.push_back({harm, "", "files of segments that were dropped are not read again yet"});
    boost::system::error_code ignored;
    const fs::path list = paths_.lost(lost);
    if (fs::exists(list, ignored) && file_checksum(list) == lost.checksum) return;
    result_.damage.push_back({harm, "", "and the list of them, " + list.string() + ", is damaged"});
  }

  void count_left_over() {
    std::set<std::string> listed{result_.manifest.lost.list};
    for (const SegmentInfo& segment : result_.manifest.segments) {
      listed.insert({segment.file, paths_.files(segment).filename().string(), segment.tombstones});
    }
    boost::system::error_code none;
    for (const fs::path& folder : {paths_.segments(), paths_.tombstones()}) {
      for (fs::directory_iterator at(folder, none), end; !none && at != end; at.increment(none)) {
        if (listed.count(at->path().filename().string()) == 0) ++result_.left_over;
      }
    }
  }

  IndexPaths paths_;
  IndexCheck result_;
  std::vector<std::pair<std::uint64_t, std::uint32_t>> live_files_;  ///< hash, place of segment
};

}  // namespace

IndexCheck check_index(const fs::path& folder) {
  for (int attempt = 1;; ++attempt) {
    IndexCheck result = Check(folder).run();
    if (result.is_sound() || attempt == kManifestAttempts) return result;
    // An indexer may have replaced what was looked for.
    try {
      if (!was_replaced(IndexPaths{folder}, result.manifest)) return result;
    } catch (const Error&) {
      return result;
    }
  }
}

}  // namespace dateline
