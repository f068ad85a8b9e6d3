// --check and --repair, and what a search says of a damaged index.
#include <boost/filesystem.hpp>

#include "common/index/durable_file.h"
#include "common/index/manifest.h"
#include "tests/cli/program_test.h"

namespace dateline {
namespace {

namespace fs = boost::filesystem;

class Check : public ProgramTest {
 protected:
  void SetUp() override {
    for (int i = 0; i < 5; ++i) {
      const std::string path = scratch.write(
          "news/" + std::to_string(i) + ".txt",
          " date 2022-01-07 Angela Merkel spoke of oil, article " + std::to_string(i) + ".");
      fs::last_write_time(path, 1'600'000'000);  // else it may be read again by the next run
    }
    make_index({"-q"});
  }

  /// The one file with this ending in a folder of the index.
  std::string file(const std::string& folder, const std::string& ending) const {
    for (const auto& entry : fs::directory_iterator(fs::path(index) / folder)) {
      if (entry.path().extension() == ending) return entry.path().string();
    }
    ADD_FAILURE() << "no " << ending << " in " << folder;
    return "";
  }
  static void flip(const std::string& path) {
    std::string bytes = read_file(path);
    bytes[bytes.size() / 2] = static_cast<char>(bytes[bytes.size() / 2] ^ 4);
    write_file_durably(path, bytes);
  }
  ProgramRun check() const { return indexer({"--check", "--index", index}); }
  ProgramRun repair() const { return indexer({"--repair", "--index", index, "-q"}); }
  std::string command() const { return "dateline-index --repair --index " + index; }
  static bool has(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
  }
  void expect_sound() const {
    const ProgramRun run = check();
    EXPECT_EQ(run.status, 0) << run.out << run.err;
    EXPECT_TRUE(has(run.out, "no damage\n")) << run.out;
  }
};

TEST_F(Check, ASoundIndexIsCalledSo) {
  const ProgramRun run = check();
  EXPECT_EQ(run.status, 0) << run.err;
  EXPECT_EQ(run.out.rfind(index + ": 1 segment, 5 articles, ", 0), 0U) << run.out;
  EXPECT_TRUE(has(run.out, "\nno damage\n"));
  EXPECT_EQ(indexer({"--check", "-q", "--index", index}).out, "");
  EXPECT_EQ(repair().status, 0);
  EXPECT_EQ(repair().out, "");
}

TEST_F(Check, ADamagedSegmentIsNamedByBothProgramsAndReadAgain) {
  const std::string segment = file("segments", ".glass");
  scratch.write("news/new.txt", "Not indexed yet: oil.");
  fs::remove(scratch.path("news/4.txt"));
  fs::resize_file(segment, fs::file_size(segment) - 8192);
  const ProgramRun search = ProgramTest::search({"oil", "--index", index});
  EXPECT_EQ(search.status, 3);
  EXPECT_EQ(search.err, "dateline-search: segment " + segment +
                            " is damaged: it does not fit its checksum\nhint: mend it with: " +
                            command() + "\n");
  const ProgramRun run = indexer({scratch.path("news"), "--index", index});
  EXPECT_EQ(run.status, 3);
  EXPECT_TRUE(has(run.err, segment + " is damaged")) << run.err;
  EXPECT_TRUE(has(run.err, command())) << run.err;
  const ProgramRun checked = check();
  EXPECT_EQ(checked.status, 1) << checked.err;
  EXPECT_TRUE(has(checked.out, segment + " is damaged: it does not fit its checksum")) << checked.out;
  EXPECT_TRUE(has(checked.out, command())) << checked.out;
  const ProgramRun repaired = repair();
  EXPECT_EQ(repaired.status, 0) << repaired.err;
  EXPECT_TRUE(has(repaired.out, "dropped segment 000001.glass with 5 articles, of which 4 files can "
                                "be read again\n1 file of them are gone\n"))
      << repaired.out;
  expect_sound();
  const Arguments wanted{scratch.path("news/0.txt"), scratch.path("news/1.txt"),
                         scratch.path("news/2.txt"), scratch.path("news/3.txt")};
  EXPECT_EQ(found("oil"), wanted) << "exactly its files";
  EXPECT_EQ(found("person:merkel"), wanted);
  make_index({"-q"});
  EXPECT_EQ(found("oil").size(), 5U);
}

// Without its options being given again; so do later runs, until they are told otherwise.
TEST_F(Check, ARepairReadsAsTheLastRunDid) {
  scratch.write("news/big.txt", "date: 08/02/2022\n" + std::string(3000, '.'));
  scratch.write("news/may.txt", "date: 07/02/2022\nPipelines.");
  make_index({"-q", "--date-order", "dmy", "--max-article-size", "2KB"});
  const auto day_of = [&](const std::string& word) {
    return search({word, "--count", "--from", "2022-02-07", "--to", "2022-02-07", "--index", index}).out;
  };
  EXPECT_EQ(day_of("pipelines"), "1\n");
  for (const auto& entry : fs::directory_iterator(fs::path(index) / "segments")) {
    if (entry.path().extension() == ".glass") flip(entry.path().string());
  }
  EXPECT_EQ(repair().status, 0);
  EXPECT_EQ(day_of("pipelines"), "1\n") << "7 February, not July";
  scratch.write("news/later.txt", "date: 07/02/2022\nTankers.");
  make_index({"-q"});
  EXPECT_EQ(day_of("tankers"), "1\n");
  const std::string report = indexer({"--report", "--index", index}).out;
  EXPECT_TRUE(has(report, "entities on, dates dmy, files up to 2.0 kB, workers")) << report;
  make_index({"-q", "--max-article-size", "1MB"});
  EXPECT_TRUE(has(indexer({"--report", "--index", index}).out, "dates dmy, files up to 1.0 MB"));
  EXPECT_EQ(search({"date:2022-02-08", "--count", "--index", index}).out, "1\n") << "it was skipped before";
}

TEST_F(Check, ASegmentThatIsGoneIsReadAgain) {
  const std::string segment = file("segments", ".glass");
  fs::remove(segment);
  EXPECT_TRUE(has(search({"oil", "--index", index}).err, "segment " + segment + " is gone"));
  EXPECT_EQ(check().status, 1);
  EXPECT_EQ(repair().status, 0);
  EXPECT_EQ(found("oil").size(), 5U);
  expect_sound();
}

TEST_F(Check, ADamagedManifestIsTakenFromItsCopy) {
  for (const bool is_gone : {false, true}) {
    if (is_gone) {
      fs::remove(index + "/manifest.json");
    } else {
      flip(index + "/manifest.json");
    }
    EXPECT_EQ(check().status, 1);
    for (const ProgramRun& run : {search({"oil", "--index", index}),
                                  indexer({scratch.path("news"), "--index", index})}) {
      EXPECT_EQ(run.status, 3);
      EXPECT_TRUE(has(run.err, command())) << run.err;
    }
    EXPECT_EQ(repair().status, 0);
    EXPECT_EQ(found("oil").size(), 5U);
    expect_sound();
  }
  flip(index + "/manifest.copy.json");
  EXPECT_EQ(check().status, 1);
  EXPECT_EQ(found("oil").size(), 5U);
  EXPECT_EQ(repair().status, 0);
  expect_sound();
  flip(index + "/manifest.json");
  flip(index + "/manifest.copy.json");
  EXPECT_EQ(check().status, 3);
  const ProgramRun run = repair();
  EXPECT_EQ(run.status, 3);
  EXPECT_TRUE(has(run.err, "so is its copy")) << run.err;
  EXPECT_TRUE(fs::exists(file("segments", ".glass"))) << "nothing was swept";
}

TEST_F(Check, ADamagedListOfFilesIsMadeAnew) {
  flip(file("segments", ".files"));
  EXPECT_EQ(check().status, 1);
  EXPECT_EQ(found("oil").size(), 5U);
  const ProgramRun run = repair();
  EXPECT_EQ(run.status, 0) << run.err;
  EXPECT_TRUE(has(run.out, "made the list of files of segment 000001.glass anew")) << run.out;
  expect_sound();
}

TEST_F(Check, WithItsListDamagedTooASegmentsFilesAreFoundByIndexingAgain) {
  flip(file("segments", ".files"));
  fs::remove(file("segments", ".glass"));
  const ProgramRun run = repair();
  EXPECT_EQ(run.status, 1) << run.err;
  EXPECT_TRUE(has(run.err, "the list of its files is damaged too; index your folders again")) << run.err;
  expect_sound();
  make_index({"-q"});
  EXPECT_EQ(found("oil").size(), 5U);
}

TEST_F(Check, DamagedTombstonesDoNotBringArticlesBack) {
  scratch.write("news/3.txt", "Now of oil in quite another way.");
  make_index({"-q"});
  flip(file("tombstones", ".deleted"));
  EXPECT_TRUE(has(search({"oil", "--index", index}).err, "list of deleted articles")) ;
  EXPECT_EQ(check().status, 1);
  EXPECT_EQ(repair().status, 0);
  EXPECT_EQ(found("oil").size(), 5U);
  expect_sound();
}

TEST_F(Check, TakesNoFolders) {
  EXPECT_EQ(indexer({"--check", "--index", index, scratch.path("news")}).status, 2);
  EXPECT_EQ(indexer({"--repair", "--index", index, scratch.path("news")}).status, 2);
  EXPECT_EQ(indexer({"--check", "--repair", "--index", index}).status, 2);
  EXPECT_EQ(indexer({"--check", "--index", scratch.path("none")}).status, 2);
  EXPECT_EQ(indexer({"--repair", "--index", scratch.path("none")}).status, 2);
}

TEST_F(Check, ASavedSearchLooksAtAllOfAnIndexMadeAnew) {
  const std::string searches = scratch.path("searches.json");
  ASSERT_EQ(search({"--save", "oil", "oil", "--index", index, "--searches", searches}).status, 0);
  const auto alerts = [&] { return search({"--alerts", "--searches", searches}); };
  EXPECT_EQ(alerts().status, 1) << "nothing is new";
  fs::remove_all(index);
  make_index({"-q"});
  const ProgramRun run = alerts();
  EXPECT_EQ(run.status, 0) << run.err;
  EXPECT_TRUE(has(run.out, "5 articles match")) << run.out;
  EXPECT_TRUE(has(run.err, "was made anew since; all its articles are new")) << run.err;
  EXPECT_EQ(alerts().status, 1) << "told once";
  EXPECT_EQ(alerts().err, "");
  fs::remove_all(index);
  make_index({"-q"});
  const ProgramRun saved =
      search({"--saved", "oil", "--new-since", "last-run", "--count", "--searches", searches});
  EXPECT_EQ(saved.out, "5\n");
  EXPECT_TRUE(has(saved.err, "made anew")) << saved.err;
}

}  // namespace
}  // namespace dateline
