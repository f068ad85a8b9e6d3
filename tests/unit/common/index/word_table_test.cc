#include "common/index/word_table.h"

#include <gtest/gtest.h>

#include <map>
#include <string>

#include "common/error.h"
#include "common/index/schema.h"
#include "common/text/stemmer.h"
#include "tests/support/random.h"
#include "tests/support/word_segment.h"

namespace dateline {
namespace {

using Counts = std::map<std::string, std::uint64_t>;
using test::segment_of;
using test::table_of;

Counts random_words(std::uint32_t seed, std::size_t count) {
  Random random(seed);
  Counts words;
  while (words.size() < count) {
    std::string word;
    for (std::size_t size = 1 + random.below(9); word.size() < size;) {
      word += static_cast<char>('a' + random.below(6));
    }
    words[word + (random.below(3) == 0 ? "ies" : "")] = 1 + random.below(1000);
  }
  return words;
}

/// All that a table holds, and that stems are those of the stemmer.
Counts read(const Xapian::Database& segment) {
  WordTable table(segment);
  Stemmer stemmer("english");
  Counts words;
  for (std::size_t number = 0; number < table.blocks(); ++number) {
    const WordBlock& block = table.block(number);
    for (std::size_t i = 0; i < block.size(); ++i) {
      const std::string word(block.word(i));
      words[word] = block.occurrences(i);
      EXPECT_EQ(block.stem(i), stemmer.stem(word)) << word;
      EXPECT_TRUE(block.has_stem(i, stemmer.stem(word))) << word;
      EXPECT_FALSE(block.has_stem(i, block.stem(i) + 'x')) << word;
      EXPECT_EQ(table.block_of(word), number) << word;
      EXPECT_EQ(block.words().lower_bound(word), i) << word;
    }
  }
  EXPECT_EQ(table.words(), words.size());
  return words;
}

TEST(WordTable, WordsComeBackWithStemsAndCounts) {
  for (const std::size_t count : {1U, 100U, 4096U, 4097U, 20000U}) {
    const Counts words = random_words(static_cast<std::uint32_t>(count), count);
    EXPECT_EQ(read(segment_of(table_of(words))), words) << count;
  }
}

TEST(WordTable, WithoutWordsThereIsNone) {
  EXPECT_TRUE(table_of({}).empty());
  EXPECT_EQ(WordTable(segment_of({})).blocks(), 0U);
}

TEST(WordTable, LongWordsAreWhole) {
  const Counts words = {{"a", 3},
                        {std::string(3'000'000, 'b'), 1},
                        {std::string(3'000'000, 'b') + 'c', 2},
                        {"ж" + std::string(70, 'z'), 4}};
  EXPECT_EQ(read(segment_of(table_of(words))), words);
}

TEST(WordTable, JoinedTablesAddUp) {
  const Counts first = random_words(1, 9000), second = random_words(2, 5000),
               third = random_words(3, 1);
  Counts all = first;
  for (const Counts* more : {&second, &third}) {
    for (const auto& [word, count] : *more) all[word] += count;
  }
  const std::vector<Xapian::Database> parts = {segment_of(table_of(first)), segment_of({}),
                                               segment_of(table_of(second)),
                                               segment_of(table_of(third))};
  SideTable joined;
  join_word_tables(parts, into(joined));
  EXPECT_EQ(read(segment_of(joined)), all);
  EXPECT_EQ(joined, table_of(all)) << "as if made at once";
}

TEST(WordTable, KnowsTheStemsUnlikeTheirWords) {
  Counts words = {{"die", 1}, {"dying", 1}, {"hoping", 1}, {"happy", 1}};
  const Xapian::Database segment = segment_of(table_of(words));
  const WordTable table(segment);
  EXPECT_TRUE(table.is_near_stem("happi"));
  EXPECT_TRUE(table.is_near_stem("hope"));
  EXPECT_FALSE(table.is_near_stem("die"));
}

TEST(WordTable, DamageIsAnError) {
  const SideTable whole = table_of(random_words(5, 5000));
  Random random(7);
  for (int round = 0; round < 300; ++round) {
    SideTable damaged = whole;
    std::string& value = damaged[random.below(damaged.size())].second;
    if (round % 3 == 0) {
      value.resize(random.below(value.size()));
    } else {
      value[random.below(value.size())] ^= static_cast<char>(1U << random.below(8));
    }
    try {
      WordTable table(segment_of(damaged));
      for (std::size_t number = 0; number < table.blocks(); ++number) {
        const WordBlock& block = table.block(number);
        for (std::size_t i = 0; i < block.size(); ++i) block.stem(i);
      }
    } catch (const Error&) {
    }
  }
}

}  // namespace
}  // namespace dateline
