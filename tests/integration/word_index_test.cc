// Articles to an index: its tables of words hold every word of every article, however it was made.
#include <gtest/gtest.h>

#include <map>
#include <string>

#include "common/index/snapshot.h"
#include "common/text/tokenizer.h"
#include "searcher/words/expand.h"
#include "tests/support/archive.h"
#include "tests/support/indexing.h"

namespace dateline {
namespace {

using Counts = std::map<std::string, std::uint64_t>;

void count(const std::string& text, Counts& counts) {
  Tokenizer tokenizer(text);
  for (Token token; tokenizer.next(token);) ++counts[std::string(token.folded)];
}

/// Of all articles, deleted ones too: as the tables have them.
Counts scanned(Snapshot& snapshot) {
  Counts counts;
  const Xapian::Database& database = snapshot.database();
  for (auto at = database.postlist_begin(""); at != database.postlist_end(""); ++at) {
    const Article article = snapshot.article(*at);
    count(article.title, counts);
    count(article.text, counts);
  }
  return counts;
}

void expect_all_words(const std::string& index) {
  Snapshot snapshot(index);
  Stemmer stemmer(snapshot.manifest().settings.language);
  Words words(snapshot.parts());
  Node all;
  all.kind = Node::Kind::Pattern;
  all.value = "*";
  Counts found;
  const auto expanded = words.expand(all, 10'000'000);
  for (const FoundWord& one : expanded.value()) {
    found[one.word] = one.occurrences;
    EXPECT_EQ(one.stem, stemmer.stem(one.word));
  }
  EXPECT_EQ(found, scanned(snapshot));
}

TEST(WordIndex, HoldsAllWordsOfTheSample) {
  const ScratchFolder out;
  index_articles(run_in_small_pieces({sample_folder()}, out.path("index")));
  expect_all_words(out.path("index"));
}

TEST(WordIndex, ForgetsTheWordsOfDeletedArticlesWhenASegmentIsRebuilt) {
  Archive archive;
  const ScratchFolder out;
  archive.write("a.txt", "Date: 2022-01-07\n\nOne protest after the other was held here.\n");
  archive.write("b.txt", "Date: 2022-01-08\n\nNobody came to the second demonstration.\n");
  index_articles(run_over({archive.path()}, out.path("index")));
  archive.remove("b.txt");
  index_articles(run_over({archive.path()}, out.path("index")));
  expect_all_words(out.path("index"));
  Words words(Snapshot(out.path("index")).parts());
  EXPECT_EQ(words.occurrences("protest"), 1U);
  EXPECT_EQ(words.occurrences("demonstration"), 0U);
}

TEST(WordIndex, LongWordsAreWordsToo) {
  Archive archive;
  const ScratchFolder out;
  const std::string word(5000, 'x');
  archive.write("a.txt", "Date: 2022-01-07\n\nThere is " + word + " in it.\n");
  index_articles(run_over({archive.path()}, out.path("index")));
  expect_all_words(out.path("index"));
}

}  // namespace
}  // namespace dateline
