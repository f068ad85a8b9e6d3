#include "searcher/originals/original_copier.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <boost/filesystem/operations.hpp>
#include <cerrno>
#include <cstring>
#include <utility>

#include "common/error.h"

namespace dateline {

namespace {

using Kind = CopyOutcome::Kind;

constexpr std::size_t kBlockBytes = 1 << 16;
constexpr const char* kUnfinished = ".dateline-copy-unfinished";

/// Closed at the end of its scope.
class Descriptor {
 public:
  explicit Descriptor(int fd) : fd_(fd) {}
  Descriptor(Descriptor&& other) noexcept : fd_(std::exchange(other.fd_, -1)) {}
  Descriptor& operator=(Descriptor&& other) noexcept {
    std::swap(fd_, other.fd_);
    return *this;
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() {
    if (fd_ >= 0) ::close(fd_);
  }
  bool is_open() const { return fd_ >= 0; }
  int get() const { return fd_; }

 private:
  int fd_;
};

CopyOutcome failed(const char* doing) {
  const int reason = errno;
  if (reason == ENOSPC) throw Error("the disk is full", "free some space and run again");
  return {Kind::Failed, std::string("cannot ") + doing + ": " + std::strerror(reason)};
}

/// -1 at an error, else how many bytes were read: less than asked for only at the end.
ssize_t read_block(int fd, std::string& block) {
  block.resize(kBlockBytes);
  std::size_t filled = 0;
  while (filled < block.size()) {
    const ssize_t count = ::read(fd, block.data() + filled, block.size() - filled);
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return -1;
    if (count == 0) break;
    filled += static_cast<std::size_t>(count);
  }
  block.resize(filled);
  return static_cast<ssize_t>(filled);
}

bool write_block(int fd, const std::string& block) {
  for (std::size_t done = 0; done < block.size();) {
    const ssize_t count = ::write(fd, block.data() + done, block.size() - done);
    if (count < 0 && errno != EINTR) return false;
    if (count > 0) done += static_cast<std::size_t>(count);
  }
  return true;
}

/// Whether both have the same bytes.
bool same_content(int a, int b) {
  std::string of_a, of_b;
  do {
    if (read_block(a, of_a) < 0 || read_block(b, of_b) < 0 || of_a != of_b) return false;
  } while (!of_a.empty());
  return true;
}

/// The folder of `parts` but the last, made where missing; no link is followed.
Descriptor open_folder(int base, const std::vector<std::string>& parts) {
  Descriptor folder(::dup(base));
  for (std::size_t i = 0; folder.is_open() && i + 1 < parts.size(); ++i) {
    const char* name = parts[i].c_str();
    if (::mkdirat(folder.get(), name, 0777) != 0 && errno != EEXIST) return Descriptor(-1);
    folder =
        Descriptor(::openat(folder.get(), name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
  }
  return folder;
}

/// Copies an open file to a name that is not there; half a copy is never seen under it.
CopyOutcome copy_content(int source, const struct stat& facts, int folder, const char* name) {
  ::unlinkat(folder, kUnfinished, 0);
  const Descriptor copy(
      ::openat(folder, kUnfinished, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0666));
  if (!copy.is_open()) return failed("write a copy");
  std::string block;
  ssize_t count = 0;
  while ((count = read_block(source, block)) > 0) {
    if (write_block(copy.get(), block)) continue;
    const int reason = errno;
    ::unlinkat(folder, kUnfinished, 0);
    errno = reason;
    return failed("write a copy");
  }
  if (count < 0) {
    ::unlinkat(folder, kUnfinished, 0);
    return failed("read it");
  }
  const struct timespec times[2] = {facts.st_atim, facts.st_mtim};
  ::futimens(copy.get(), times);
  if (::renameat(folder, kUnfinished, folder, name) != 0) return failed("name a copy");
  return {};
}

std::vector<std::string> parts_of(const std::string& path) {
  std::vector<std::string> parts;
  for (std::size_t begin = 0; begin <= path.size();) {
    const std::size_t end = std::min(path.find('/', begin), path.size());
    parts.push_back(path.substr(begin, end - begin));
    begin = end + 1;
  }
  return parts;
}

std::string last_part(std::string path) {
  while (path.size() > 1 && path.back() == '/') path.pop_back();
  const std::string name = path.substr(path.rfind('/') + 1);
  return name.empty() ? "root" : name;
}

}  // namespace

OriginalCopier::OriginalCopier(const boost::filesystem::path& folder,
                               const std::vector<std::string>& roots)
    : roots_(roots), names_(roots.size()) {
  for (std::size_t i = 0; roots.size() > 1 && i < roots.size(); ++i) {
    std::string name = last_part(roots[i]);
    for (int number = 2; std::find(names_.begin(), names_.end(), name) != names_.end(); ++number) {
      name = last_part(roots[i]) + '-' + std::to_string(number);
    }
    names_[i] = name;
  }
  boost::system::error_code failure;
  boost::filesystem::create_directories(folder, failure);
  folder_ = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (folder_ < 0) {
    throw Error("cannot copy to " + folder.string() + ": " + std::strerror(errno));
  }
}

OriginalCopier::~OriginalCopier() { ::close(folder_); }

std::vector<std::string> OriginalCopier::place_of(const schema::FileRecord& file) const {
  if (file.root >= roots_.size()) return {};
  std::vector<std::string> parts =
      parts_of(file.path.empty() ? last_part(roots_[file.root]) : file.path);
  const bool leads_out = std::any_of(parts.begin(), parts.end(), [](const std::string& part) {
    return part.empty() || part == "." || part == "..";
  });
  if (leads_out) return {};
  if (!names_[file.root].empty()) parts.insert(parts.begin(), names_[file.root]);
  return parts;
}

CopyOutcome OriginalCopier::copy(const schema::FileRecord& file) {
  const std::vector<std::string> place = place_of(file);
  if (place.empty()) return {Kind::Failed, "its path leads out of its folder"};
  const std::string path = schema::absolute_path(roots_, file);
  const Descriptor source(::open(path.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC));
  if (!source.is_open()) {
    return errno == ENOENT || errno == ENOTDIR ? CopyOutcome{Kind::Vanished, ""}
                                               : failed("open it");
  }
  struct stat facts {};
  if (::fstat(source.get(), &facts) != 0) return failed("look at it");
  if (!S_ISREG(facts.st_mode)) return {Kind::Failed, "it is no longer a file"};
  const std::int64_t mtime_ns =
      std::int64_t{facts.st_mtim.tv_sec} * 1'000'000'000 + facts.st_mtim.tv_nsec;
  const bool changed = file.fingerprint != schema::kNoFingerprint &&
                       file.fingerprint != schema::file_fingerprint(
                                               static_cast<std::uint64_t>(facts.st_size), mtime_ns);

  const Descriptor folder = open_folder(folder_, place);
  if (!folder.is_open()) {
    return errno == ELOOP || errno == ENOTDIR ? CopyOutcome{Kind::Clash, ""}
                                              : failed("make its folder");
  }
  const char* name = place.back().c_str();
  struct stat there {};
  if (::fstatat(folder.get(), name, &there, AT_SYMLINK_NOFOLLOW) == 0) {
    const Descriptor old(
        ::openat(folder.get(), name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC));
    const bool same =
        S_ISREG(there.st_mode) && old.is_open() && same_content(old.get(), source.get());
    return {same ? Kind::AlreadyThere : Kind::Clash, ""};
  }
  CopyOutcome outcome = copy_content(source.get(), facts, folder.get(), name);
  if (outcome.kind == Kind::Copied && changed) outcome.kind = Kind::Changed;
  return outcome;
}

}  // namespace dateline
