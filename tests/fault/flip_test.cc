// One bit of one file of an index is another: --check finds it, or it is harmless; a search answers as
// before or names the damage and its remedy; --repair mends it.
#include <gtest/gtest.h>

#include <algorithm>
#include <csignal>
#include <cstdio>
#include <map>

#include "common/index/durable_file.h"
#include "common/index/manifest.h"
#include "indexer/check/index_check.h"
#include "tests/fault/fault_support.h"
#include "tests/support/indexing.h"
#include "tests/support/random.h"

namespace dateline::fault {
namespace {

namespace fs = boost::filesystem;

constexpr char kQueries[] =
    "oil\n\"state of emergency\"\nmerkel w/5 berlin\nperson:obama\nplace:kazakhstan oil\n"
    "date:2022-03\narticlenumber1*\nemergancy~1\nprices -berlin\nlead(tokayev)\nsource:none\n";

/// An index of several segments, with deleted articles and names.
class Flips : public testing::Test {
 protected:
  void SetUp() override {
    write_articles(archive, 1, 120);
    ASSERT_EQ(finish(start(indexer({archive.path(), "--index", index}))), 0);
    archive.remove("110.txt");
    write_articles(archive, 118, 118, 1);
    ASSERT_EQ(finish(start(indexer({archive.path(), "--index", index}))), 0);
    const auto segments = load_manifest(IndexPaths{index}).value().segments;
    ASSERT_GE(segments.size(), 3U);
    copy_folder(index, pristine);
    wanted = dump_by_path(index);
    answers = ask(false);
    ASSERT_EQ(answers.status, 0) << answers.err;
    for (fs::recursive_directory_iterator at(pristine), end; at != end; ++at) {
      if (!fs::is_directory(at->path()) && fs::file_size(at->path()) > 0) {
        files.push_back(fs::relative(at->path(), pristine).string());
      }
    }
  }

  /// All kinds of queries in one process, or the facets of all articles.
  ProgramRun ask(bool facets) const {
    std::vector<std::string> command{DATELINE_SEARCH_PROGRAM, "--index", index};
    if (facets) {
      command.insert(command.end(), {"oil", "--facets", "person,place,year"});
      return run_program(command);
    }
    command.insert(command.end(), {"--batch", "-"});
    ProgramSettings settings;
    settings.input = kQueries;
    return run_program(command, settings);
  }

  std::string flip(Random& random, bool by_size) const {
    std::string file = random.one_of(files);
    if (by_size) {
      std::size_t all = 0;
      for (const std::string& one : files) all += fs::file_size(fs::path(pristine) / one);
      std::size_t at = random.below(all);
      for (const std::string& one : files) {
        file = one;
        const std::size_t size = fs::file_size(fs::path(pristine) / one);
        if (at < size) break;
        at -= size;
      }
    }
    std::string bytes = read_file(fs::path(index) / file);
    const std::size_t bit = random.below(bytes.size() * 8);
    bytes[bit / 8] = static_cast<char>(bytes[bit / 8] ^ (1 << bit % 8));
    write_file_durably(fs::path(index) / file, bytes);
    return file + " bit " + std::to_string(bit);
  }

  Archive archive;
  ScratchFolder scratch;
  std::string index = scratch.path("index");
  std::string pristine = scratch.path("pristine");
  std::string wanted;
  ProgramRun answers;
  std::vector<std::string> files;
};

/// The answers without what may differ from run to run.
std::string without_times(std::string text) {
  const std::string key = "\"ms\":";
  for (std::size_t at = text.find(key); at != std::string::npos; at = text.find(key, at + 1)) {
    const std::size_t end = text.find_first_of(",}", at);
    text.erase(at + key.size(), end - at - key.size());
  }
  return text;
}

TEST_F(Flips, AreFoundOrHarmlessAndRepaired) {
  const std::size_t times = how_many("DATELINE_FLIPS", 40);
  Random random(2022);
  const std::string facets = ask(true).out;
  std::size_t found = 0, harmless = 0, told = 0;
  std::map<std::string, std::size_t> by_kind;
  for (std::size_t i = 0; i < times; ++i) {
    fs::remove_all(index);
    copy_folder(pristine, index);
    const std::string what = flip(random, i % 2 == 0);
    SCOPED_TRACE(what);
    ++by_kind[fs::path(what.substr(0, what.find(' '))).extension().string()];
    const ProgramRun check = run_program(indexer({"--check", "--index", index}));
    EXPECT_TRUE(check.status == 0 || check.status == 1) << check.status << check.err;
    for (const bool is_facets : {false, true}) {
      const ProgramRun asked = ask(is_facets);
      ASSERT_LE(asked.status, 3) << "a crash: " << asked.status << asked.err;
      const bool same = asked.status == 0 && (is_facets ? asked.out == facets
                                                        : without_times(asked.out) == without_times(answers.out));
      EXPECT_TRUE(same || check.status != 0) << "not found, and not harmless" << asked.err;
      if (asked.status == 0) continue;
      ++told;
      EXPECT_EQ(asked.status, 3) << asked.err;
      EXPECT_NE(asked.err.find("--repair --index " + index), std::string::npos) << asked.err;
    }
    if (check.status == 0) {
      ++harmless;
      EXPECT_EQ(dump_by_path(index), wanted);
      continue;
    }
    ++found;
    EXPECT_NE(check.out.find("--repair --index " + index), std::string::npos) << check.out;
    const ProgramRun repair = run_program(indexer({"--repair", "--index", index}));
    EXPECT_EQ(repair.status, 0) << repair.err << repair.out;
    expect_whole(index, false);
    EXPECT_EQ(dump_by_path(index), wanted);
    if (HasFailure()) break;
  }
  std::printf("%zu bits flipped: %zu found and repaired, %zu harmless; %zu searches told of it, none "
              "crashed;",
              times, found, harmless, told);
  for (const auto& [kind, count] : by_kind) std::printf(" %s %zu", kind.c_str(), count);
  std::printf("\n");
  EXPECT_GT(found, times / 4);
}

/// A search that waits for a query gets the signal of a crash, once it watches for it.
constexpr char kCrashed[] = R"(
  mkfifo "$1/queries"
  "$2" --index "$3" --batch - <"$1/queries" &
  search=$!
  exec 3>"$1/queries"
  for try in $(seq 3000); do
    if grep -q 'SigCgt:.*[2367abef].$' "/proc/$search/status"; then break; fi
    sleep 0.01
  done
  kill -ABRT "$search"
  wait "$search"
)";

TEST_F(Flips, ACrashIsToldAsTheDamageItIs) {
  const auto crashed = [&] {
    const ScratchFolder queries;
    return run_program({"/bin/sh", "-c", kCrashed, "sh", queries.path(), DATELINE_SEARCH_PROGRAM, index});
  };
  const ProgramRun sound = crashed();
  EXPECT_EQ(sound.status, 128 + SIGABRT);
  EXPECT_NE(sound.err.find("ended by signal 6, though the index in " + index + " is sound"),
            std::string::npos)
      << sound.err;
  const auto lists = [](const std::string& file) { return file.find(".files") != std::string::npos; };
  const std::string list = *std::find_if(files.begin(), files.end(), lists);
  write_file_durably(fs::path(index) / list, "?");
  const ProgramRun damaged = crashed();
  EXPECT_EQ(damaged.status, 3);
  EXPECT_NE(damaged.err.find(list + " is damaged"), std::string::npos) << damaged.err;
  EXPECT_NE(damaged.err.find("--repair --index " + index), std::string::npos) << damaged.err;
}

}  // namespace
}  // namespace dateline::fault
