// Every call by which the indexer changes its index fails once: each such run ends in success or a
// clear error, the index opens and is whole, and the next run ends where an undisturbed one does.
#include <gtest/gtest.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <fstream>
#include <map>
#include <sstream>

#include "common/index/durable_file.h"
#include "tests/fault/fault_support.h"
#include "tests/support/indexing.h"

namespace dateline::fault {
namespace {

std::vector<std::string> lines_in(const std::string& file) {
  std::vector<std::string> lines;
  std::istringstream in(read_file(file));
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

/// The calls of an undisturbed run, by faults.cc.
std::vector<std::string> calls_of(const Scenario& scenario) {
  const ScratchFolder scratch;
  scenario.reset();
  EXPECT_EQ(finish(start(scenario.command(), faults_in(scenario.index(), 0, "", scratch.path("log")))), 0);
  return lines_in(scratch.path("log"));
}

struct Faults {
  std::size_t runs = 0, failed = 0, succeeded = 0;
  std::map<std::string, std::size_t> by_call;
};

class FaultTest : public testing::Test {
 protected:
  /// One fault, and the run after it.
  static void inject(const Scenario& scenario, std::size_t at, const std::string& call,
                     const std::string& error, Faults& faults) {
    SCOPED_TRACE(std::string(scenario.name()) + ", call " + std::to_string(at) + ": " + call +
                 (error.empty() ? "" : ", error " + error));
    scenario.reset();
    ProgramSettings settings;
    settings.environment = faults_in(scenario.index(), at, error);
    const ProgramRun run = run_program(scenario.command(), settings);
    ++faults.runs;
    ++faults.by_call[call.substr(0, call.find(' '))];
    ++(run.status == 0 ? faults.succeeded : faults.failed);
    EXPECT_TRUE(run.status == 0 || run.status == 3) << run.status << run.err;
    if (run.status == 3) {
      EXPECT_EQ(run.err.rfind("dateline-index: ", 0), 0U) << run.err;
      EXPECT_NE(run.err.find("the index"), std::string::npos) << "what was kept: " << run.err;
    }
    expect_whole(scenario.index(), scenario.is_repair());
    const ProgramRun again = run_program(scenario.command());
    EXPECT_EQ(again.status, 0) << again.err;
    expect_whole(scenario.index(), false);
    EXPECT_EQ(dump_by_path(scenario.index()), scenario.wanted());
  }

  /// Spreads `times` faults evenly over the calls of a scenario; each call once if there are fewer.
  static void inject_all(Scenario::Kind kind, std::size_t times, const std::string& error,
                         Faults& faults) {
    const Scenario scenario(kind);
    const std::vector<std::string> calls = calls_of(scenario);
    const std::size_t most = std::min(times, calls.size());
    for (std::size_t i = 0; i < most; ++i) {
      const std::size_t place = i * calls.size() / most;
      inject(scenario, place + 1, calls[place], error, faults);
      if (HasFailure()) break;
    }
    tell(scenario.name(), calls.size(), error, faults);
  }

  static void tell(const char* name, std::size_t calls, const std::string& error,
                   const Faults& faults) {
    std::printf("%s, %s: %zu calls, %zu of them made to fail: %zu clear errors, %zu went well;", name,
                error.empty() ? "likely errors" : ("errno " + error).c_str(), calls, faults.runs,
                faults.failed, faults.succeeded);
    for (const auto& [call, count] : faults.by_call) std::printf(" %s %zu", call.c_str(), count);
    std::printf("\n");
  }
};

class EveryCallFails : public FaultTest, public testing::WithParamInterface<Scenario::Kind> {};

TEST_P(EveryCallFails, Once) {
  const std::size_t times = how_many("DATELINE_FAULTS", 40);
  Faults faults;
  inject_all(GetParam(), times, "", faults);
  if (times < 1000) return;
  for (const int error : {ENOSPC, EIO, EMFILE}) {
    Faults more;
    inject_all(GetParam(), times, std::to_string(error), more);
  }
}

std::string name_of_test(const testing::TestParamInfo<Scenario::Kind>& given) {
  const char* const names[] = {"AFirstRun", "ALaterRun", "ARepair"};
  return names[static_cast<int>(given.param)];
}

INSTANTIATE_TEST_SUITE_P(Of, EveryCallFails, testing::ValuesIn(Scenario::kKinds), name_of_test);

// A file that cannot be read to its end is a failed file, no failed run, and is read next time.
TEST(ReadFails, IsAFailedFile) {
  Archive archive;
  const ScratchFolder scratch;
  write_articles(archive, 1, 10);
  const std::string index = scratch.path("index"), sound = scratch.path("sound");
  ASSERT_EQ(finish(start(indexer({archive.path(), "--index", sound}))), 0);
  const std::string wanted = dump_by_path(sound);
  std::map<std::string, std::string> environment =
      faults_in(archive.path(), 0, "", scratch.path("log"));
  environment["DATELINE_FAULT_READS"] = "1";
  ASSERT_EQ(finish(start(indexer({archive.path(), "--index", scratch.path("read")}), environment)), 0);
  const std::size_t reads = lines_in(scratch.path("log")).size();
  ASSERT_GE(reads, 20U) << "each file twice: its bytes, and its end";
  environment.erase("DATELINE_FAULT_LOG");
  std::size_t failed = 0;
  for (std::size_t at = 1; at <= reads; ++at) {
    boost::filesystem::remove_all(index);
    environment["DATELINE_FAULT_AT"] = std::to_string(at);
    ProgramSettings settings;
    settings.environment = environment;
    const ProgramRun run = run_program(indexer({archive.path(), "--index", index}), settings);
    // What is read for the dictionary is read again.
    ASSERT_TRUE(run.status == 0 || run.status == 1) << at << ": " << run.status << run.err;
    if (run.status == 1) {
      ++failed;
      EXPECT_NE(run.err.find("Input/output error"), std::string::npos) << run.err;
      const ProgramRun list = run_program(indexer({"--failed", "--index", index}));
      EXPECT_EQ(std::count(list.out.begin(), list.out.end(), '\n'), 1) << list.out;
    }
    const ProgramRun again = run_program(indexer({archive.path(), "--index", index}));
    ASSERT_EQ(again.status, 0) << again.err;
    ASSERT_EQ(dump_by_path(index), wanted) << "read " << at;
  }
  std::printf("%zu reads made to fail: %zu failed files, %zu without effect\n", reads, failed,
              reads - failed);
  EXPECT_GE(failed, 20U);
}

// What a power cut leaves: each file is on disk before its name is, and all of it before the manifest
// that lists it; the manifest before the run is over.
TEST(Order, FileThenFolderThenManifestThenFolder) {
  const Scenario scenario(Scenario::Kind::Again);
  std::map<std::string, bool> synced;  // files: all that was written is on disk
  std::map<std::string, bool> folder_synced;  // folders: all names are on disk
  std::size_t segments = 0, manifests = 0;
  const auto folder_of = [](const std::string& path) { return path.substr(0, path.rfind('/')); };
  for (const std::string& call : calls_of(scenario)) {
    const std::string name = call.substr(0, call.find(' '));
    const std::string path = call.substr(name.size() + 1);
    if (name == "write" || name == "ftruncate") synced[path] = false;
    if (name == "fsync") {
      synced[path] = true;
      folder_synced[path] = true;
    }
    if (name != "rename") continue;
    const std::size_t tab = path.find('\t');
    const std::string from = path.substr(0, tab), to = path.substr(tab + 1);
    if (to.find("/report/") != std::string::npos || to.find("/log/") != std::string::npos) continue;
    EXPECT_TRUE(synced[from]) << from << " is not on disk when it gets its name";
    if (to == scenario.index() + "/manifest.json") {
      ++manifests;
      EXPECT_TRUE(folder_synced[scenario.index() + "/segments"]);
      EXPECT_TRUE(folder_synced[scenario.index() + "/tombstones"]);
    }
    if (to.find("/segments/") != std::string::npos && to.find(".glass") != std::string::npos) ++segments;
    folder_synced[folder_of(to)] = false;
  }
  EXPECT_TRUE(folder_synced[scenario.index()]) << "the last manifest's name";
  EXPECT_GE(segments, 5U);
  EXPECT_GE(manifests, 5U);
  std::printf("%zu segments and %zu manifests, each on disk before its name\n", segments, manifests);
}

}  // namespace
}  // namespace dateline::fault
