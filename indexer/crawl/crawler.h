// Walks the folders to index and names every file in them, in an order that depends on the names
// alone: depth first, names sorted bytewise, files and folders in one sequence. Everything met is
// accounted for: as a file to read, or as something left out with the reason.
//
// A folder is entered once, however many links lead to it. A link whose target the crawl reaches
// under its own name is a duplicate; any other is followed. Hard links count as files of their own.
// Memory: the names in one chain of folders, some bytes for each folder; open files: one for each
// level. Cost: 2 us of CPU for each file, its stat included. Not thread-safe.
#pragma once

#include <atomic>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/crawl/file_id_set.h"
#include "indexer/crawl/folder_listing.h"
#include "indexer/crawl/path_filter.h"
#include "indexer/crawl/path_list.h"
#include "indexer/crawl/posix_file.h"
#include "indexer/crawl/skip.h"

namespace dateline {

struct CrawlOptions {
  std::vector<std::string> roots;  ///< folders, or single files
  /// A list of files ("-": the standard input). Then the folders among the roots are not walked but
  /// only say what the listed paths are relative to.
  std::optional<std::string> files_from;
  std::vector<std::string> include;  ///< globs, see glob.h and path_filter.h
  std::vector<std::string> exclude;
  bool hidden = false;       ///< also take files and folders whose name starts with a dot
  std::string index_folder;  ///< left out if met; empty: none
  bool with_stat = true;     ///< false: sizes and times are 0, and listed files are not checked
};

/// What the paths of events are relative to.
struct CrawlRoot {
  std::string path;       ///< absolute and canonical; as given if it does not exist
  bool is_whole = false;  ///< all of it is walked: what is indexed below but not met has gone
};

/// One file, or something left out. A folder that fails or is left out is one event for all in it.
struct CrawlEvent {
  std::size_t root = 0;      ///< index into Crawler::roots()
  std::string path;          ///< below the root, bytes as on disk; empty: the root itself
  std::optional<Skip> skip;  ///< none: a file to read
  bool is_folder = false;    ///< of something left out
  std::uint64_t size_bytes = 0;
  std::int64_t mtime_ns = 0;
};

class Crawler {
 public:
  /// Throws Error if the list of files cannot be opened.
  explicit Crawler(CrawlOptions options);

  /// The next file or thing left out; none at the end. A file that changes or goes during the crawl
  /// is an event like any other. Throws Error only if reading the list of files fails.
  std::optional<CrawlEvent> next();

  /// One for each of the given roots, in their order, and a last one, "/", which single files
  /// belong to that lie below no given folder.
  const std::vector<CrawlRoot>& roots() const { return roots_; }

  /// Where on disk the event's file or folder is.
  std::string full_path(const CrawlEvent& event) const;

 private:
  struct Folder {
    FileDescriptor fd;
    FolderListing listing;
    std::size_t next = 0;
    std::size_t path_length;  ///< of path_, up to and with the / behind this folder
  };

  void add_root(const std::string& given);
  std::optional<CrawlEvent> start_root(std::size_t root);
  std::optional<CrawlEvent> visit(const Folder& folder, std::size_t index);
  std::optional<CrawlEvent> visit_by_stat(const Folder& folder, const char* name);
  std::optional<CrawlEvent> follow_link();
  std::optional<CrawlEvent> enter(int parent_fd, const char* name, int flags);
  CrawlEvent named_file(const std::string& given);
  std::optional<Skip> check_named(const std::string& full, CrawlEvent& event);

  CrawlEvent left_out(Skip skip, bool is_folder) const;
  CrawlEvent file(const struct stat& status) const;
  bool is_index_folder(const struct stat& status) const;
  bool is_reached(std::string_view target, bool is_folder) const;
  std::size_t owner(std::string_view full) const;
  const std::string& canonical_folder(const std::string& folder);

  CrawlOptions options_;
  PathFilter filter_;
  std::string index_folder_;  ///< canonical
  std::vector<CrawlRoot> roots_;
  std::optional<PathList> list_;

  std::size_t next_root_ = 0;
  std::size_t root_ = 0;       ///< the one being walked
  std::string path_;           ///< below it, of what is being visited
  std::vector<Folder> chain_;  ///< the folders from the root to there
  FileIdSet seen_;             ///< folders entered, files behind links, files named
  std::string last_given_folder_;
  std::string last_canonical_folder_;
};

/// How many files a crawl would find, without a stat of each: for a progress bar. None if
/// `cancelled` became true, or if it cannot be known beforehand (a list on the standard input).
std::optional<std::uint64_t> count_files(CrawlOptions options, const std::atomic<bool>& cancelled);

}  // namespace dateline
