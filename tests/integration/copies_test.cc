// Near copies: which articles are found to be some, wherever they stand in the index, and pages without
// them.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "common/text/copy_signature.h"
#include "searcher/match/searcher.h"
#include "searcher/query/parser.h"
#include "tests/support/archive.h"
#include "tests/support/indexing.h"
#include "tests/support/random.h"

namespace dateline {
namespace {

/// `count` words, "oil" among them, that nothing else has in this order.
std::vector<std::string> made_words(Random& random, std::size_t count) {
  std::vector<std::string> words = {"oil"};
  while (words.size() < count) words.push_back("w" + std::to_string(random.below(3000)));
  return words;
}

std::string text_of(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += word + ' ';
  return text;
}

std::string dated(int day, const std::string& source, const std::string& text) {
  return "date: 2022-01-" + std::string(day < 10 ? "0" : "") + std::to_string(day) +
         "\nsource: " + source + "\n\n" + text + '\n';
}

class Copies : public testing::Test {
 protected:
  /// Stories of 100 to 300 words, each with copies in which every so many words are others: from the
  /// same text to one that is no near copy.
  void write_archive(int stories, int copies) {
    Random random(7);
    for (int story = 0; story < stories; ++story) {
      const auto words = made_words(random, 100 + random.below(200));
      for (int copy = 0; copy <= copies; ++copy) {
        auto edited = words;
        for (int edit = 0; edit < 2 * copy; ++edit) {
          edited[1 + random.below(static_cast<std::uint32_t>(edited.size() - 1))] = "edited";
        }
        archive.write(std::to_string(copy) + "/" + std::to_string(story),
                      dated(1 + (story + 3 * copy) % 28, "s" + std::to_string(copy),
                            text_of(edited)));
      }
    }
  }

  void index_all() { index_articles(run_in_small_pieces({archive.path()}, index)); }

  SearchResults collapsed(std::uint32_t offset, std::uint32_t limit,
                          SortOrder sort = SortOrder::Relevance) {
    Searcher searcher(index);
    SearchRequest request;
    request.query = parse_query("oil", QueryContext{}).value();
    request.offset = offset;
    request.limit = limit;
    request.sort = sort;
    return searcher.search_collapsed(request);
  }

  /// By brute force: all articles that are near copies of each, by number.
  std::map<std::uint32_t, std::set<std::uint32_t>> expected() const {
    Snapshot snapshot(index);
    std::map<std::uint32_t, std::vector<std::uint64_t>> shingles;
    for (std::uint32_t number = 1; number < snapshot.manifest().next_article; ++number) {
      if (const auto document = snapshot.find(number)) {
        shingles[number] = shingles_of(snapshot.article(*document).text);
      }
    }
    std::map<std::uint32_t, std::set<std::uint32_t>> copies;
    for (const auto& [a, of_a] : shingles) {
      copies[a];
      for (const auto& [b, of_b] : shingles) {
        if (a != b && jaccard(of_a, of_b) >= kNearCopy) copies[a].insert(b);
      }
    }
    return copies;
  }

  std::map<std::uint32_t, std::set<std::uint32_t>> found() const {
    Searcher searcher(index);
    std::map<std::uint32_t, std::set<std::uint32_t>> copies;
    const std::uint32_t end = searcher.snapshot().manifest().next_article;
    for (std::uint32_t number = 1; number < end; ++number) {
      const auto all = searcher.copies(number);
      if (!all) continue;
      copies[number];
      for (const ArticleCopy& copy : *all) {
        if (copy.id != number) copies[number].insert(copy.id);
      }
    }
    return copies;
  }

  Archive archive;
  ScratchFolder scratch;
  const std::string index = scratch.path("index");
};

TEST_F(Copies, AreThoseOfAScanOfAllTextsInAllSegmentsAfterEveryRun) {
  write_archive(30, 8);
  index_all();
  EXPECT_GE(load_manifest(IndexPaths{index})->segments.size(), 2U);
  const auto wanted = expected();
  std::size_t pairs = 0, others = 0;
  for (const auto& [number, copies] : wanted) {
    pairs += copies.size();
    others += 8 - copies.size();
  }
  EXPECT_GT(pairs, 100U);
  EXPECT_GT(others, 100U) << "edited too much";
  EXPECT_EQ(found(), wanted);
  // Changed, gone, new ones: tombstones.
  archive.remove("0/3");
  archive.write("1/4", dated(1, "other", "something else that has nothing to do with it at all"));
  archive.write("new", archive.files().at("0/5"));
  index_all();
  EXPECT_EQ(found(), expected());
}

TEST_F(Copies, TellTheFirstPublishedFirstAndHowSimilarTheyAre) {
  Random random(1);
  const auto words = made_words(random, 100);
  auto changed = words;
  changed.back() = "changed";
  archive.write("a", dated(9, "Late", text_of(words)));
  archive.write("b", dated(7, "First", text_of(changed)));
  archive.write("c", "source: Undated\n\n" + text_of(words) + '\n');
  archive.write("d", dated(1, "Other", text_of(made_words(random, 100))));
  archive.write("e", dated(1, "Short", "oil oil oil oil"));
  index_all();
  Searcher searcher(index);
  const auto copies = searcher.copies(1);
  ASSERT_TRUE(copies);
  ASSERT_EQ(copies->size(), 3U);
  EXPECT_EQ((*copies)[0].source, "First");
  EXPECT_NEAR((*copies)[0].similarity, 95.0 / 97, 1e-9);
  EXPECT_EQ((*copies)[1].id, 1U);
  EXPECT_EQ((*copies)[2].source, "Undated");
  EXPECT_EQ((*copies)[2].similarity, 1);
  EXPECT_FALSE(searcher.copies(99));
  EXPECT_EQ(searcher.copies(5)->size(), 1U) << "too short for copies";

  const SearchResults results = collapsed(0, 10, SortOrder::Newest);
  ASSERT_EQ(results.hits.size(), 3U);
  EXPECT_TRUE(results.collapsed);
  EXPECT_EQ(results.total.count, 5U) << "copies counted";
  EXPECT_EQ(results.hits[0].id, 1U);
  ASSERT_TRUE(results.hits[0].copies);
  EXPECT_EQ(results.hits[0].copies->count, 2U);
  EXPECT_EQ(results.hits[0].copies->first.id, 2U);
  EXPECT_EQ(results.hits[0].copies->first.source, "First");
  EXPECT_EQ(results.hits[1].copies->count, 0U);
}

TEST_F(Copies, PagesWithoutThemAreFullAndFitTogether) {
  write_archive(25, 6);
  index_all();
  for (const SortOrder sort : {SortOrder::Relevance, SortOrder::Newest, SortOrder::Oldest}) {
    const std::vector<Hit> all = collapsed(0, 1000, sort).hits;
    EXPECT_GE(all.size(), 25U);
    EXPECT_LT(all.size(), 25U * 7);
    SearchRequest request;
    request.query = parse_query("oil", QueryContext{}).value();
    request.sort = sort;
    Searcher searcher(index);
    EXPECT_EQ(searcher.count_without_copies(request, {25 * 7, true}), all.size());
    EXPECT_FALSE(searcher.count_without_copies(request, {1001, true}));
    EXPECT_FALSE(searcher.count_without_copies(request, {10, false}));
    const auto copies = expected();
    for (std::size_t a = 0; a < all.size(); ++a) {
      for (std::size_t b = 0; b < a; ++b) {
        EXPECT_EQ(copies.at(all[a].id).count(all[b].id), 0U) << all[a].id << ' ' << all[b].id;
      }
    }
    std::vector<std::uint32_t> paged;
    for (std::uint32_t offset = 0; offset < all.size(); offset += 7) {
      const std::vector<Hit> page = collapsed(offset, 7, sort).hits;
      EXPECT_EQ(page.size(), std::min<std::size_t>(7, all.size() - offset));
      for (const Hit& hit : page) paged.push_back(hit.id);
    }
    std::vector<std::uint32_t> whole;
    for (const Hit& hit : all) whole.push_back(hit.id);
    EXPECT_EQ(paged, whole);
  }
  EXPECT_TRUE(collapsed(0, 0).hits.empty());
  EXPECT_TRUE(collapsed(1000, 10).hits.empty());
}

TEST_F(Copies, AreLeftOutOfExportsToo) {
  write_archive(25, 6);
  index_all();
  Searcher searcher(index);
  SearchRequest request;
  request.query = parse_query("oil", QueryContext{}).value();
  request.sort = SortOrder::Oldest;
  const auto exported = [&](std::uint32_t offset, std::uint32_t limit) {
    request.offset = offset;
    request.limit = limit;
    std::vector<std::uint32_t> ids;
    searcher.each_collapsed(request, [&](const Hit& hit) {
      ids.push_back(hit.id);
      return true;
    });
    return ids;
  };
  std::vector<std::uint32_t> wanted;
  for (const Hit& hit : collapsed(0, 1000, SortOrder::Oldest).hits) wanted.push_back(hit.id);
  EXPECT_EQ(exported(0, kNoLimit), wanted) << "one by one";
  EXPECT_EQ(exported(0, 1000), wanted) << "as a page";
  EXPECT_EQ(exported(3, kNoLimit), std::vector<std::uint32_t>(wanted.begin() + 3, wanted.end()));
  EXPECT_EQ(exported(2, 3), std::vector<std::uint32_t>(wanted.begin() + 2, wanted.begin() + 5));
}

}  // namespace
}  // namespace dateline
