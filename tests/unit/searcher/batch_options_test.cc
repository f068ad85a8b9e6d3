#include "searcher/options/batch_options.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace dateline {
namespace {

Options batch(std::vector<const char*> arguments) {
  arguments.insert(arguments.begin(), {"dateline-search", "--index=i", "--batch=-"});
  return parse_options(static_cast<int>(arguments.size()), arguments.data()).value();
}

TEST(BatchOptions, BeginWithTwoDashes) {
  EXPECT_TRUE(has_options("--limit=3 -- oil"));
  EXPECT_FALSE(has_options("-oil gas"));
  EXPECT_FALSE(has_options("oil --limit=3"));
}

TEST(BatchOptions, StandBeforeTheQuery) {
  const auto line = options_of_line(batch({}), R"(--limit=3 --person='Angela Merkel'  --  "oil  price" -- --x )");
  ASSERT_TRUE(line);
  EXPECT_EQ(line.value().command, Command::Batch);
  EXPECT_EQ(line.value().limit, 3U);
  ASSERT_EQ(line.value().names.size(), 1U);
  EXPECT_EQ(line.value().names[0].names, std::vector<std::string>{"Angela Merkel"});
  EXPECT_EQ(line.value().query, R"("oil  price" -- --x)");
}

TEST(BatchOptions, TakeThePlaceOfThoseOfAllLines) {
  const Options all = batch({"--limit=7", "--sort=newest", "--from=2021"});
  const auto line = options_of_line(all, "--from=2020 -- oil");
  ASSERT_TRUE(line);
  EXPECT_EQ(line.value().limit, 7U);
  EXPECT_EQ(line.value().sort, SortOrder::Newest);
  EXPECT_EQ(line.value().dates->first, (Date{2020, 1, 1}));
}

TEST(BatchOptions, KeepTheDefaultsOfABatch) {
  EXPECT_EQ(options_of_line(batch({}), "--sort=newest -- oil").value().limit, 10U);
  EXPECT_EQ(options_of_line(batch({"--format=trec"}), "--exact -- oil").value().limit, 1000U);
}

TEST(BatchOptions, NeedNoQueryWhereTheyNarrow) {
  EXPECT_TRUE(options_of_line(batch({}), "--from=2020"));
}

struct MistakeRow {
  const char* line;
  const char* message;
};
void PrintTo(const MistakeRow& row, std::ostream* out) { *out << row.line; }

class BatchMistake : public testing::TestWithParam<MistakeRow> {};

TEST_P(BatchMistake, IsTold) {
  const auto line = options_of_line(batch({}), GetParam().line);
  ASSERT_FALSE(line);
  EXPECT_EQ(line.problem().message, GetParam().message);
}

INSTANTIATE_TEST_SUITE_P(
    Rows, BatchMistake,
    testing::Values(MistakeRow{"--limit 3 -- oil", "\"3\" is no option"},
                    MistakeRow{"--limit=3 oil", "\"oil\" is no option"},
                    MistakeRow{"--limit=x -- oil", "--limit \"x\" is not a number from 0 to 4294967295"},
                    MistakeRow{"--index=j -- oil", "--index cannot stand in a line of --batch"},
                    MistakeRow{"--kwic -- oil", "--kwic cannot stand in a line of --batch"},
                    MistakeRow{"--format=csv -- oil", "--format cannot stand in a line of --batch"},
                    MistakeRow{"--person='Angela -- oil", "the quote in an option is not closed"},
                    MistakeRow{"--limit=3", "there is no query"}));

}  // namespace
}  // namespace dateline
