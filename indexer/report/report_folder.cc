#include "indexer/report/report_folder.h"

#include <algorithm>
#include <boost/filesystem/operations.hpp>
#include <charconv>
#include <cstdio>
#include <utility>

#include "common/error.h"
#include "indexer/crawl/path_list.h"

namespace dateline {

namespace fs = boost::filesystem;

namespace {

/// The number that the name of a report's file begins with, and what follows it; 0: it is no such
/// name.
std::pair<unsigned, std::string> take_apart(const std::string& name) {
  unsigned run = 0;
  const auto parsed = std::from_chars(name.data(), name.data() + name.size(), run);
  if (parsed.ec != std::errc() || *name.data() == '-') return {0, name};
  return {run, std::string(parsed.ptr)};
}

/// All files with a number. Not an error if the folder is missing.
std::vector<std::pair<unsigned, fs::path>> numbered(const fs::path& folder) {
  std::vector<std::pair<unsigned, fs::path>> all;
  boost::system::error_code none;
  for (fs::directory_iterator at(folder, none), end; !none && at != end; at.increment(none)) {
    const unsigned run = take_apart(at->path().filename().string()).first;
    if (run != 0) all.emplace_back(run, at->path());
  }
  return all;
}

}  // namespace

fs::path ReportFolder::file(unsigned run, const char* ending) const {
  char name[48];
  std::snprintf(name, sizeof name, "%06u%s", run, ending);
  return folder_ / name;
}

std::vector<unsigned> ReportFolder::runs() const {
  std::vector<unsigned> runs;
  for (const auto& [run, path] : numbered(folder_)) {
    if (take_apart(path.filename().string()).second == ".json") runs.push_back(run);
  }
  std::sort(runs.begin(), runs.end());
  return runs;
}

unsigned ReportFolder::next_run() const {
  unsigned last = 0;
  for (const auto& [run, path] : numbered(folder_)) last = std::max(last, run);
  return last + 1;
}

unsigned ReportFolder::find(std::optional<unsigned> run) const {
  const std::vector<unsigned> all = runs();
  if (all.empty()) {
    throw Error("there is no report of a run in " + folder_.string(),
                "each run of dateline-index writes one", ExitStatus::Usage);
  }
  if (!run) return all.back();
  if (std::binary_search(all.begin(), all.end(), *run)) return *run;
  throw Error("there is no report of run " + std::to_string(*run),
              "there are " + std::to_string(all.front()) + " to " + std::to_string(all.back()),
              ExitStatus::Usage);
}

std::vector<std::string> ReportFolder::failed_paths(std::optional<unsigned> run) const {
  PathList list(failed(find(run)).string());
  std::vector<std::string> paths;
  while (auto path = list.next()) paths.push_back(std::move(*path));
  return paths;
}

void ReportFolder::prepare(std::size_t keep) const {
  try {
    fs::create_directories(folder_);
    const std::vector<unsigned> whole = runs();
    const unsigned oldest = whole.size() > keep ? whole[whole.size() - keep] : 0;
    for (const auto& [run, path] : numbered(folder_)) {
      if (run < oldest || !std::binary_search(whole.begin(), whole.end(), run)) fs::remove(path);
    }
  } catch (const fs::filesystem_error& error) {
    throw Error("cannot tidy " + folder_.string() + ": " + error.code().message());
  }
}

}  // namespace dateline
