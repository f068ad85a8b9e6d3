#include "tests/support/program.h"

#include <fcntl.h>
#include <grp.h>
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <fstream>
#include <sstream>

#include "tests/support/scratch_folder.h"

namespace dateline {

namespace {

constexpr int kCannotRun = 127;
constexpr unsigned kNobody = 65534;

std::string content_of(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream content;
  content << in.rdbuf();
  return content.str();
}

void redirect(int descriptor, const std::string& path, int flags) {
  const int file = ::open(path.c_str(), flags, 0600);
  if (file < 0 || ::dup2(file, descriptor) < 0) ::_exit(kCannotRun);
}

void drop_rights() {
  const bool dropped =
      ::setgroups(0, nullptr) == 0 && ::setgid(kNobody) == 0 && ::setuid(kNobody) == 0;
  if (!dropped) ::_exit(kCannotRun);
}

[[noreturn]] void become(const std::vector<std::string>& command, const ProgramSettings& settings,
                         const ScratchFolder& scratch) {
  constexpr int kWrite = O_WRONLY | O_CREAT | O_TRUNC;
  const std::string& out = settings.output_file;
  redirect(STDIN_FILENO, scratch.path("in"), O_RDONLY);
  redirect(STDOUT_FILENO, out.empty() ? scratch.path("out") : out, kWrite);
  redirect(STDERR_FILENO, scratch.path("err"), kWrite);
  ::unsetenv("DATELINE_INDEX");
  for (const auto& [name, value] : settings.environment) {
    ::setenv(name.c_str(), value.c_str(), 1);
  }
  if (!settings.folder.empty() && ::chdir(settings.folder.c_str()) != 0) ::_exit(kCannotRun);
  if (settings.as_nobody && ::geteuid() == 0) drop_rights();
  std::vector<char*> arguments;
  for (const std::string& argument : command) {
    arguments.push_back(const_cast<char*>(argument.c_str()));  // as execv wants them
  }
  arguments.push_back(nullptr);
  ::execv(arguments[0], arguments.data());
  ::_exit(kCannotRun);
}

}  // namespace

ProgramRun run_program(const std::vector<std::string>& command, const ProgramSettings& settings) {
  const ScratchFolder scratch;
  scratch.write("in", settings.input);
  const pid_t child = ::fork();
  if (child == 0) become(command, settings, scratch);
  int status = 0;
  while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  ProgramRun run;
  run.status = WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
  run.out = content_of(scratch.path("out"));
  run.err = content_of(scratch.path("err"));
  EXPECT_NE(run.status, 126) << command[0] << " cannot be run";
  EXPECT_NE(run.status, kCannotRun) << command[0] << " cannot be run";
  return run;
}

}  // namespace dateline
