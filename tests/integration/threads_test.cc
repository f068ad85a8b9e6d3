// What runs at the same time: workers among themselves, and searches beside an indexer.

#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <set>
#include <thread>

#include "common/error.h"
#include "searcher/match/searcher.h"
#include "searcher/match/verifier.h"
#include "searcher/query/parser.h"
#include "tests/support/archive.h"
#include "tests/support/indexing.h"

namespace dateline {
namespace {

Node tree_of(const std::string& query) { return parse_query(query, QueryContext{}).value(); }

// Every run removes one article, changes one and adds ten, in small pieces with merges and
// rebuilds; with k articles of "round" each state has k dated ones, so that a mixture of states
// would show.
TEST(Searching, BesideAnIndexerSeesOneStateOrTheNext) {
  Archive archive;
  const ScratchFolder scratch;
  const RunOptions options = run_in_small_pieces({archive.path()}, scratch.path("index"));
  archive.write("first", "round oil of the");
  index_articles(options);
  std::atomic<bool> done{false};
  std::atomic<int> searches{0};
  const auto search = [&] {
    while (!done) {
      Searcher searcher(scratch.path("index"));
      const std::uint64_t all = searcher.count(Node{});
      EXPECT_EQ(searcher.count(tree_of("round")), all);
      EXPECT_EQ(searcher.count(tree_of("\"oil of the\"")), all);
      SearchRequest request;
      request.query = tree_of("round");
      request.limit = 1000;
      EXPECT_EQ(searcher.search(request).hits.size(), all);
      ++searches;
    }
  };
  std::thread one(search), other(search);
  for (int round = 0; round < 25; ++round) {
    for (int i = 0; i < 10; ++i) {
      archive.write(std::to_string(round) + '-' + std::to_string(i), "round oil of the");
    }
    archive.write("first", "round again oil of the " + std::to_string(round));
    if (round > 3) archive.remove(std::to_string(round - 3) + "-1");
    index_articles(options);
  }
  done = true;
  one.join();
  other.join();
  EXPECT_GT(searches, 10);
}

// Enough articles for several threads, of which each reads with an index of its own.
TEST(Searching, DecidesTheSameOnAnyNumberOfThreads) {
  Archive archive;
  const ScratchFolder scratch;
  for (int i = 0; i < 2100; ++i) {
    archive.write(std::to_string(i), i % 3 == 0 ? "Oil prices rose. Gas fell." : "Prices of oil rose.");
  }
  index_articles(run_over({archive.path()}, scratch.path("index")));
  Snapshot snapshot(scratch.path("index"));
  Stemmer stemmer("english");
  std::vector<Xapian::docid> documents;
  for (std::uint32_t number = 1; number <= 2100; ++number) {
    documents.push_back(snapshot.find(number).value());
  }
  for (const char* query : {"\"oil prices\"", "oil w/s gas", "caps(oil)"}) {
    const Node tree = tree_of(query);
    const std::vector<char> one = Verifier(snapshot, stemmer, 1).decide(tree, documents);
    EXPECT_EQ(one, Verifier(snapshot, stemmer, 4).decide(tree, documents)) << query;
    const auto matches = std::count(one.begin(), one.end(), 1);
    EXPECT_EQ(matches, std::string(query) == "oil w/s gas" ? 0 : 700) << query;
  }
}

FileToIndex file(const std::string& path) {
  FileToIndex made;
  made.path = path;
  made.bytes = 10;
  return made;
}

OrSkip<LoadedArticle> load_well(const FileToIndex& wanted) {
  LoadedArticle loaded;
  loaded.article.text = "oil " + wanted.path;
  loaded.bytes = 10;
  return loaded;
}

Pipeline::Settings small_settings() {
  Pipeline::Settings settings;
  settings.workers = 4;
  settings.roots = {"/news"};
  settings.smallest_batch_files = settings.largest_batch_files = 5;
  settings.segment_articles = 15;
  return settings;
}

std::uint64_t articles_in(const std::string& index) { return Snapshot(index).articles(); }

TEST(Pipeline, TellsOfEveryFileInOrderAndIndexesThemAll) {
  const ScratchFolder scratch;
  IndexWriter writer(scratch.path("index"), IndexSettings{});
  const Dictionary none;
  std::vector<std::string> seen;
  {
    Pipeline pipeline(
        writer, none, small_settings(), [] { return LoadArticle(load_well); },
        [&](const FileOutcome& outcome) { seen.push_back(outcome.file.path); });
    for (int i = 0; i < 203; ++i) pipeline.add(file(std::to_string(i)));
    pipeline.finish();
  }
  ASSERT_EQ(seen.size(), 203U);
  for (std::size_t i = 0; i < seen.size(); ++i) ASSERT_EQ(seen[i], std::to_string(i));
  EXPECT_EQ(articles_in(scratch.path("index")), 203U);
}

TEST(Pipeline, AWorkersErrorEndsTheRunAndTheIndexIsWhole) {
  const ScratchFolder scratch;
  {
    IndexWriter writer(scratch.path("index"), IndexSettings{});
    const Dictionary none;
    const auto load = [](const FileToIndex& wanted) {
      if (wanted.path == "77") throw Error("the disk is on fire");
      return load_well(wanted);
    };
    Pipeline pipeline(
        writer, none, small_settings(), [&] { return LoadArticle(load); },
        [](const FileOutcome&) {});
    try {
      for (int i = 0; i < 10'000; ++i) pipeline.add(file(std::to_string(i)));
      pipeline.finish();
      FAIL() << "no error";
    } catch (const Error& error) {
      EXPECT_STREQ(error.what(), "the disk is on fire");
    }
  }
  EXPECT_LE(articles_in(scratch.path("index")), 75U) << "only what came before it";
  IndexWriter again(scratch.path("index"), IndexSettings{});
}

TEST(Pipeline, WithoutFinishWhatIsPublishedStays) {
  const ScratchFolder scratch;
  {
    IndexWriter writer(scratch.path("index"), IndexSettings{});
    const Dictionary none;
    Pipeline pipeline(
        writer, none, small_settings(), [] { return LoadArticle(load_well); },
        [](const FileOutcome&) {});
    for (int i = 0; i < 500; ++i) pipeline.add(file(std::to_string(i)));
  }
  const std::uint64_t articles = articles_in(scratch.path("index"));
  EXPECT_LE(articles, 500U);
  EXPECT_EQ(articles % 15, 0U) << "whole segments";
  EXPECT_EQ(Searcher(scratch.path("index")).count(tree_of("oil")), articles);
}

TEST(Jobs, OfARunShareTheReport) {
  const ScratchFolder scratch;
  RunOptions options = run_in_small_pieces({sample_folder() + "/2019"}, scratch.path("index"));
  options.jobs = 4;
  const RunReport report = index_articles(options);
  EXPECT_TRUE(report.adds_up());
  EXPECT_EQ(report.indexed, report.found);
  EXPECT_EQ(articles_in(scratch.path("index")), report.indexed);
}

}  // namespace
}  // namespace dateline
