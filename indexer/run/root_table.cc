#include "indexer/run/root_table.h"

#include <algorithm>

namespace dateline {

namespace {

/// Whether `path` is `folder` or lies in it.
bool is_within(const std::string& path, const std::string& folder) {
  if (folder == "/") return true;
  return path.compare(0, folder.size(), folder) == 0 &&
         (path.size() == folder.size() || path[folder.size()] == '/');
}

}  // namespace

std::vector<std::string> with_crawl_roots(std::vector<std::string> known,
                                          const std::vector<CrawlRoot>& crawled,
                                          bool takes_single_files) {
  for (const CrawlRoot& root : crawled) {
    if (&root == &crawled.back() && !takes_single_files) continue;
    const bool has_place = std::any_of(known.begin(), known.end(), [&](const std::string& folder) {
      return root.path == folder || (folder != "/" && is_within(root.path, folder));
    });
    if (!has_place) known.push_back(root.path);
  }
  return known;
}

FileToIndex place_below_root(const std::string& path, const std::vector<std::string>& roots) {
  FileToIndex file;
  std::size_t longest = 0;
  for (std::uint32_t number = 0; number < roots.size(); ++number) {
    const std::string& root = roots[number];
    if (root.size() < longest || !is_within(path, root)) continue;
    longest = root.size();
    file.root = number;
  }
  file.path = path.substr(std::min(path.size(), longest + (longest > 1 ? 1 : 0)));
  return file;
}

bool has_vanished(std::string path, const std::vector<CrawlRoot>& crawled,
                  const std::set<std::string>& unreadable) {
  const bool is_walked = std::any_of(crawled.begin(), crawled.end(), [&](const CrawlRoot& root) {
    return root.is_whole && is_within(path, root.path);
  });
  for (; is_walked && !path.empty(); path.erase(path.rfind('/'))) {
    if (unreadable.count(path) != 0) return false;
  }
  return is_walked;
}

}  // namespace dateline
