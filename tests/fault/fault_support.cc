#include "tests/fault/fault_support.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>

#include "common/index/durable_file.h"
#include "common/index/manifest.h"
#include "indexer/check/index_check.h"
#include "tests/support/indexing.h"

namespace dateline::fault {

namespace fs = boost::filesystem;

std::size_t how_many(const char* variable, std::size_t in_ci) {
  const char* value = std::getenv(variable);
  return value != nullptr ? std::strtoul(value, nullptr, 10) : in_ci;
}

std::vector<std::string> indexer(const std::vector<std::string>& arguments) {
  std::vector<std::string> command{DATELINE_SMALL_INDEXER, "-q", "-j", "2"};
  command.insert(command.end(), arguments.begin(), arguments.end());
  return command;
}

std::map<std::string, std::string> faults_in(const std::string& folder, std::size_t at,
                                             const std::string& error, const std::string& log) {
  std::map<std::string, std::string> environment{
      {"LD_PRELOAD", DATELINE_FAULTS_LIBRARY},
      {"DATELINE_FAULT_FOLDER", folder},
      {"DATELINE_FAULT_AT", std::to_string(at)},
      // The last is an oddity of libxapian itself.
      {"ASAN_OPTIONS", "verify_asan_link_order=0:detect_leaks=0:new_delete_type_mismatch=0"}};
  if (!error.empty()) environment["DATELINE_FAULT_ERROR"] = error;
  if (!log.empty()) environment["DATELINE_FAULT_LOG"] = log;
  return environment;
}

pid_t start(const std::vector<std::string>& command,
            const std::map<std::string, std::string>& environment) {
  const pid_t process = ::fork();
  if (process != 0) return process;
  const int nothing = ::open("/dev/null", O_RDWR);
  ::dup2(nothing, STDOUT_FILENO);
  ::dup2(nothing, STDERR_FILENO);
  for (const auto& [name, value] : environment) ::setenv(name.c_str(), value.c_str(), 1);
  std::vector<char*> arguments;
  for (const std::string& argument : command) {
    arguments.push_back(const_cast<char*>(argument.c_str()));  // as execv wants them
  }
  arguments.push_back(nullptr);
  ::execv(arguments[0], arguments.data());
  ::_exit(127);
}

int finish(pid_t process) {
  int status = 0;
  while (::waitpid(process, &status, 0) < 0 && errno == EINTR) {
  }
  const int told = WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
  EXPECT_NE(told, 127) << "the program cannot be run";
  return told;
}

void write_articles(Archive& archive, int first, int last, int edition) {
  const char* const people[] = {"Kassym-Jomart Tokayev", "Angela Merkel", "Barack Obama"};
  const char* const places[] = {"Kazakhstan", "Berlin", "Washington"};
  for (int i = first; i <= last; ++i) {
    char name[16];
    std::snprintf(name, sizeof name, "%03d.txt", i);
    std::string text = "date 2022-0" + std::to_string(1 + i % 9) + "-1" + std::to_string(i % 10) + '\n';
    text += std::string("President ") + people[i % 3] + " spoke in " + places[i / 3 % 3] +
            " of oil and prices, edition " + std::to_string(edition) + ".\n\nArticle number" +
            std::to_string(i) + " tells more of it: the state of emergency goes on, " + people[(i + 1) % 3] +
            " said on Friday.\n";
    archive.write(name, text);
  }
}

void copy_folder(const fs::path& from, const fs::path& to) {
  fs::create_directories(to);
  for (const fs::directory_entry& entry : fs::directory_iterator(from)) {
    const fs::path target = to / entry.path().filename();
    if (fs::is_directory(entry.path())) {
      copy_folder(entry.path(), target);
    } else {
      fs::copy_file(entry.path(), target);
    }
  }
}

namespace {

/// Changes a byte in the middle of the first two segments.
void damage_two_segments(const std::string& index) {
  const IndexPaths paths{index};
  const auto manifest = load_manifest(paths);
  ASSERT_TRUE(manifest);
  ASSERT_GT(manifest->segments.size(), 2U);
  for (std::size_t i = 0; i < 2; ++i) {
    const std::string file = paths.segment(manifest->segments[i]).string();
    std::string bytes = read_file(file);
    bytes[bytes.size() / 2] = static_cast<char>(bytes[bytes.size() / 2] ^ 16);
    write_file_durably(file, bytes);
  }
}

}  // namespace

Scenario::Scenario(Kind kind) : kind_(kind) {
  write_articles(archive_, 1, 90);
  if (kind_ != Kind::New) {
    EXPECT_EQ(finish(start(indexer({archive_.path(), "--index", index_}))), 0);
    // So many that segments are rebuilt, that a merge follows, and that each change is met.
    write_articles(archive_, 2, 22, 1);
    write_articles(archive_, 91, 130);
    for (int i = 40; i < 50; ++i) archive_.remove("0" + std::to_string(i) + ".txt");
    if (kind_ == Kind::Repair) {
      EXPECT_EQ(finish(start(indexer({archive_.path(), "--index", index_}))), 0);
      wanted_ = dump_by_path(index_);
      damage_two_segments(index_);
    }
  }
  fs::create_directories(index_);
  copy_folder(index_, before_);
  if (!wanted_.empty()) return;
  EXPECT_EQ(finish(start(command())), 0);
  wanted_ = dump_by_path(index_);
}

const char* Scenario::name() const {
  return kind_ == Kind::New ? "first run" : kind_ == Kind::Again ? "later run" : "repair";
}

void Scenario::reset() const {
  fs::remove_all(index_);
  copy_folder(before_, index_);
}

std::vector<std::string> Scenario::command() const {
  return kind_ == Kind::Repair ? indexer({"--repair", "--index", index_})
                               : indexer({archive_.path(), "--index", index_});
}

void expect_whole(const std::string& index, bool unfinished_too) {
  const auto manifest = load_manifest(IndexPaths{index});
  if (!manifest) return;
  const IndexCheck check = check_index(index);
  for (const IndexCheck::Damage& damage : check.damage) {
    const bool is_unfinished = damage.harm == IndexCheck::Harm::Unfinished ||
                               damage.harm == IndexCheck::Harm::Segment;
    EXPECT_TRUE(unfinished_too && is_unfinished) << damage.what;
  }
  if (!check.is_sound() || manifest->segments.empty()) return;
  EXPECT_FALSE(dump_of(index).empty());
}

}  // namespace dateline::fault
