// One run after another on the same index: what is new, changed, gone, left over.

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>

#include "common/error.h"
#include "common/index/durable_file.h"
#include "indexer/build/merge_policy.h"
#include "searcher/match/searcher.h"
#include "searcher/query/parser.h"
#include "tests/support/archive.h"
#include "tests/support/indexing.h"
#include "tests/support/random.h"

namespace dateline {
namespace {

namespace fs = boost::filesystem;

Manifest manifest_of(const std::string& index) { return load_manifest(IndexPaths{index}).value(); }

/// Article numbers by path below the root.
std::map<std::string, std::uint32_t> numbers_of(const std::string& index) {
  std::map<std::string, std::uint32_t> numbers;
  const Snapshot snapshot(index);
  for (const SegmentInfo& segment : snapshot.manifest().segments) {
    for (std::uint32_t number = segment.first; number <= segment.last; ++number) {
      if (const auto document = snapshot.find(number)) {
        EXPECT_TRUE(numbers.emplace(snapshot.file(*document).path, number).second);
      }
    }
  }
  return numbers;
}

std::vector<std::string> found(const std::string& index, const std::string& query) {
  Searcher searcher(index);
  SearchRequest request;
  request.query = parse_query(query, QueryContext{}).value();
  request.limit = 100'000;
  std::vector<std::string> paths;
  for (const Hit& hit : searcher.search(request).hits) paths.push_back(hit.path);
  std::sort(paths.begin(), paths.end());
  return paths;
}

std::set<std::string> names_in(const fs::path& folder) {
  std::set<std::string> names;
  for (const auto& entry : fs::directory_iterator(folder)) {
    names.insert(entry.path().filename().string());
  }
  return names;
}

/// A scratch archive and a scratch index, run in small pieces.
class Runs : public testing::Test {
 protected:
  RunReport run() { return index_articles(options); }

  Archive archive;
  ScratchFolder scratch;
  const std::string index = scratch.path("index");
  RunOptions options = run_in_small_pieces({archive.path()}, index);
};

TEST(Jobs, OneAndFourMakeTheSameIndex) {
  const ScratchFolder scratch;
  const auto make = [&](unsigned jobs) {
    RunOptions options = run_over({sample_folder()}, scratch.path(std::to_string(jobs)));
    options.pipeline.smallest_batch_files = 10;
    options.pipeline.largest_batch_files = 20;
    options.pipeline.segment_articles = 45;
    options.jobs = jobs;
    EXPECT_EQ(index_articles(options).indexed, 547U);
    return options.index.string();
  };
  const std::string one = make(1), four = make(4);
  EXPECT_EQ(dump_of(one), dump_of(four));
  const auto segments = [](const std::string& index) {
    std::vector<std::string> lines;
    for (const SegmentInfo& s : manifest_of(index).segments) {
      lines.push_back(s.file + ' ' + std::to_string(s.first) + '-' + std::to_string(s.last));
    }
    return lines;
  };
  EXPECT_EQ(segments(one), segments(four));
  EXPECT_GT(manifest_of(one).generation, kMergeFactor + 2) << "several segments and a merge";
  const std::string whole = scratch.path("whole");
  index_articles(run_over({sample_folder()}, whole));
  EXPECT_EQ(dump_of(one), dump_of(whole)) << "whatever the batches";
}

TEST_F(Runs, UnchangedFilesAreLeftAloneAndNothingIsWritten) {
  for (int i = 0; i < 50; ++i) archive.write(std::to_string(i), "text number " + std::to_string(i));
  archive.write("empty", "");
  EXPECT_EQ(run().indexed, 50U);
  const Manifest before = manifest_of(index);
  const RunReport again = run();
  EXPECT_EQ(again.indexed, 0U);
  EXPECT_EQ(again.unchanged, 50U);
  EXPECT_EQ(again.skipped, 1U);
  EXPECT_EQ(manifest_of(index).generation, before.generation + 1) << "that there was a run";
  EXPECT_EQ(manifest_of(index).segments.back().file, before.segments.back().file);
  const std::string noted = read_file(IndexPaths{index}.manifest());
  run();
  EXPECT_EQ(read_file(IndexPaths{index}.manifest()), noted);
}

TEST_F(Runs, TheManifestTellsWhichArticlesCameWithWhichRun) {
  const auto last_run = [&] {
    const Manifest manifest = manifest_of(index);
    return first_article_of_last_run(manifest.runs, manifest.next_article);
  };
  for (int i = 0; i < 50; ++i) archive.write(std::to_string(i), "text number " + std::to_string(i));
  run();
  EXPECT_GE(manifest_of(index).segments.size(), 2U);
  EXPECT_EQ(manifest_of(index).runs.size(), 1U) << "one run, several segments";
  EXPECT_EQ(last_run(), 1U);
  run();
  EXPECT_EQ(last_run(), 51U) << "nothing came with it";
  archive.write("7", "changed");
  archive.write("new", "new");
  run();
  EXPECT_EQ(last_run(), 51U);
  ASSERT_EQ(manifest_of(index).runs.size(), 2U) << "the run without articles is gone";
  for (int i = 0; i < 40; ++i) archive.remove(std::to_string(i));
  run();
  EXPECT_EQ(last_run(), 53U);
  EXPECT_LT(manifest_of(index).segments.front().articles, 50U) << "rebuilt";
  const auto runs = manifest_of(index).runs;
  ASSERT_EQ(runs.size(), 3U);
  EXPECT_EQ(runs[0].first_article, 1U);
  EXPECT_EQ(runs[1].first_article, 51U);
  for (const IndexRun& one : runs) EXPECT_LE(one.started, one.updated);
  EXPECT_EQ(first_article_since(runs, runs[0].started, 53), 1U);
  EXPECT_EQ(first_article_since(runs, "9999", 53), 53U);
}

TEST_F(Runs, WhatIsDamagedGoesIntoNoOtherSegment) {
  for (int i = 0; i < 100; ++i) archive.write(std::to_string(i), "text number " + std::to_string(i));
  run();
  const Manifest before = manifest_of(index);
  ASSERT_GT(before.segments.size(), 1U);
  const std::string damaged = IndexPaths{index}.segment(before.segments[1]).string();
  std::string bytes = read_file(damaged);
  bytes[bytes.size() - 100] = static_cast<char>(bytes[bytes.size() - 100] ^ 1);  // where nobody looks
  write_file_durably(damaged, bytes);
  for (int i = 100; i < 200; ++i) archive.write(std::to_string(i), "text number " + std::to_string(i));
  try {
    run();
    FAIL() << "no error";
  } catch (const IndexError& error) {
    EXPECT_NE(std::string(error.what()).find(damaged), std::string::npos) << error.what();
    EXPECT_EQ(error.hint(), repair_hint(index));
  }
  EXPECT_EQ(manifest_of(index).segments[1].file, before.segments[1].file);
}

TEST_F(Runs, AuthorSectionAndLanguageAreTermsAndSurviveARebuild) {
  const std::string german =
      "Tausende Menschen haben am Freitag in der größten Stadt des Landes protestiert, nachdem die "
      "Regierung angekündigt hatte, den Preis für Benzin zum Ende des Monats zu erhöhen.";
  archive.write("a", "author: Jane Doe; José Ruiz\nsection: World; Asia\n\n" + german);
  for (int i = 0; i < 9; ++i) archive.write(std::to_string(i), std::to_string(i));
  const auto check = [&] {
    const std::string dump = dump_of(index);
    for (const char* term : {"Ajane\\x20doe", "Ajose\\x20ruiz", "Cworld", "Casia", "Lde"}) {
      EXPECT_NE(dump.find(std::string("term ") + term + " 10:0\n"), std::string::npos) << term;
    }
    EXPECT_EQ(Snapshot(index).article(10).language, "de");
  };
  run();
  check();
  EXPECT_NE(dump_of(index).find("term Lund 1:0 2:0"), std::string::npos);
  for (int i = 0; i < 9; ++i) archive.remove(std::to_string(i));
  run();
  ASSERT_EQ(manifest_of(index).segments.size(), 1U);
  ASSERT_EQ(manifest_of(index).segments.front().articles, 1U) << "rebuilt";
  check();
}

TEST_F(Runs, AChangedFileReplacesItsArticleAndTheOthersKeepTheirNumbers) {
  for (int i = 0; i < 30; ++i) archive.write(std::to_string(i), "oil " + std::to_string(i));
  run();
  const auto before = numbers_of(index);
  archive.write("7", "gas 7");
  const RunReport report = run();
  EXPECT_EQ(report.indexed, 1U);
  EXPECT_EQ(report.changed, 1U);
  EXPECT_EQ(report.removed, 0U);
  EXPECT_EQ(found(index, "gas"), std::vector<std::string>{archive.path("7")});
  EXPECT_EQ(found(index, "oil").size(), 29U);
  auto after = numbers_of(index);
  EXPECT_EQ(after["7"], 31U) << "numbers are never used twice";
  after["7"] = before.at("7");
  EXPECT_EQ(after, before);
}

TEST_F(Runs, VanishedFilesGoUnlessTheyAreToStay) {
  for (const char* name : {"a", "b/c", "b/d", "e"}) archive.write(name, "oil");
  run();
  archive.remove("a");
  fs::remove_all(archive.path("b"));
  options.keep_missing = true;
  EXPECT_EQ(run().removed, 0U);
  EXPECT_EQ(found(index, "oil").size(), 4U);
  options.keep_missing = false;
  EXPECT_EQ(run().removed, 3U);
  EXPECT_EQ(found(index, "oil"), std::vector<std::string>{archive.path("e")});
}

TEST_F(Runs, AFileThatIsNoArticleAnyLongerGoes) {
  for (const char* name : {"a", "b", "c", "d"}) archive.write(name, "oil");
  run();
  archive.write("a", "");
  archive.write("b", std::string("\x7F"
                                 "ELF\0\0\0\1\2\3",
                                 10));
  archive.write("c", std::string(5000, 'x'));
  options.largest_article_bytes = 4000;
  const RunReport report = run();
  EXPECT_EQ(report.skipped, 3U);
  EXPECT_EQ(report.reasons.at(SkipReason::Empty), 1U);
  EXPECT_EQ(report.reasons.at(SkipReason::Binary), 1U);
  EXPECT_EQ(report.reasons.at(SkipReason::TooLarge), 1U);
  EXPECT_EQ(found(index, "oil"), std::vector<std::string>{archive.path("d")});
}

TEST_F(Runs, ExcludedFilesGoAndAnotherFolderIsNotTouched) {
  const std::string other = scratch.path("other");
  scratch.write("other/x", "oil");
  archive.write("a", "oil");
  archive.write("b", "oil");
  options.crawl.roots.push_back(other);
  run();
  options.crawl.roots.pop_back();
  options.crawl.exclude = {"b"};
  EXPECT_EQ(run().removed, 1U);
  std::vector<std::string> left{archive.path("a"), other + "/x"};
  std::sort(left.begin(), left.end());
  EXPECT_EQ(found(index, "oil"), left);
}

TEST_F(Runs, WithNoArticleLeftTheIndexIsEmptyAndAnswers) {
  for (int i = 0; i < 5; ++i) archive.write(std::to_string(i), "oil");
  run();
  fs::remove_all(archive.path());
  archive.folder().make_folder("");
  EXPECT_EQ(run().removed, 5U);
  EXPECT_TRUE(found(index, "oil").empty());
  EXPECT_TRUE(found(index, "\"oil oil\" OR -gas").empty());
  EXPECT_EQ(Searcher(index).stats().articles, 0U);
  EXPECT_TRUE(Searcher(index).stats().sources.empty());
  EXPECT_EQ(dump_of(index), "");
}

TEST_F(Runs, ASourceWhoseArticlesAreGoneIsNotInTheFigures) {
  for (int i = 0; i < 18; ++i) archive.write("wire/" + std::to_string(i), "oil");
  archive.write("gone/1", "oil");
  run();
  archive.remove("gone/1");
  run();
  IndexStats stats = Searcher(index).stats();
  EXPECT_EQ(stats.deleted, 1U);
  ASSERT_EQ(stats.sources.size(), 1U);
  EXPECT_EQ(stats.sources[0].source, "wire");
}

/// Edits the archive at random and keeps count.
struct Edits {
  std::size_t added = 0, changed = 0, removed = 0;
};

Edits edit(Archive& archive, Random& random, int round) {
  static const std::vector<std::string> kWords = {"oil", "gas", "the", "of",     "to", "be",
                                                  "or",  "not", "war", "prices", "in", "minister"};
  const auto text = [&] {
    std::string words =
        random.one_in(3) ? "" : " date 2021-0" + std::to_string(1 + random.below(9)) + "-11 ";
    for (std::size_t i = 5 + random.below(20); i > 0; --i) words += random.one_of(kWords) + ' ';
    return words + "round " + std::to_string(round);
  };
  Edits edits;
  std::vector<std::string> names;
  for (const auto& [name, content] : archive.files()) names.push_back(name);
  for (const std::string& name : names) {
    if (random.one_in(12)) {
      archive.remove(name);
      ++edits.removed;
    } else if (random.one_in(10)) {
      archive.write(name, text());
      ++edits.changed;
    }
  }
  for (std::size_t i = 10 + random.below(25); i > 0; --i) {
    archive.write("f" + std::to_string(random.below(5)) + '/' + std::to_string(round) + '-' +
                      std::to_string(i),
                  text());
    ++edits.added;
  }
  return edits;
}

void expect_untouched_numbers(const std::map<std::string, std::uint32_t>& before,
                              const std::map<std::string, std::uint32_t>& after,
                              const Edits& edits) {
  std::size_t same = 0;
  for (const auto& [path, number] : before) {
    const auto now = after.find(path);
    same += now != after.end() && now->second == number ? 1 : 0;
  }
  EXPECT_EQ(same, before.size() - edits.changed - edits.removed);
}

TEST_F(Runs, AfterManyEditsTheIndexIsAsOneMadeFromScratch) {
  Random random(5);
  std::size_t most_segments = 0;
  bool rebuilt = false;
  std::map<std::string, std::uint32_t> numbers;
  for (int round = 0; round < 16; ++round) {
    SCOPED_TRACE(round);
    const Edits edits = edit(archive, random, round);
    const RunReport report = run();
    EXPECT_EQ(report.indexed, edits.added + edits.changed);
    EXPECT_EQ(report.changed, edits.changed);
    EXPECT_EQ(report.removed, edits.removed);
    EXPECT_EQ(report.found, archive.files().size());
    EXPECT_EQ(report.index_articles, archive.files().size());
    const auto now = numbers_of(index);
    expect_untouched_numbers(numbers, now, edits);
    numbers = now;
    const Manifest manifest = manifest_of(index);
    most_segments = std::max(most_segments, manifest.segments.size());
    for (const SegmentInfo& segment : manifest.segments) {
      EXPECT_FALSE(needs_rebuild(segment)) << segment.file;
      rebuilt |= segment.articles < segment.last - segment.first + 1;
    }
    if (round % 5 != 0) continue;
    const ScratchFolder fresh;
    index_articles(run_over({archive.path()}, fresh.path("index")));
    EXPECT_EQ(dump_by_path(index), dump_by_path(fresh.path("index")));
    for (const char* query :
         {"oil", "\"to be\"", "oil -gas", "date:2021-03", "\"not to\" OR path:f3"}) {
      EXPECT_EQ(found(index, query), found(fresh.path("index"), query)) << query;
    }
  }
  EXPECT_TRUE(rebuilt);
  EXPECT_GT(most_segments, 5U);
  EXPECT_LT(most_segments, 2 * kMergeFactor);
}

TEST_F(Runs, WhatACrashLeftIsSweptAndTheRestStays) {
  for (int i = 0; i < 30; ++i) archive.write(std::to_string(i), "oil");
  run();
  archive.write("0", "gas");
  run();
  const auto segments = names_in(index + "/segments");
  const auto tombstones = names_in(index + "/tombstones");
  const std::string before = dump_of(index);
  scratch.write("index/segments/000999.glass", "half a segment");
  scratch.write("index/tombstones/000999.deleted", "1\n");
  scratch.write("index/work/batch-3/docdata.glass", "x");
  scratch.write("index/manifest.json.new", "{");
  run();
  EXPECT_EQ(names_in(index + "/segments"), segments);
  EXPECT_EQ(names_in(index + "/tombstones"), tombstones);
  EXPECT_TRUE(names_in(index + "/work").empty());
  EXPECT_EQ(dump_of(index), before);
}

TEST_F(Runs, AnIndexWhoseFirstManifestWasNeverWrittenIsTakenOver) {
  archive.write("a", "oil");
  scratch.write("index/lock", "process 1 on nowhere");
  scratch.write("index/manifest.json.new", "{");
  scratch.write("index/work/batch-0/docdata.glass", "x");
  scratch.make_folder("index/segments");
  EXPECT_EQ(run().indexed, 1U);
  EXPECT_EQ(found(index, "oil").size(), 1U);
}

TEST_F(Runs, AnUnknownLanguageMakesNoIndex) {
  archive.write("a", "oil");
  options.settings.language = "klingon";
  EXPECT_THROW(run(), Error);
  EXPECT_FALSE(fs::exists(index));
  options.settings.language = "german";
  EXPECT_EQ(run().indexed, 1U);
  EXPECT_EQ(manifest_of(index).settings.language, "german");
}

TEST_F(Runs, AnIndexInsideItsOwnFolderIsNotIndexed) {
  options.index = archive.path("inside");
  archive.write("a", "oil");
  EXPECT_EQ(run().indexed, 1U);
  const RunReport again = run();
  EXPECT_EQ(again.indexed, 0U);
  EXPECT_EQ(again.unchanged, 1U);
  EXPECT_EQ(again.reasons.at(SkipReason::IndexFolder), 1U);
}

/// Many articles with the same few words, so that a phrase has more candidates than are looked at.
TEST(Totals, AreExactOnlyWhenTheyAreRight) {
  Archive archive;
  Random random(3);
  std::map<std::string, std::uint64_t> expected;
  for (int i = 0; i < 2500; ++i) {
    const bool phrase = random.one_in(4);
    const bool rare = random.one_in(100);
    archive.write(std::to_string(i),
                  std::string(phrase ? "prime minister of " : "minister of prime ") +
                      (rare ? "zebra" : "horse"));
    expected["prime minister"] += 1;
    expected["\"prime minister\""] += phrase ? 1 : 0;
    expected["-\"prime minister\""] += phrase ? 0 : 1;
    expected["zebra"] += rare ? 1 : 0;
    expected["zebra \"prime minister\""] += phrase && rare ? 1 : 0;
    expected["horse -zebra"] += rare ? 0 : 1;
    expected["\"minister prime\""] += 0;
  }
  const ScratchFolder scratch;
  index_articles(run_over({archive.path()}, scratch.path("index")));
  Searcher searcher(scratch.path("index"));
  for (const auto& [query, count] : expected) {
    SearchRequest request;
    request.query = parse_query(query, QueryContext{}).value();
    for (const std::uint32_t limit : {0U, 1U, 10U, 400U, 5000U}) {
      request.limit = limit;
      request.exact = false;
      const SearchResults about = searcher.search(request);
      EXPECT_EQ(about.hits.size(), std::min<std::uint64_t>(limit, count)) << query;
      EXPECT_TRUE(!about.total.exact || about.total.count == count) << query << ' ' << limit;
      EXPECT_GE(about.total.count * 3, count * 2) << query << ' ' << limit;
      EXPECT_LE(about.total.count * 2, count * 3) << query << ' ' << limit;
      request.exact = true;
      const SearchResults exact = searcher.search(request);
      EXPECT_TRUE(exact.total.exact);
      EXPECT_EQ(exact.total.count, count) << query << ' ' << limit;
    }
  }
}

}  // namespace
}  // namespace dateline
