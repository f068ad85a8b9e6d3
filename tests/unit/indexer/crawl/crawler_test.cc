#include "indexer/crawl/crawler.h"

#include <gtest/gtest.h>
#include <sys/resource.h>

#include <algorithm>

#include "common/error.h"
#include "tests/support/scratch_folder.h"

namespace dateline {
namespace {

using namespace std::string_literals;
namespace fs = boost::filesystem;
using Lines = std::vector<std::string>;

/// One line for each event: "root:path", a / behind a folder, and why it was left out.
Lines crawl(CrawlOptions options) {
  Crawler crawler(std::move(options));
  Lines lines;
  while (const auto event = crawler.next()) {
    std::string line = std::to_string(event->root) + ":" + event->path;
    if (event->is_folder) line += "/";
    if (event->skip) line += " " + std::string(info(event->skip->reason).name);
    lines.push_back(line);
  }
  return lines;
}

CrawlOptions options_for(const std::vector<std::string>& roots) {
  CrawlOptions options;
  options.roots = roots;
  return options;
}

/// The paths without "/" in front, as files of the root "/" are called.
std::string bare(const std::string& path) { return path.substr(1); }

TEST(Crawler, FilesComeDepthFirstInOrderOfTheirNames) {
  const ScratchFolder scratch;
  for (const char* name : {"b/2", "b/1", "a.txt", "a/z/1", "a/x", "c", "B", "10", "9"}) {
    scratch.write(name);
  }
  scratch.make_folder("empty");
  EXPECT_EQ(crawl(options_for({scratch.path()})),
            (Lines{"0:10", "0:9", "0:B", "0:a/x", "0:a/z/1", "0:a.txt", "0:b/1", "0:b/2", "0:c"}));
}

TEST(Crawler, SizeAndTimeAreThoseOfTheFile) {
  const ScratchFolder scratch;
  const std::string path = scratch.write("a", "12345");
  scratch.link("b", "/etc/passwd");
  const timespec times[] = {{1, 0}, {1641549600, 123456789}};
  utimensat(AT_FDCWD, path.c_str(), times, 0);
  Crawler crawler(options_for({scratch.path()}));
  const auto event = crawler.next();
  ASSERT_TRUE(event);
  EXPECT_EQ(event->size_bytes, 5U);
  EXPECT_EQ(event->mtime_ns, 1641549600'123456789);
  EXPECT_EQ(crawler.full_path(*event), path);
  EXPECT_EQ(crawler.next()->size_bytes, fs::file_size("/etc/passwd")) << "of a link's target";
}

TEST(Crawler, NamesMayHoldAnyBytes) {
  const ScratchFolder scratch;
  const Lines names{" ", "a b", "a\nb", "caf\xE9", "\xC3\xA9\xFF/x \xFE"};
  Lines expected;
  for (const std::string& name : names) {
    scratch.write(name);
    expected.push_back("0:" + name);
  }
  std::sort(expected.begin(), expected.end());
  EXPECT_EQ(crawl(options_for({scratch.path()})), expected);
}

TEST(Crawler, HiddenFilesAndFoldersAreLeftOutUnlessWanted) {
  const ScratchFolder scratch;
  for (const char* name : {".git/x", ".a", "b"}) scratch.write(name);
  CrawlOptions options = options_for({scratch.path()});
  EXPECT_EQ(crawl(options), (Lines{"0:.a hidden", "0:.git/ hidden", "0:b"}));
  options.hidden = true;
  EXPECT_EQ(crawl(options), (Lines{"0:.a", "0:.git/x", "0:b"}));
  EXPECT_EQ(crawl(options_for({scratch.path(".git")})), Lines{"0:x"}) << "named as a root";
}

TEST(Crawler, GlobsDecideWhatIsTaken) {
  const ScratchFolder scratch;
  for (const char* name : {"a.txt", "a.jpg", "cache/a.txt", "b/cache/b.txt", "b/c.txt"}) {
    scratch.write(name);
  }
  CrawlOptions options = options_for({scratch.path()});
  options.include = {"*.txt"};
  options.exclude = {"/cache", "c.*"};
  EXPECT_EQ(crawl(options), (Lines{"0:a.jpg excluded", "0:a.txt", "0:b/c.txt excluded",
                                   "0:b/cache/b.txt", "0:cache/ excluded"}));
}

TEST(Crawler, ALinkIsMatchedAsWhatItLeadsTo) {
  const ScratchFolder scratch;
  for (const char* name : {"out/x.txt", "out/x.jpg"}) scratch.write(name);
  scratch.make_folder("root");
  scratch.link("root/a", scratch.path("out"));
  scratch.link("root/b", scratch.path("out/x.txt"));
  scratch.link("root/c.txt", scratch.path("out/x.txt"));
  scratch.link("root/d", scratch.path("out"));
  scratch.link("root/e", "missing");
  CrawlOptions options = options_for({scratch.path("root")});
  options.include = {"*.txt"};
  options.exclude = {"d/", "c.txt/"};
  EXPECT_EQ(crawl(options), (Lines{"0:a/x.jpg excluded", "0:a/x.txt", "0:b excluded", "0:c.txt",
                                   "0:d/ excluded", "0:e excluded"}));
}

TEST(Crawler, TheIndexFolderIsLeftOut) {
  const ScratchFolder scratch;
  for (const char* name : {"a", "index/manifest.json", "index/segments/1"}) scratch.write(name);
  scratch.link("link-to-folder", "index/segments");
  scratch.link("link-to-file", "index/manifest.json");
  CrawlOptions options = options_for({scratch.path()});
  options.index_folder = scratch.path("x/../index/");
  scratch.make_folder("x");
  EXPECT_EQ(crawl(options),
            (Lines{"0:a", "0:index/ in the index folder", "0:link-to-file in the index folder",
                   "0:link-to-folder/ in the index folder"}));
  options.roots = {scratch.path("index/segments")};
  EXPECT_EQ(crawl(options), Lines{"0:/ in the index folder"});
  options.roots = {scratch.path("index/manifest.json")};
  EXPECT_EQ(crawl(options),
            Lines{"1:" + bare(scratch.path("index/manifest.json")) + " in the index folder"});
}

TEST(Crawler, TheIndexFolderIsKnownThroughALinkAboveIt) {
  const ScratchFolder scratch;
  scratch.write("outside/index/x");
  scratch.make_folder("root");
  scratch.link("root/link", scratch.path("outside"));
  CrawlOptions options = options_for({scratch.path("root")});
  options.index_folder = scratch.path("outside/index");
  EXPECT_EQ(crawl(options), Lines{"0:link/index/ in the index folder"});
}

TEST(Crawler, LinksToWhatTheCrawlReachesAnywayAreDuplicates) {
  const ScratchFolder scratch;
  for (const char* name : {"b/file", "c"}) scratch.write(name);
  scratch.link("a-file", "b/file");
  scratch.link("a-folder", "b");
  scratch.link("b/loop", "..");
  scratch.link("b/self", ".");
  EXPECT_EQ(crawl(options_for({scratch.path()})),
            (Lines{"0:a-file duplicate", "0:a-folder/ duplicate", "0:b/file", "0:b/loop/ duplicate",
                   "0:b/self/ duplicate", "0:c"}));
}

TEST(Crawler, LinksToWhatItDoesNotReachAreFollowedOnce) {
  const ScratchFolder scratch;
  for (const char* name : {"out/deep/x", "out/file", "root/.store/y", "root/skip/z"}) {
    scratch.write(name);
  }
  scratch.link("out/loop", "../out");
  scratch.link("root/a", scratch.path("out"));
  scratch.link("root/b", scratch.path("out/deep"));
  scratch.link("root/c", scratch.path("out"));
  scratch.link("root/d", ".store/y");
  scratch.link("root/e", "skip/z");
  scratch.link("root/f", "skip/z");
  CrawlOptions options = options_for({scratch.path("root")});
  options.exclude = {"skip"};
  EXPECT_EQ(crawl(options), (Lines{"0:.store/ hidden", "0:a/deep/x", "0:a/file",
                                   "0:a/loop/ duplicate", "0:b/ duplicate", "0:c/ duplicate", "0:d",
                                   "0:e", "0:f duplicate", "0:skip/ excluded"}));
}

TEST(Crawler, ALinkToAFolderAboveTheRootEnds) {
  const ScratchFolder scratch;
  for (const char* name : {"root/x", "y"}) scratch.write(name);
  scratch.link("root/up", "..");
  EXPECT_EQ(crawl(options_for({scratch.path("root")})),
            (Lines{"0:up/root/ duplicate", "0:up/y", "0:x"}));
}

TEST(Crawler, WhatCannotBeReadIsTold) {
  const ScratchFolder scratch;
  scratch.link("broken", "missing");
  scratch.link("circle", "circle");
  scratch.link("device", "/dev/null");
  scratch.make_fifo("fifo");
  scratch.link("fifo-link", "fifo");
  EXPECT_EQ(crawl(options_for({scratch.path()})),
            (Lines{"0:broken broken link", "0:circle broken link", "0:device not a regular file",
                   "0:fifo not a regular file", "0:fifo-link duplicate"}));
}

TEST(Crawler, AnUnreadableFolderIsToldAndTheCrawlGoesOn) {
  const ScratchFolder scratch;
  for (const char* name : {"a/x", "b"}) scratch.write(name);
  chmod(scratch.path("a").c_str(), 0);
  if (geteuid() == 0) GTEST_SKIP() << "root may read everything";
  EXPECT_EQ(crawl(options_for({scratch.path()})), (Lines{"0:a/ unreadable", "0:b"}));
  chmod(scratch.path("a").c_str(), 0700);
}

TEST(Crawler, AFolderThatGoesDuringTheCrawlIsTold) {
  const ScratchFolder scratch;
  for (const char* name : {"a", "b", "c/x", "d"}) scratch.write(name);
  Crawler crawler(options_for({scratch.path()}));
  EXPECT_EQ(crawler.next()->path, "a");
  fs::remove(scratch.path("b"));
  fs::remove_all(scratch.path("c"));
  for (const char* name : {"b", "c"}) {
    const auto event = crawler.next();
    EXPECT_EQ(event->path, name);
    EXPECT_EQ(describe(*event->skip), "missing (No such file or directory)");
  }
  EXPECT_EQ(crawler.next()->path, "d");
  EXPECT_FALSE(crawler.next());
  EXPECT_FALSE(crawler.next()) << "also when asked again";
}

TEST(Crawler, TooManyOpenFoldersAreTold) {
  const ScratchFolder scratch;
  std::string path = scratch.path();
  for (int depth = 0; depth < 40; ++depth) path += "/d";
  fs::create_directories(path);
  rlimit limit{};
  getrlimit(RLIMIT_NOFILE, &limit);
  const rlimit low{30, limit.rlim_max};
  setrlimit(RLIMIT_NOFILE, &low);
  const Lines lines = crawl(options_for({scratch.path()}));
  setrlimit(RLIMIT_NOFILE, &limit);
  ASSERT_EQ(lines.size(), 1U);
  EXPECT_EQ(lines[0].substr(lines[0].size() - 11), " unreadable");
}

TEST(Crawler, RootsAreVisitedInTheOrderGivenAndOnce) {
  const ScratchFolder scratch;
  for (const char* name : {"a/x", "a/in/y", "b/z", ".c/w"}) scratch.write(name);
  scratch.link("link", "b");
  EXPECT_EQ(crawl(options_for({scratch.path("b"), scratch.path("a")})),
            (Lines{"0:z", "1:in/y", "1:x"}));
  EXPECT_EQ(crawl(options_for({scratch.path("a/in"), scratch.path("a")})),
            (Lines{"0:/ duplicate", "1:in/y", "1:x"}))
      << "nested";
  EXPECT_EQ(crawl(options_for({scratch.path("b"), scratch.path("b/../b/"), scratch.path("link")})),
            (Lines{"0:z", "1:/ duplicate", "2:/ duplicate"}))
      << "given more than once";
  EXPECT_EQ(crawl(options_for({scratch.path(".c"), scratch.path()})),
            (Lines{"0:w", "1:.c/ hidden", "1:a/in/y", "1:a/x", "1:b/z", "1:link/ duplicate"}))
      << "nested, but not reached by the other";
}

TEST(Crawler, RootsAreCanonicalAndSayWhetherAllOfThemIsWalked) {
  const ScratchFolder scratch;
  scratch.write("a/x");
  scratch.link("link", "a");
  const Crawler crawler(
      options_for({scratch.path("link/../link"), scratch.path("missing/"), scratch.path("a/x")}));
  const auto& roots = crawler.roots();
  ASSERT_EQ(roots.size(), 4U);
  EXPECT_EQ(roots[0].path, scratch.path("a"));
  EXPECT_TRUE(roots[0].is_whole);
  EXPECT_EQ(roots[1].path, scratch.path("missing"));
  EXPECT_FALSE(roots[1].is_whole);
  EXPECT_FALSE(roots[2].is_whole);
  EXPECT_EQ(roots[3].path, "/");
  EXPECT_FALSE(roots[3].is_whole);
}

TEST(Crawler, ARootMayBeAFileOrMissing) {
  const ScratchFolder scratch;
  for (const char* name : {"2022/01/x", "b/y"}) scratch.write(name);
  EXPECT_EQ(crawl(options_for({scratch.path("2022/01/x"), scratch.path("missing"),
                               scratch.path("b/y/z"), scratch.path("b"), scratch.path("b/y"), ""})),
            (Lines{"6:" + bare(scratch.path("2022/01/x")), "1:/ missing", "2:/ missing", "3:y",
                   "3:y duplicate", "5:/ missing"}));
}

TEST(Crawler, AListNamesTheFilesToTake) {
  const ScratchFolder scratch;
  for (const char* name : {"root/in/x", "root/.y", "root/cache/z", "other/w", "root/no"}) {
    scratch.write(name);
  }
  scratch.link("root/v", "in/x");
  scratch.make_fifo("fifo");
  Lines list{"root/in/x", "other/w",     "root/in/../in/x", "root/v", "root/.y", "root/cache/z",
             "missing",   "no-folder/x", "root/in",         "fifo",   "a\nb"};
  std::string bytes;
  for (const std::string& path : list) bytes += scratch.path(path) + '\0';
  CrawlOptions options = options_for({scratch.path("root")});
  options.files_from = scratch.write("list", bytes);
  options.exclude = {"root/cache/", "cache/"};
  EXPECT_EQ(
      crawl(options),
      (Lines{"0:in/x", "1:" + bare(scratch.path("other/w")), "0:in/x duplicate", "0:v duplicate",
             "0:.y", "0:cache/z excluded", "1:" + bare(scratch.path("missing")) + " missing",
             "1:" + bare(scratch.path("no-folder/x")) + " missing", "0:in/ not a regular file",
             "1:" + bare(scratch.path("fifo")) + " not a regular file",
             "1:" + bare(scratch.path("a\nb")) + " missing"}));
  EXPECT_FALSE(Crawler(options).roots()[0].is_whole);
}

TEST(Crawler, PathsOfAListAreRelativeToTheWorkingFolder) {
  const ScratchFolder scratch;
  scratch.write("a/x");
  CrawlOptions options;
  options.files_from = scratch.write("list", "a/x\n./a/x\nx\n");
  const fs::path before = fs::current_path();
  fs::current_path(scratch.path());
  const Lines lines = crawl(options);
  fs::current_path(before);
  const std::string x = "0:" + bare(scratch.path("a/x"));
  EXPECT_EQ(lines, (Lines{x, x + " duplicate", "0:" + bare(scratch.path("x")) + " missing"}));
}

TEST(Crawler, AListThatCannotBeReadIsAnError) {
  CrawlOptions options;
  options.files_from = "/nowhere/at/all";
  EXPECT_THROW(Crawler{options}, Error);
}

TEST(Crawler, AFolderOfManyFilesIsListedWhole) {
  const ScratchFolder scratch;
  Lines expected;
  for (int i = 0; i < 3000; ++i) {
    scratch.write(std::to_string(i));
    expected.push_back("0:" + std::to_string(i));
  }
  std::sort(expected.begin(), expected.end());
  EXPECT_EQ(crawl(options_for({scratch.path()})), expected);
}

TEST(CountFiles, CountsWhatTheCrawlYields) {
  const ScratchFolder scratch;
  for (const char* name : {"a/x", "a/.y", "b", "no/z"}) scratch.write(name);
  scratch.link("link", "a");
  scratch.link("link-out", "/etc/passwd");
  scratch.make_fifo("fifo");
  CrawlOptions options = options_for({scratch.path()});
  options.exclude = {"no"};
  std::atomic<bool> cancelled{false};
  EXPECT_EQ(count_files(options, cancelled), 3U);
  cancelled = true;
  EXPECT_EQ(count_files(options, cancelled), std::nullopt);
}

TEST(CountFiles, CountsTheLinesOfAList) {
  const ScratchFolder scratch;
  CrawlOptions options;
  options.files_from = scratch.write("list", "/a\n/b\n");
  const std::atomic<bool> cancelled{false};
  EXPECT_EQ(count_files(options, cancelled), 2U);
  options.files_from = "-";
  EXPECT_EQ(count_files(options, cancelled), std::nullopt);
}

TEST(FileIdSet, TellsFilesByDeviceAndInode) {
  FileIdSet set;
  EXPECT_TRUE(set.insert(1, 64));
  EXPECT_TRUE(set.insert(1, 65));
  EXPECT_TRUE(set.insert(2, 64));
  EXPECT_TRUE(set.insert(1, 128));
  EXPECT_FALSE(set.insert(1, 64));
  EXPECT_FALSE(set.insert(1, 65));
}

}  // namespace
}  // namespace dateline
