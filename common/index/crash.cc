#include "common/index/crash.h"

#include <unistd.h>

#include <array>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>

#include "common/index/integrity.h"
#include "common/text/columns.h"

namespace dateline {

namespace {

constexpr int kSignals[] = {SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT};
constexpr char kProgram[] = "/proc/self/exe";
constexpr char kArgument[] = "--tell-crash";  // then the number of the signal, and the folder

/// What the handler needs, made before: in a crash no memory can be had.
std::string watched_folder;

/// Async-signal-safe.
void start_anew(int signal) {
  std::array<char, 4> number{};
  number[0] = static_cast<char>('0' + signal / 10);
  number[1] = static_cast<char>('0' + signal % 10);
  const char* const arguments[] = {kProgram, kArgument, number.data(), watched_folder.c_str(), nullptr};
  ::execv(kProgram, const_cast<char* const*>(arguments));
  ::_exit(128 + signal);
}

}  // namespace

void watch_for_crash(const boost::filesystem::path& folder) {
  if (folder.empty()) return;
  watched_folder = folder.string();
  struct sigaction action {};
  action.sa_handler = start_anew;
  action.sa_flags = SA_NODEFER | SA_RESETHAND;  // not blocked in the program started anew
  for (const int signal : kSignals) {
    struct sigaction before {};
    ::sigaction(signal, nullptr, &before);
    if (before.sa_handler == SIG_DFL) ::sigaction(signal, &action, nullptr);  // else a sanitizer's
  }
}

void tell_crash(int argc, const char* const* argv) {
  if (argc != 4 || std::strcmp(argv[1], kArgument) != 0) return;
  const boost::filesystem::path folder = argv[3];
  const int signal = std::atoi(argv[2]);
  if (const auto damage = damage_error(folder)) throw *damage;
  std::fprintf(stderr, "ended by signal %d, though the index in %s is sound: please report this\n", signal,
               printable(folder.string()).c_str());
  ::raise(signal);
}

}  // namespace dateline
