#include "searcher/rank/posting_lists.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace dateline {
namespace {

/// Documents 1 .. 100: all have "all", every tenth has "tenth" as often as its number says.
Xapian::Database numbered() {
  Xapian::WritableDatabase database("", Xapian::DB_BACKEND_INMEMORY);
  for (Xapian::docid number = 1; number <= 100; ++number) {
    Xapian::Document document;
    document.add_term("all");
    if (number % 10 == 0) document.add_term("tenth", number);
    database.add_document(document);
  }
  return database;
}

TEST(PostingLists, AreThoseOfTheDatabase) {
  const Xapian::Database database = numbered();
  PostingLists lists(database);
  const PostingList& tenth = lists.read("tenth");
  EXPECT_EQ(tenth.numbers, (std::vector<Xapian::docid>{10, 20, 30, 40, 50, 60, 70, 80, 90, 100}));
  EXPECT_EQ(tenth.counts, (std::vector<std::uint32_t>{10, 20, 30, 40, 50, 60, 70, 80, 90, 100}));
  EXPECT_EQ(&lists.read("tenth"), &tenth) << "read once";
  EXPECT_TRUE(lists.read("none").numbers.empty());
  EXPECT_EQ(lists.postings(), 10U);
}

TEST(PostingLists, ALongListIsSkippedThroughOnceAndThenRead) {
  const Xapian::Database database = numbered();
  PostingLists lists(database);
  EXPECT_TRUE(lists.is_worth_reading("tenth", 3)) << "not much longer";
  EXPECT_FALSE(lists.is_worth_reading("all", 3));
  EXPECT_TRUE(lists.is_worth_reading("all", 3)) << "asked for again";
  lists.forget();
  EXPECT_FALSE(lists.is_worth_reading("all", 3));
  lists.read("all");
  EXPECT_TRUE(lists.is_worth_reading("all", 1)) << "there already";
}

TEST(KeptPostings, AreForgottenWhereThereAreTooMany) {
  const std::vector<Xapian::Database> segments = {numbered(), numbered()};
  KeptPostings kept(segments, 120);
  kept.of(0).read("all");
  kept.of(1).read("tenth");
  kept.shrink();
  EXPECT_EQ(kept.of(0).postings(), 100U);
  EXPECT_EQ(kept.of(1).postings(), 10U);
  kept.of(1).read("all");
  kept.shrink();
  EXPECT_EQ(kept.of(0).postings() + kept.of(1).postings(), 0U);
  EXPECT_EQ(kept.of(1).read("tenth").numbers.size(), 10U);
  for (std::size_t i = 0; i < KeptPostings::kMostTerms; ++i) kept.of(0).read("none" + std::to_string(i));
  kept.shrink();
  EXPECT_EQ(kept.of(0).terms() + kept.of(1).terms(), 0U) << "terms without postings take memory too";
}

}  // namespace
}  // namespace dateline
