// Which root folder of an index a file belongs to, so that it is the same article whichever folder a
// run was given. Pure functions.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "indexer/build/pipeline.h"
#include "indexer/crawl/crawler.h"

namespace dateline {

/// The roots of an index after a crawl: `known`, then those of the crawl that lie below none of
/// them: a folder below one that is known is no root of its own. `takes_single_files`: files can lie
/// outside all folders given, and so belong to the crawl's last root, "/".
std::vector<std::string> with_crawl_roots(std::vector<std::string> known,
                                          const std::vector<CrawlRoot>& crawled,
                                          bool takes_single_files);

/// The file's innermost root and its path below it. REQUIRES an absolute path, and a root above it.
FileToIndex place_below_root(const std::string& path, const std::vector<std::string>& roots);

/// Whether a file that the crawl did not meet is gone: a folder above it was walked whole, and
/// neither it nor a folder above it is among those that were met but could not be read.
bool has_vanished(std::string path, const std::vector<CrawlRoot>& crawled,
                  const std::set<std::string>& unreadable);

}  // namespace dateline
