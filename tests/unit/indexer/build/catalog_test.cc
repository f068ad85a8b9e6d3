#include "indexer/build/catalog.h"

#include <gtest/gtest.h>

#include "tests/support/archive.h"
#include "tests/support/indexing.h"

namespace dateline {
namespace {

TEST(Catalog, AnEmptyOneKnowsNothing) {
  Catalog catalog;
  EXPECT_EQ(catalog.look_up(0, "a", 7).number, 0U);
}

TEST(Catalog, TellsUnchangedFromChangedNewAndUnseen) {
  Archive archive;
  for (const char* name : {"a", "b", "c", "d"}) archive.write(name, std::string("text ") + name);
  const ScratchFolder scratch;
  RunOptions options = run_over({archive.path()}, scratch.path("index"));
  index_articles(options);
  archive.write("c", "another text");
  archive.remove("d");
  index_articles(options);

  const Snapshot snapshot(scratch.path("index"));
  Catalog catalog(snapshot);
  const auto fingerprint_of = [&](std::uint32_t number) {
    return snapshot.file(snapshot.find(number).value()).fingerprint;
  };
  const Catalog::Known a = catalog.look_up(0, "a", fingerprint_of(1));
  EXPECT_TRUE(a.unchanged);
  EXPECT_EQ(a.number, 1U);
  const Catalog::Known b = catalog.look_up(0, "b", fingerprint_of(2) + 1);
  EXPECT_FALSE(b.unchanged);
  EXPECT_EQ(b.number, 2U);
  EXPECT_EQ(catalog.look_up(0, "x", 1).number, 0U) << "new";
  EXPECT_EQ(catalog.look_up(1, "c", 1).number, 0U) << "another root";
  EXPECT_EQ(catalog.look_up(0, "d", 1).number, 0U) << "deleted";

  const auto all = [](const schema::FileRecord&) { return true; };
  EXPECT_EQ(catalog.unseen(snapshot, all), std::vector<std::uint32_t>{5}) << "c as changed";
  const auto none = [](const schema::FileRecord& file) { return file.path != "c"; };
  EXPECT_TRUE(catalog.unseen(snapshot, none).empty());
}

TEST(Catalog, AFileToBeReadAgainIsNeverUnchanged) {
  Archive archive;
  archive.folder().write("fresh", "written this moment");
  const ScratchFolder scratch;
  const RunOptions options = run_over({archive.path()}, scratch.path("index"));
  boost::filesystem::last_write_time(archive.path("fresh"), std::time(nullptr) + 1000);
  index_articles(options);
  const Snapshot snapshot(scratch.path("index"));
  Catalog catalog(snapshot);
  const auto known = catalog.look_up(0, "fresh", schema::kNoFingerprint);
  EXPECT_EQ(known.number, 1U);
  EXPECT_FALSE(known.unchanged);
}

}  // namespace
}  // namespace dateline
