// Loaded into a program by LD_PRELOAD: counts the calls of the system by which it changes the files of
// one folder, and has one of them fail, or ends the program there as kill -9 or a power cut would.
//
//   DATELINE_FAULT_FOLDER  absolute and canonical: calls about files in it, and it itself, are counted
//   DATELINE_FAULT_READS   set: only reads are counted, else all but reads
//   DATELINE_FAULT_AT      number of the call, from 1, that fails; 0 or unset: none
//   DATELINE_FAULT_ERROR   errno it fails with; unset: the most likely one for the call; "kill": SIGKILL
//   DATELINE_FAULT_LOG     file that takes a line for each call counted: its name, a space, the path;
//                          of a rename both paths, a tab between
//
// What goes through stdio is seen at fopen, fwrite and fflush: the calls within the C library are not.
#include <dlfcn.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <climits>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <string>

namespace {

template <class Function>
Function real(const char* name) {
  return reinterpret_cast<Function>(dlsym(RTLD_NEXT, name));
}

struct Settings {
  std::string folder;
  bool reads = false;
  long at = 0;
  int error = 0;  // 0: the call's own
  bool kills = false;
  int log = -1;

  Settings() {
    const char* value = std::getenv("DATELINE_FAULT_FOLDER");
    folder = value != nullptr ? value : "";
    reads = std::getenv("DATELINE_FAULT_READS") != nullptr;
    if ((value = std::getenv("DATELINE_FAULT_AT")) != nullptr) at = std::atol(value);
    if ((value = std::getenv("DATELINE_FAULT_ERROR")) != nullptr) {
      kills = std::strcmp(value, "kill") == 0;
      error = std::atoi(value);
    }
    if ((value = std::getenv("DATELINE_FAULT_LOG")) != nullptr) {
      log = real<int (*)(const char*, int, ...)>("open")(value, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    }
  }

  bool has(const char* path) const {
    return !folder.empty() && std::strncmp(path, folder.c_str(), folder.size()) == 0 &&
           (path[folder.size()] == '/' || path[folder.size()] == '\0');
  }
};

const Settings& settings() {
  static const Settings* const kSettings = new Settings;  // used until the program is gone
  return *kSettings;
}

std::atomic<long> calls{0};

/// Whether this call is to fail; then errno says why. `other` is the new path of a rename.
bool fails(const char* name, const char* path, int error, bool is_read = false,
           const char* other = nullptr) {
  const Settings& set = settings();
  const int before = errno;
  if (path == nullptr || is_read != set.reads || !set.has(path)) return false;
  const long number = ++calls;
  if (set.log >= 0) {
    std::string line = std::string(name) + ' ' + path;
    if (other != nullptr) line += std::string("\t") + other;
    line += '\n';
    real<ssize_t (*)(int, const void*, size_t)>("write")(set.log, line.data(), line.size());
  }
  errno = before;
  if (number != set.at) return false;
  if (set.kills) ::kill(::getpid(), SIGKILL);
  errno = set.error != 0 ? set.error : error;
  return true;
}

/// The same of an open file.
bool fails(const char* name, int descriptor, int error, bool is_read = false) {
  char link[32];
  char path[PATH_MAX];
  const int before = errno;
  std::snprintf(link, sizeof link, "/proc/self/fd/%d", descriptor);
  const ssize_t size = ::readlink(link, path, sizeof path - 1);
  errno = before;
  if (size <= 0) return false;
  path[size] = '\0';
  return fails(name, path, error, is_read);
}

bool is_for_reading(int flags) { return (flags & (O_WRONLY | O_RDWR | O_CREAT)) == 0; }

int opened(const char* function, const char* path, int flags, mode_t mode) {
  if (!is_for_reading(flags) && fails("open", path, EMFILE)) return -1;
  return real<int (*)(const char*, int, ...)>(function)(path, flags, mode);
}

}  // namespace

extern "C" {

int open(const char* path, int flags, ...) {
  va_list more;
  va_start(more, flags);
  const mode_t mode = (flags & O_CREAT) != 0 ? va_arg(more, mode_t) : 0;
  va_end(more);
  return opened("open", path, flags, mode);
}

int open64(const char* path, int flags, ...) {
  va_list more;
  va_start(more, flags);
  const mode_t mode = (flags & O_CREAT) != 0 ? va_arg(more, mode_t) : 0;
  va_end(more);
  return opened("open64", path, flags, mode);
}

FILE* fopen(const char* path, const char* mode) {
  if (mode[0] != 'r' && fails("open", path, EMFILE)) return nullptr;
  return real<FILE* (*)(const char*, const char*)>("fopen")(path, mode);
}

FILE* fopen64(const char* path, const char* mode) {
  if (mode[0] != 'r' && fails("open", path, EMFILE)) return nullptr;
  return real<FILE* (*)(const char*, const char*)>("fopen64")(path, mode);
}

ssize_t write(int file, const void* bytes, size_t size) {
  if (fails("write", file, ENOSPC)) return -1;
  return real<ssize_t (*)(int, const void*, size_t)>("write")(file, bytes, size);
}

ssize_t writev(int file, const iovec* pieces, int count) {
  if (fails("write", file, ENOSPC)) return -1;
  return real<ssize_t (*)(int, const iovec*, int)>("writev")(file, pieces, count);
}

ssize_t pwrite(int file, const void* bytes, size_t size, off_t at) {
  if (fails("write", file, ENOSPC)) return -1;
  return real<ssize_t (*)(int, const void*, size_t, off_t)>("pwrite")(file, bytes, size, at);
}

ssize_t pwrite64(int file, const void* bytes, size_t size, off64_t at) {
  if (fails("write", file, ENOSPC)) return -1;
  return real<ssize_t (*)(int, const void*, size_t, off64_t)>("pwrite64")(file, bytes, size, at);
}

size_t fwrite(const void* bytes, size_t size, size_t count, FILE* file) {
  if (fails("write", ::fileno(file), ENOSPC)) return 0;
  return real<size_t (*)(const void*, size_t, size_t, FILE*)>("fwrite")(bytes, size, count, file);
}

int fflush(FILE* file) {
  if (file != nullptr && fails("write", ::fileno(file), ENOSPC)) return EOF;
  return real<int (*)(FILE*)>("fflush")(file);
}

ssize_t read(int file, void* bytes, size_t size) {
  if (fails("read", file, EIO, true)) return -1;
  return real<ssize_t (*)(int, void*, size_t)>("read")(file, bytes, size);
}

int fsync(int file) {
  if (fails("fsync", file, EIO)) return -1;
  return real<int (*)(int)>("fsync")(file);
}

int fdatasync(int file) {
  if (fails("fsync", file, EIO)) return -1;
  return real<int (*)(int)>("fdatasync")(file);
}

int ftruncate(int file, off_t size) {
  if (fails("ftruncate", file, EIO)) return -1;
  return real<int (*)(int, off_t)>("ftruncate")(file, size);
}

int ftruncate64(int file, off64_t size) {
  if (fails("ftruncate", file, EIO)) return -1;
  return real<int (*)(int, off64_t)>("ftruncate64")(file, size);
}

int close(int file) {
  const bool failed = fails("close", file, EIO);
  const int result = real<int (*)(int)>("close")(file);  // as Linux does: it is closed all the same
  if (!failed) return result;
  errno = settings().error != 0 ? settings().error : EIO;
  return -1;
}

int rename(const char* from, const char* to) {
  if (fails("rename", from, EIO, false, to)) return -1;
  return real<int (*)(const char*, const char*)>("rename")(from, to);
}

int link(const char* from, const char* to) {
  if (fails("link", to, EIO)) return -1;
  return real<int (*)(const char*, const char*)>("link")(from, to);
}

int mkdir(const char* path, mode_t mode) {
  if (fails("mkdir", path, ENOSPC)) return -1;
  return real<int (*)(const char*, mode_t)>("mkdir")(path, mode);
}

int unlink(const char* path) {
  if (fails("unlink", path, EIO)) return -1;
  return real<int (*)(const char*)>("unlink")(path);
}

int rmdir(const char* path) {
  if (fails("unlink", path, EIO)) return -1;
  return real<int (*)(const char*)>("rmdir")(path);
}

}  // extern "C"
