#include "common/index/integrity.h"

#include <boost/filesystem/operations.hpp>

#include "common/index/checksum.h"
#include "common/index/durable_file.h"

namespace dateline {

namespace {

namespace fs = boost::filesystem;

std::string damage(const char* kind, const fs::path& file, const std::string& checksum) {
  const std::string name = std::string(kind) + ' ' + file.string();
  try {
    boost::system::error_code failure;
    if (!fs::exists(file, failure)) return name + " is gone";
    if (file_checksum(file) == checksum) return "";
    return name + " is damaged: it does not fit its checksum";
  } catch (const Error& error) {
    return name + " is damaged: " + error.what();
  }
}

}  // namespace

std::string segment_damage(const IndexPaths& paths, const SegmentInfo& segment) {
  return damage("segment", paths.segment(segment), segment.checksum);
}

std::string file_list_damage(const IndexPaths& paths, const SegmentInfo& segment) {
  return damage("list of files", paths.files(segment), segment.files_checksum);
}

std::string tombstones_damage(const IndexPaths& paths, const SegmentInfo& segment) {
  if (segment.tombstones.empty()) return "";
  return damage("list of deleted articles", paths.tombstones(segment), segment.tombstones_checksum);
}

std::vector<std::string> index_damage(const fs::path& folder) {
  const IndexPaths paths{folder};
  std::vector<std::string> all;
  try {
    for (int attempt = 0; attempt < kManifestAttempts; ++attempt) {
      all.clear();
      const auto manifest = load_manifest(paths);
      if (!manifest) return {};
      for (const SegmentInfo& segment : manifest->segments) {
        for (const auto look : {segment_damage, file_list_damage, tombstones_damage}) {
          std::string what = look(paths, segment);
          if (!what.empty()) all.push_back(std::move(what));
        }
      }
      const auto now = load_manifest(paths);
      if (all.empty() || (now && now->generation == manifest->generation)) return all;
    }
  } catch (const Error& error) {
    return {error.what()};
  }
  return all;
}

std::optional<Error> damage_error(const fs::path& folder) {
  const std::vector<std::string> all = index_damage(folder);
  if (all.empty()) return std::nullopt;
  return Error(all.front() + (all.size() > 1 ? ", and so are " + std::to_string(all.size() - 1) +
                                                   " more files of the index"
                                             : ""),
               repair_hint(folder));
}

void throw_diagnosed(const fs::path& folder, const Error& error) {
  if (folder.empty()) throw error;
  throw damage_error(folder).value_or(error);
}

}  // namespace dateline
