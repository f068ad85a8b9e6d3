#include "indexer/crawl/crawler.h"

#include <boost/filesystem.hpp>
#include <utility>

namespace dateline {

namespace {

namespace fs = boost::filesystem;

/// Where `path` is below `folder` ("" for the folder itself); none if it is not.
std::optional<std::string_view> below(std::string_view folder, std::string_view path) {
  if (folder == "/") folder = "";
  if (path.substr(0, folder.size()) != folder) return std::nullopt;
  path.remove_prefix(folder.size());
  if (path.empty()) return path;
  if (path.front() != '/') return std::nullopt;
  return path.substr(1);
}

std::string join(std::string_view folder, std::string_view path) {
  std::string joined(folder);
  if (!path.empty()) {
    if (joined.empty() || joined.back() != '/') joined += '/';
    joined += path;
  }
  return joined;
}

/// The real path; `path` made absolute if it has none.
std::string canonical_or_absolute(const std::string& path) {
  boost::system::error_code error;
  const fs::path real = fs::canonical(path, error);
  if (!error) return real.string();
  std::string absolute = fs::absolute(path).lexically_normal().string();
  if (absolute.size() > 2 && absolute.compare(absolute.size() - 2, 2, "/.") == 0)
    absolute.pop_back();
  while (absolute.size() > 1 && absolute.back() == '/') absolute.pop_back();
  return absolute;
}

}  // namespace

Crawler::Crawler(CrawlOptions options)
    : options_(std::move(options)), filter_(options_.include, options_.exclude, options_.hidden) {
  if (!options_.index_folder.empty()) index_folder_ = canonical_or_absolute(options_.index_folder);
  for (const std::string& root : options_.roots) add_root(root);
  roots_.push_back({"/", false});
  if (options_.files_from) list_.emplace(*options_.files_from);
}

void Crawler::add_root(const std::string& given) {
  struct stat status {};
  const bool is_folder = stat(given.c_str(), &status) == 0 && S_ISDIR(status.st_mode);
  roots_.push_back({canonical_or_absolute(given), is_folder && !options_.files_from});
}

std::optional<CrawlEvent> Crawler::next() {
  for (;;) {
    if (!chain_.empty()) {
      Folder& folder = chain_.back();
      if (folder.next == folder.listing.size()) {
        chain_.pop_back();
      } else if (auto event = visit(folder, folder.next++)) {
        return event;
      }
    } else if (next_root_ + 1 < roots_.size()) {
      if (auto event = start_root(next_root_++)) return event;
    } else if (list_) {
      const auto path = list_->next();
      if (!path) return std::nullopt;
      return named_file(*path);
    } else {
      return std::nullopt;
    }
  }
}

std::optional<CrawlEvent> Crawler::start_root(std::size_t root) {
  root_ = root;
  path_.clear();
  const std::string& path = roots_[root].path;
  struct stat status {};
  if (stat(options_.roots[root].c_str(), &status) != 0) {
    return left_out(skip_for_errno(errno), true);
  }
  if (!S_ISDIR(status.st_mode)) return named_file(options_.roots[root]);
  if (!roots_[root].is_whole) return std::nullopt;
  if (!index_folder_.empty() && below(index_folder_, path)) {
    return left_out({SkipReason::IndexFolder, ""}, true);
  }
  for (std::size_t other = 0; other < roots_.size(); ++other) {
    const auto place = below(roots_[other].path, path);
    if (!place || !roots_[other].is_whole || other == root) continue;
    const bool reached = place->empty() ? other < root : !filter_.refuses_on_the_way(*place, true);
    if (reached)
      return left_out({SkipReason::Duplicate, "crawled as part of " + roots_[other].path}, true);
  }
  return enter(AT_FDCWD, path.c_str(), 0);
}

/// Visits one entry of a folder; none if it was a folder, which has been entered.
std::optional<CrawlEvent> Crawler::visit(const Folder& folder, std::size_t index) {
  const std::string_view name = folder.listing.name(index);
  const unsigned char type = folder.listing.type(index);
  path_.resize(folder.path_length);
  path_ += name;
  const bool is_folder = type == DT_DIR;
  if (const auto reason = filter_.refuses(path_, is_folder)) {
    // What kind of thing an unknown one is matters only where it is taken.
    return left_out({*reason, ""}, is_folder);
  }
  if (is_folder) return enter(folder.fd.get(), name.data(), O_NOFOLLOW);
  if (type == DT_REG && !options_.with_stat) return file({});
  return visit_by_stat(folder, name.data());
}

std::optional<CrawlEvent> Crawler::visit_by_stat(const Folder& folder, const char* name) {
  struct stat status {};
  if (fstatat(folder.fd.get(), name, &status, AT_SYMLINK_NOFOLLOW) != 0) {
    return left_out(skip_for_errno(errno), false);
  }
  if (S_ISREG(status.st_mode)) return file(status);
  if (S_ISLNK(status.st_mode)) return follow_link();
  if (S_ISDIR(status.st_mode)) return enter(folder.fd.get(), name, O_NOFOLLOW);
  return left_out({SkipReason::NotRegular, ""}, false);
}

/// path_ names a symbolic link.
std::optional<CrawlEvent> Crawler::follow_link() {
  const std::string link = join(roots_[root_].path, path_);
  boost::system::error_code error;
  const std::string target = fs::canonical(link, error).string();
  struct stat status {};
  if (error || stat(target.c_str(), &status) != 0) {
    return left_out({SkipReason::BrokenLink, error ? error.message() : ""}, false);
  }
  const bool is_folder = S_ISDIR(status.st_mode);
  if (!index_folder_.empty() && below(index_folder_, target)) {
    return left_out({SkipReason::IndexFolder, ""}, is_folder);
  }
  if (is_reached(target, is_folder)) {
    return left_out({SkipReason::Duplicate, "link to " + target}, is_folder);
  }
  if (is_folder) return enter(AT_FDCWD, target.c_str(), 0);
  if (!S_ISREG(status.st_mode)) return left_out({SkipReason::NotRegular, ""}, false);
  if (!seen_.insert(status.st_dev, status.st_ino)) {
    return left_out({SkipReason::Duplicate, "link to " + target}, false);
  }
  return file(status);
}

/// Opens the folder at path_, `name` in the open folder `parent_fd`, and goes on in it.
std::optional<CrawlEvent> Crawler::enter(int parent_fd, const char* name, int flags) {
  FileDescriptor fd(openat(parent_fd, name, O_RDONLY | O_DIRECTORY | O_CLOEXEC | flags));
  struct stat status {};
  if (!fd.is_open() || fstat(fd.get(), &status) != 0) {
    return left_out(skip_for_errno(errno), true);
  }
  if (!seen_.insert(status.st_dev, status.st_ino)) {
    return left_out({SkipReason::Duplicate, "a folder crawled already"}, true);
  }
  if (is_index_folder(status)) return left_out({SkipReason::IndexFolder, ""}, true);
  FolderListing listing(fd.get());
  const int listing_error = listing.error();
  std::optional<CrawlEvent> event;
  if (listing_error != 0) event = left_out(skip_for_errno(listing_error), true);
  const std::size_t path_length = path_.empty() ? 0 : path_.size() + 1;
  if (path_length > 0) path_ += '/';
  chain_.push_back({std::move(fd), std::move(listing), 0, path_length});
  return event;
}

/// The event for a file the user has named, in a list or as a root.
CrawlEvent Crawler::named_file(const std::string& given) {
  const std::size_t slash = given.rfind('/');
  const std::string folder = slash == given.npos ? "." : given.substr(0, slash + 1);
  const std::string full =
      join(canonical_folder(folder), std::string_view(given).substr(slash + 1));
  CrawlEvent event;
  event.root = owner(full);
  event.path = *below(roots_[event.root].path, full);
  event.skip = check_named(full, event);
  return event;
}

/// Why the named file is left out; none if it is taken, then the event has its size and time.
std::optional<Skip> Crawler::check_named(const std::string& full, CrawlEvent& event) {
  if (const auto reason = filter_.refuses_named(event.path)) return Skip{*reason, ""};
  if (!index_folder_.empty() && below(index_folder_, full))
    return Skip{SkipReason::IndexFolder, ""};
  if (is_reached(full, false)) return Skip{SkipReason::Duplicate, ""};
  if (!options_.with_stat) return std::nullopt;
  struct stat status {};
  if (stat(full.c_str(), &status) != 0) return skip_for_errno(errno);
  event.is_folder = S_ISDIR(status.st_mode);
  if (event.is_folder) return Skip{SkipReason::NotRegular, "a folder"};
  if (!S_ISREG(status.st_mode)) return Skip{SkipReason::NotRegular, ""};
  if (!seen_.insert(status.st_dev, status.st_ino)) return Skip{SkipReason::Duplicate, ""};
  event.size_bytes = static_cast<std::uint64_t>(status.st_size);
  event.mtime_ns = mtime_ns(status);
  return std::nullopt;
}

CrawlEvent Crawler::left_out(Skip skip, bool is_folder) const {
  CrawlEvent event;
  event.root = root_;
  event.path = path_;
  event.skip = std::move(skip);
  event.is_folder = is_folder;
  return event;
}

CrawlEvent Crawler::file(const struct stat& status) const {
  CrawlEvent event;
  event.root = root_;
  event.path = path_;
  event.size_bytes = static_cast<std::uint64_t>(status.st_size);
  event.mtime_ns = mtime_ns(status);
  return event;
}

/// Asked anew for each folder, as the index may come into being while the crawl runs.
bool Crawler::is_index_folder(const struct stat& status) const {
  struct stat index {};
  return !index_folder_.empty() && stat(index_folder_.c_str(), &index) == 0 &&
         index.st_dev == status.st_dev && index.st_ino == status.st_ino;
}

/// Does the crawl come by the canonical path `target` without following a link?
bool Crawler::is_reached(std::string_view target, bool is_folder) const {
  for (const CrawlRoot& root : roots_) {
    if (!root.is_whole) continue;
    const auto place = below(root.path, target);
    if (place && (place->empty() || !filter_.refuses_on_the_way(*place, is_folder))) return true;
  }
  return false;
}

/// The root that a named file belongs to: the innermost of the given folders, or "/".
std::size_t Crawler::owner(std::string_view full) const {
  std::size_t best = roots_.size() - 1;
  for (std::size_t root = 0; root + 1 < roots_.size(); ++root) {
    const auto place = below(roots_[root].path, full);
    if (place && !place->empty() && roots_[root].path.size() > roots_[best].path.size())
      best = root;
  }
  return best;
}

/// Lists name many files of one folder in a row, so the last answer is kept.
const std::string& Crawler::canonical_folder(const std::string& folder) {
  if (folder != last_given_folder_) {
    last_canonical_folder_ = canonical_or_absolute(folder);
    last_given_folder_ = folder;
  }
  return last_canonical_folder_;
}

std::string Crawler::full_path(const CrawlEvent& event) const {
  return join(roots_[event.root].path, event.path);
}

std::optional<std::uint64_t> count_files(CrawlOptions options, const std::atomic<bool>& cancelled) {
  if (options.files_from == "-") return std::nullopt;
  options.with_stat = false;
  Crawler crawler(std::move(options));
  std::uint64_t files = 0;
  while (const auto event = crawler.next()) {
    if (cancelled) return std::nullopt;
    if (!event->skip) ++files;
  }
  return files;
}

}  // namespace dateline
