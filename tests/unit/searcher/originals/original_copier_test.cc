#include "searcher/originals/original_copier.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include "common/index/durable_file.h"
#include "tests/support/scratch_folder.h"

namespace dateline {
namespace {

using Kind = CopyOutcome::Kind;

class Originals : public testing::Test {
 protected:
  /// A file as it was indexed.
  schema::FileRecord record(const std::string& path, std::uint32_t root = 0) const {
    schema::FileRecord file;
    file.root = root;
    file.path = path;
    struct stat facts {};
    if (::stat(scratch.path("news/" + path).c_str(), &facts) == 0) {
      file.fingerprint = schema::file_fingerprint(
          static_cast<std::uint64_t>(facts.st_size),
          std::int64_t{facts.st_mtim.tv_sec} * 1'000'000'000 + facts.st_mtim.tv_nsec);
    }
    return file;
  }

  const ScratchFolder scratch;
};

TEST_F(Originals, KeepTheirPaths) {
  scratch.write("news/a/b.txt", "text");
  OriginalCopier copier(scratch.path("to/deep"), {scratch.path("news")});
  EXPECT_EQ(copier.copy(record("a/b.txt")).kind, Kind::Copied);
  EXPECT_EQ(read_file(scratch.path("to/deep/a/b.txt")), "text");
  EXPECT_EQ(copier.copy(record("a/b.txt")).kind, Kind::AlreadyThere);
  struct stat original {
  }, copy{};
  ::stat(scratch.path("news/a/b.txt").c_str(), &original);
  ::stat(scratch.path("to/deep/a/b.txt").c_str(), &copy);
  EXPECT_EQ(original.st_mtim.tv_sec, copy.st_mtim.tv_sec);
}

TEST_F(Originals, OfSeveralRootsHaveAFolderEach) {
  OriginalCopier copier(scratch.path("to"), {"/x/news", "/y/news/", "/y/wire", "/"});
  using Place = std::vector<std::string>;
  EXPECT_EQ(copier.place_of(record("a.txt", 0)), (Place{"news", "a.txt"}));
  EXPECT_EQ(copier.place_of(record("a.txt", 1)), (Place{"news-2", "a.txt"}));
  EXPECT_EQ(copier.place_of(record("b/a.txt", 2)), (Place{"wire", "b", "a.txt"}));
  EXPECT_EQ(copier.place_of(record("a.txt", 3)), (Place{"root", "a.txt"}));
  EXPECT_EQ(copier.place_of(record("a.txt", 4)), Place{});
}

TEST_F(Originals, NoPathLeadsOut) {
  OriginalCopier copier(scratch.path("to"), {scratch.path("news")});
  for (const char* path : {"../a", "a/../../b", "/etc/passwd", "a//b", "./a", "a/", ".."}) {
    EXPECT_TRUE(copier.place_of(record(path)).empty()) << path;
    EXPECT_EQ(copier.copy(record(path)).kind, Kind::Failed) << path;
  }
}

TEST_F(Originals, LinksInTheFolderAreNotFollowed) {
  scratch.write("news/a/b.txt", "text");
  scratch.write("news/c.txt", "text");
  scratch.make_folder("to");
  scratch.make_folder("outside");
  scratch.link("to/a", scratch.path("outside"));
  scratch.link("to/c.txt", scratch.path("outside/c.txt"));
  OriginalCopier copier(scratch.path("to"), {scratch.path("news")});
  EXPECT_EQ(copier.copy(record("a/b.txt")).kind, Kind::Clash);
  EXPECT_EQ(copier.copy(record("c.txt")).kind, Kind::Clash);
  EXPECT_TRUE(boost::filesystem::is_empty(scratch.path("outside")));
}

TEST_F(Originals, WhatIsThereIsNotReplaced) {
  scratch.write("news/a.txt", "text");
  scratch.write("to/a.txt", "mine");
  scratch.write("news/b", "text");
  scratch.make_folder("to/b");
  OriginalCopier copier(scratch.path("to"), {scratch.path("news")});
  EXPECT_EQ(copier.copy(record("a.txt")).kind, Kind::Clash);
  EXPECT_EQ(copier.copy(record("b")).kind, Kind::Clash);
  EXPECT_EQ(read_file(scratch.path("to/a.txt")), "mine");
}

TEST_F(Originals, GoneAndChangedFilesAreTold) {
  scratch.write("news/a.txt", "text");
  scratch.write("news/b.txt", "text");
  const schema::FileRecord a = record("a.txt"), b = record("b.txt");
  boost::filesystem::remove(scratch.path("news/a.txt"));
  scratch.write("news/b.txt", "another");
  OriginalCopier copier(scratch.path("to"), {scratch.path("news")});
  EXPECT_EQ(copier.copy(a).kind, Kind::Vanished);
  EXPECT_EQ(copier.copy(b).kind, Kind::Changed);
  EXPECT_EQ(read_file(scratch.path("to/b.txt")), "another");
  schema::FileRecord unknown = record("b.txt");
  unknown.fingerprint = schema::kNoFingerprint;
  EXPECT_EQ(copier.copy(unknown).kind, Kind::AlreadyThere);
  scratch.make_fifo("news/fifo");
  EXPECT_EQ(copier.copy(record("fifo")).kind, Kind::Failed);
}

TEST_F(Originals, HalfACopyOfAnEarlierRunIsNoHindrance) {
  scratch.write("news/a.txt", "text");
  scratch.write("to/.dateline-copy-unfinished", "te");
  OriginalCopier copier(scratch.path("to"), {scratch.path("news")});
  EXPECT_EQ(copier.copy(record("a.txt")).kind, Kind::Copied);
  EXPECT_FALSE(boost::filesystem::exists(scratch.path("to/.dateline-copy-unfinished")));
}

}  // namespace
}  // namespace dateline
