#include "common/text/stemmer.h"

#include <gtest/gtest.h>

#include <set>

#include "common/error.h"

namespace dateline {
namespace {

TEST(Stemmer, FormsOfAWordShareANumber) {
  Stemmer stemmer("english");
  const std::uint32_t protest = stemmer.stem_number("protest");
  EXPECT_EQ(protest, kCommonWords);
  EXPECT_EQ(stemmer.stem_number("oil"), kCommonWords + 1);
  EXPECT_EQ(stemmer.stem_number("protests"), protest);
  EXPECT_EQ(stemmer.stem_number("protesting"), protest);
  EXPECT_EQ(stemmer.stem_text(protest), "protest");
  EXPECT_EQ(stemmer.stems(), kCommonWords + 2);
  EXPECT_EQ(stemmer.stem("prices"), stemmer.stem("price"));
}

TEST(Stemmer, ForgetsAndBeginsAnew) {
  Stemmer stemmer("english");
  for (int i = 0; i < 100'000; ++i) stemmer.stem_number("word" + std::to_string(i));
  const std::size_t large = stemmer.memory_bytes();
  stemmer.forget();
  EXPECT_LT(stemmer.memory_bytes(), large);
  EXPECT_EQ(stemmer.stems(), kCommonWords);
  EXPECT_EQ(stemmer.stem_number("protests"), kCommonWords);
  EXPECT_EQ(stemmer.stem_text(kCommonWords), "protest");
}

TEST(Stemmer, KnowsCommonWordsAndTheirForms) {
  Stemmer stemmer("english");
  for (unsigned number = 0; number < kCommonWords; ++number) {
    EXPECT_EQ(stemmer.word_number(common_word(number)), number);
    EXPECT_EQ(stemmer.stem_number(common_word(number)), number) << "each has a stem of its own in English";
  }
  const std::uint32_t its = stemmer.word_number("its");
  EXPECT_GE(its, kCommonWords) << "no common word itself";
  EXPECT_TRUE(stemmer.is_common_stem(stemmer.stem_of_word(its)));
  EXPECT_EQ(stemmer.stem_number("having"), stemmer.stem_number("have"));
  EXPECT_FALSE(stemmer.is_common_stem(stemmer.stem_number("oil")));
  stemmer.forget();
  EXPECT_TRUE(stemmer.is_common_stem(stemmer.stem_number("its")));
}

// Where common words share a stem the others still are not taken for them.
TEST(Stemmer, CommonStemsAreThoseOfCommonWordsInAnyLanguage) {
  for (const char* language : {"none", "german", "french", "finnish", "arabic", "turkish"}) {
    Stemmer stemmer(language);
    std::set<std::uint32_t> stems;
    for (unsigned number = 0; number < kCommonWords; ++number) {
      stems.insert(stemmer.stem_number(common_word(number)));
    }
    EXPECT_EQ(*stems.rbegin() + 1, stems.size()) << language;
    for (const std::uint32_t stem : stems) EXPECT_TRUE(stemmer.is_common_stem(stem)) << language;
    EXPECT_FALSE(stemmer.is_common_stem(stemmer.stem_number("kazakhstan"))) << language;
  }
}

TEST(Stemmer, LongWordsAreCutButStayApart) {
  Stemmer stemmer("english");
  const std::string word(10'000, 'a');
  const std::string stem(stemmer.stem(word));
  EXPECT_EQ(stem.size(), kLongestTerm);
  EXPECT_NE(stemmer.stem(word + "b"), stem);
  EXPECT_EQ(stemmer.stem(word), stem);
  EXPECT_EQ(stemmer.stem(std::string(kLongestTerm, 'x')), std::string(kLongestTerm, 'x'));
}

TEST(ShortenedTerm, IsCutBetweenCharacters) {
  std::string word;
  while (word.size() < 100) word += "ж";
  for (std::size_t shift = 0; shift < 4; ++shift) {
    const std::string term = shortened_term(std::string(shift, 'a') + word);
    EXPECT_LE(term.size(), kLongestTerm);
    EXPECT_EQ((term.size() - 16 - shift) % 2, 0U) << term;
  }
  EXPECT_EQ(shortened_term("short"), "short");
}

TEST(Stemmer, NoneLeavesWordsAsTheyAre) {
  Stemmer stemmer("none");
  EXPECT_EQ(stemmer.stem("protests"), "protests");
}

TEST(Stemmer, AnUnknownLanguageIsABadUsageThatNamesTheOthers) {
  try {
    Stemmer stemmer("klingon");
    FAIL();
  } catch (const Error& error) {
    EXPECT_STREQ(error.what(), "no stemmer for language \"klingon\"");
    EXPECT_NE(error.hint().find("english"), std::string::npos);
    EXPECT_EQ(error.status(), ExitStatus::Usage);
  }
}

}  // namespace
}  // namespace dateline
