#include "indexer/entities/word_splitter.h"

#include <gtest/gtest.h>

#include "indexer/entities/word_form.h"

namespace dateline {
namespace {

/// Words with spaces between, sentences with " | " between.
std::string split(std::string_view text) {
  SplitText out;
  split_words(text, out);
  std::string line;
  std::size_t first = 0;
  for (const auto last : out.sentence_ends) {
    if (first > 0) line += " |";
    for (; first < last; ++first) {
      const auto& word = out.words[first];
      if (!line.empty()) line += ' ';
      line += text.substr(word.begin, word.end - word.begin);
    }
  }
  return line;
}

struct Row {
  const char* name;
  const char* text;
  const char* expected;
};
void PrintTo(const Row& row, std::ostream* out) { *out << row.name; }

class WordSplitter : public testing::TestWithParam<Row> {};

TEST_P(WordSplitter, SplitsAsTaggedCorporaDo) { EXPECT_EQ(split(GetParam().text), GetParam().expected); }

const Row kRows[] = {
    {"Empty", "", ""},
    {"Spaces", " \n \t ", ""},
    {"Plain", "He left. She stayed.", "He left . | She stayed ."},
    {"Titles", "Mr. Xi met Dr. Fauci. It rained.", "Mr. Xi met Dr. Fauci . | It rained ."},
    {"Initials", "J. K. Rowling wrote it.", "J. K. Rowling wrote it ."},
    {"DottedAcronym", "The U.S. trip began.", "The U.S. trip began ."},
    {"AcronymEndsSentence", "He left the U.S. The trip ended.", "He left the U.S. | The trip ended ."},
    {"AcronymBeforeName", "The U.S. Congress met.", "The U.S. Congress met ."},
    {"CompanySuffix", "Apple Inc. rose. Ford Co. fell.", "Apple Inc. rose . | Ford Co. fell ."},
    {"Possessive", "Xi's men", "Xi 's men"},
    {"CurlyPossessive", "Xi’s men", "Xi ’s men"},
    {"PossessiveOfDotted", "the U.S.'s men", "the U.S. 's men"},
    {"PluralPossessive", "the states' rights", "the states ' rights"},
    {"Negation", "They don't and can’t", "They do n't and ca n’t"},
    {"Contractions", "He'll go; they've gone", "He 'll go ; they 've gone"},
    {"IrishName", "Sinead O'Connor and N’Golo", "Sinead O'Connor and N’Golo"},
    {"HyphenatedName", "Kassym-Jomart Tokayev", "Kassym-Jomart Tokayev"},
    {"HyphenWithTail", "the US-backed force", "the US - backed force"},
    {"SmallHyphen", "a well-known man", "a well-known man"},
    {"AlQaeda", "al-Qaeda said", "al-Qaeda said"},
    {"Quotes", "“No,” he said. “Yes.” It is.", "“ No , ” he said . | “ Yes . ” | It is ."},
    {"StraightQuotes", "\"No,\" he said. \"Yes.\" It is.", "\" No , \" he said . | \" Yes . \" | It is ."},
    {"Numbers", "It cost $1,000.50 at 10:30, 5% more.", "It cost $ 1,000.50 at 10:30 , 5 % more ."},
    {"Ampersand", "AT&T and M & S", "AT&T and M & S"},
    {"Address", "See digital.gov now.", "See digital.gov now ."},
    {"NoSpaceAfterDot", "He left.She stayed.", "He left . She stayed ."},
    {"WrappedLine", "The president of the powerful United Nations\nSecurity Council said.",
     "The president of the powerful United Nations Security Council said ."},
    {"Headline", "Putin meets Xi\n\nIt was cold.", "Putin meets Xi | It was cold ."},
    {"ShortLine", "Putin meets Xi\nIt was cold.", "Putin meets Xi | It was cold ."},
    {"Dateline", "ALMATY, Jan 7 (Reuters) - The troops left.",
     "ALMATY , Jan 7 ( Reuters ) - | The troops left ."},
    {"EmDash", "war—and peace – now -- then", "war — and peace – now -- then"},
    {"Ellipsis", "Well... he said…", "Well ... he said …"},
    {"Accents", "Erdoğan und Müller’s Café", "Erdoğan und Müller ’s Café"},
    {"HardSpace", "Mr\xC2\xA0Xi left", "Mr Xi left"},
    {"BadBytes", "a \xFF\xFE b \xE2\x80", "a \xFF\xFE b \xE2\x80"},
};
INSTANTIATE_TEST_SUITE_P(Table, WordSplitter, testing::ValuesIn(kRows),
                         [](const auto& row) { return std::string(row.param.name); });

TEST(WordSplitter, TraitsAreThoseOfTheWord) {
  const std::string text = "The U.S. of don't iPhone 5th 2010 ÉCOLE naïve AT&T x-ray US-backed 's & o'clock";
  SplitText out;
  split_words(text, out);
  for (const auto& word : out.words) {
    const auto written = std::string_view(text).substr(word.begin, word.end - word.begin);
    EXPECT_EQ(word.traits, traits_of(written)) << written;
  }
}

TEST(WordSplitter, SentencesAreBounded) {
  std::string text;
  for (int i = 0; i < 5000; ++i) text += "word ";
  SplitText out;
  split_words(text, out);
  std::size_t first = 0;
  for (const auto last : out.sentence_ends) {
    EXPECT_LE(last - first, kMaxSentenceWords);
    first = last;
  }
  EXPECT_EQ(first, 5000U);
}

TEST(WordSplitter, TraitsAreThoseOfTheWords) {
  const std::string text =
      "The president of the U.S. and McDonald_s iPhone, aB_C _x A_B __ Ab_c NATO I 3rd x2 Xi's "
      "al-Qaeda Größe Österreich non-US 12 a_ _A Mr. Smith's état";
  SplitText split;
  split_words(text, split);
  for (const auto& word : split.words) {
    const auto written = text.substr(word.begin, word.end - word.begin);
    EXPECT_EQ(word.traits, traits_of(written)) << written;
  }
}

}  // namespace
}  // namespace dateline
