#include "searcher/rank/posting_lists.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "tests/support/random.h"

namespace dateline {
namespace {

const ArticleRange kAll(1, 100);

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
  PostingLists lists(database, kAll);
  const PostingList& tenth = lists.read("tenth");
  EXPECT_EQ(tenth.numbers(), (std::vector<Xapian::docid>{10, 20, 30, 40, 50, 60, 70, 80, 90, 100}));
  EXPECT_EQ(tenth.counts(), (std::vector<std::uint32_t>{10, 20, 30, 40, 50, 60, 70, 80, 90, 100}));
  EXPECT_EQ(&lists.read("tenth"), &tenth) << "read once";
  EXPECT_TRUE(lists.read("none").numbers().empty());
  EXPECT_EQ(lists.bytes(), 10 * 8 + 2 * 16U) << "10 postings, and a table of 91 numbers";
}

TEST(PostingLists, ALongListIsSkippedThroughOnceAndThenRead) {
  const Xapian::Database database = numbered();
  PostingLists lists(database, kAll);
  EXPECT_TRUE(lists.is_worth_reading("tenth", 3)) << "not much longer";
  EXPECT_FALSE(lists.is_worth_reading("all", 3));
  EXPECT_TRUE(lists.is_worth_reading("all", 3)) << "asked for again";
  lists.forget();
  EXPECT_FALSE(lists.is_worth_reading("all", 3));
  lists.read("all");
  EXPECT_TRUE(lists.is_worth_reading("all", 1)) << "there already";
}

TEST(PostingLists, KeepWhatAConditionFinds) {
  const Xapian::Database database = numbered();
  PostingLists lists(database, kAll);
  int found = 0;
  const auto find = [&] { return ++found, std::vector<Xapian::docid>{3, 5}; };
  EXPECT_EQ(lists.numbers_of("path \"a\"", find), (std::vector<Xapian::docid>{3, 5}));
  lists.numbers_of("path \"a\"", find);
  EXPECT_EQ(found, 1);
  lists.numbers_of("path \"b\"", find);
  EXPECT_EQ(found, 2);
  EXPECT_EQ(lists.bytes(), 16U);
  EXPECT_EQ(lists.terms(), 2U);
  lists.forget();
  lists.numbers_of("path \"a\"", find);
  EXPECT_EQ(found, 3);
}

TEST(PostingLists, FrequencyIsTheSameReadOrNot) {
  const Xapian::Database database = numbered();
  PostingLists lists(database, kAll);
  for (int round = 0; round < 2; ++round) {
    EXPECT_EQ(lists.frequency("tenth"), 10U);
    EXPECT_EQ(lists.frequency("none"), 0U);
    lists.read("tenth");
    lists.read("none");
  }
}

std::vector<Xapian::docid> some_of(Random& random, std::size_t one_in) {
  std::vector<Xapian::docid> numbers;
  for (Xapian::docid number = 1000; number < 3000; ++number) {
    if (random.below(one_in) == 0) numbers.push_back(number);
  }
  return numbers;
}

TEST(NumberTable, KnowsThePlaceOfEachNumber) {
  EXPECT_TRUE(NumberTable(std::vector<Xapian::docid>{}).empty());
  EXPECT_TRUE(NumberTable({1, 1000}).empty()) << "too few of so many";
  Random random(3);
  for (const std::size_t one_in : {1, 2, 7, 20}) {
    const std::vector<Xapian::docid> numbers = some_of(random, one_in);
    const NumberTable table(numbers);
    ASSERT_FALSE(table.empty());
    std::uint32_t place = 0;
    for (Xapian::docid number = 0; number < 4000; ++number) {
      const bool there = place < numbers.size() && numbers[place] == number;
      ASSERT_EQ(table.find(number), there ? place++ : NumberTable::kNone) << number;
    }
    EXPECT_EQ(table.find(0xFFFFFFFF), NumberTable::kNone);
  }
}

// Dense and sparse lists, asked for by few and by many: each way of looking up against a plain search.
TEST(PostingList, LooksUpAsAPlainSearchDoes) {
  Random random(5);
  for (const std::size_t in_list : {1, 3, 30, 90, 900, 100000}) {
    for (const std::size_t in_asked : {1, 3, 30, 90, 900, 100000}) {
      const std::vector<Xapian::docid> numbers = some_of(random, in_list);
      std::vector<std::uint32_t> counts;
      for (const Xapian::docid number : numbers) counts.push_back(number * 7 % 100);
      const PostingList list(numbers, counts);
      const std::vector<Xapian::docid> wanted = some_of(random, in_asked);
      AskedNumbers asked(wanted);
      std::vector<std::pair<std::size_t, std::uint32_t>> got, expected;
      list.look_up(asked, [&](std::size_t i, std::uint32_t count) { got.emplace_back(i, count); });
      for (std::size_t i = 0; i < wanted.size(); ++i) {
        const auto at = std::find(numbers.begin(), numbers.end(), wanted[i]);
        if (at != numbers.end()) expected.emplace_back(i, wanted[i] * 7 % 100);
      }
      ASSERT_EQ(got, expected) << "1 in " << in_list << ", asked for 1 in " << in_asked;
    }
  }
}

TEST(PostingLists, AreLookedUpAlikeReadOrSkippedThrough) {
  const Xapian::Database database = numbered();
  const std::vector<Xapian::docid> wanted = {5, 50, 100, 101};
  for (const char* const term : {"all", "tenth", "none"}) {
    PostingLists lists(database, kAll);
    std::vector<std::size_t> first, second;
    AskedNumbers asked(wanted);
    lists.look_up(term, asked, [&](std::size_t i, std::uint32_t count) { first.push_back(i * 1000 + count); });
    lists.read(term);
    lists.look_up(term, asked, [&](std::size_t i, std::uint32_t count) { second.push_back(i * 1000 + count); });
    EXPECT_EQ(first, second) << term;
    EXPECT_EQ(first.size(), term == std::string("all") ? 3U : term == std::string("tenth") ? 2U : 0U);
  }
}

TEST(PostingLists, OfADamagedSegmentAreNotBelieved) {
  const Xapian::Database database = numbered();
  for (const ArticleRange range : {ArticleRange(1, 99), ArticleRange(11, 200)}) {
    PostingLists lists(database, range);
    EXPECT_THROW(lists.read("tenth"), IndexError);
    EXPECT_THROW(lists.read("all"), IndexError);
    EXPECT_TRUE(lists.read("none").numbers().empty());
  }
  PostingLists lists(database, ArticleRange(3, 100));
  for (const std::vector<Xapian::docid>& wrong :
       {std::vector<Xapian::docid>{2, 3}, {3, 101}, {3, 5, 5}, {3, 6, 5, 7}, {3, 0xFFFFFFFF, 4}}) {
    EXPECT_THROW(lists.numbers_of("path", [&] { return wrong; }), IndexError);
  }
  EXPECT_EQ(lists.numbers_of("path", [] { return std::vector<Xapian::docid>{3, 100}; }).size(), 2U);
}

TEST(KeptPostings, AreForgottenWhereThereAreTooMany) {
  const std::vector<Xapian::Database> segments = {numbered(), numbered()};
  SegmentInfo info;
  info.first = kAll.first();
  info.last = kAll.last();
  KeptPostings kept(segments, {info, info}, 1000);
  kept.of(0).read("all");
  kept.of(1).read("tenth");
  kept.shrink();
  EXPECT_EQ(kept.of(0).bytes(), 100 * 8 + 2 * 16U);
  EXPECT_EQ(kept.of(1).bytes(), 10 * 8 + 2 * 16U);
  kept.of(1).read("all");
  kept.shrink();
  EXPECT_EQ(kept.of(0).bytes() + kept.of(1).bytes(), 0U);
  EXPECT_EQ(kept.of(1).read("tenth").numbers().size(), 10U);
  for (std::size_t i = 0; i < KeptPostings::kMostTerms; ++i) kept.of(0).read("none" + std::to_string(i));
  kept.shrink();
  EXPECT_EQ(kept.of(0).terms() + kept.of(1).terms(), 0U) << "terms without postings take memory too";
}

}  // namespace
}  // namespace dateline
