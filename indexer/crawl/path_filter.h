// Which paths below a root are crawled: --include, --exclude, --hidden. Immutable, so usable from
// any thread; costs nothing where there are no patterns.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/text/glob.h"
#include "indexer/crawl/skip.h"

namespace dateline {

class PathFilter {
 public:
  /// Exclude wins over include. Excludes are matched against files and folders, includes against
  /// files only (for all of a folder write "2022/**"); no includes means all files.
  PathFilter(const std::vector<std::string>& include, const std::vector<std::string>& exclude,
             bool hidden);

  /// Why the file or folder at `path` is left out (Hidden or Excluded), looking at its own name and
  /// patterns only; none if it is taken. `path` is relative to the root.
  std::optional<SkipReason> refuses(std::string_view path, bool is_folder) const;

  /// The same, with the folders above it looked at too: would a crawl of the root come by here?
  std::optional<SkipReason> refuses_on_the_way(std::string_view path, bool is_folder) const;

  /// As refuses_on_the_way for a file the user has named: that it is hidden does not count.
  std::optional<SkipReason> refuses_named(std::string_view path) const;

 private:
  std::optional<SkipReason> excludes(std::string_view path, bool is_folder) const;

  std::vector<Glob> include_;
  std::vector<Glob> exclude_;
  bool hidden_;
};

}  // namespace dateline
