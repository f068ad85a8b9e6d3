#include "common/text/byte_search.h"

#include <gtest/gtest.h>
#include <strings.h>

#include <cctype>
#include <cstring>
#include <string>
#include <vector>

#include "common/text/stemmer.h"
#include "tests/support/random.h"

namespace dateline {
namespace {

using Places = std::vector<std::uint32_t>;

Places beginnings(std::string_view text, const std::string& beginning, bool in_any_case = true) {
  Places places;
  find_beginnings(text, {beginning, in_any_case}, places);
  return places;
}

TEST(Beginnings, AreFoundInAnyCaseButNotInsideWords) {
  EXPECT_EQ(beginnings("Oil, boil (OIL) oils; toil", "oil"), (Places{0, 11, 16}));
  EXPECT_EQ(beginnings("Oil, boil (OIL) oils; toil", "OIL", false), (Places{11}));
  EXPECT_EQ(beginnings("Oil, boil (OIL) oils; toil", "oil", false), (Places{16}));
  EXPECT_EQ(beginnings("o", "o"), (Places{0}));
  EXPECT_EQ(beginnings("", "oil"), Places());
  EXPECT_EQ(beginnings("“oil” 1oil", "oil"), (Places{3}));
}

TEST(Beginnings, AreFoundAtEveryPlaceOfALongText) {
  for (std::size_t at = 0; at < 100; ++at) {
    std::string text(103, '.');
    text.replace(at, 3, "Oil");
    EXPECT_EQ(beginnings(text, "oil"), (Places{static_cast<std::uint32_t>(at)}));
  }
}

// Sixteen places at a time against one by one, over texts full of beginnings.
TEST(Beginnings, AreThoseOfAPlainScan) {
  Random random(11);
  const std::string letters = "aAbBo1O. \xC3-'";
  for (int round = 0; round < 2000; ++round) {
    std::string text;
    for (std::size_t size = random.below(80); text.size() < size;) text += letters[random.below(letters.size())];
    for (const std::string beginning : {"a", "ab", "oba", "1", "aabbab", "A", "AB", "O"}) {
      const bool in_any_case = beginning[0] > 'Z' && round % 2 == 0;
      const auto compare = in_any_case ? strncasecmp : strncmp;
      Places expected;
      for (std::uint32_t at = 0; at < text.size(); ++at) {
        const auto c = static_cast<unsigned char>(at > 0 ? text[at - 1] : ' ');
        const bool inside = c < 0x80 && std::isalnum(c) != 0;
        if (!inside && compare(text.c_str() + at, beginning.c_str(), beginning.size()) == 0) {
          expected.push_back(at);
        }
      }
      ASSERT_EQ(beginnings(text, beginning, in_any_case), expected) << text << " | " << beginning;
    }
  }
}

TEST(OddWords, AreThoseNotWrittenAsTheyAreFolded) {
  const auto odd = [](std::string_view text) {
    Places places;
    EXPECT_TRUE(find_odd_words(text, 100, places));
    return places;
  };
  EXPECT_EQ(odd("“Plain” – words… it’s 3.5 www.example.com"), Places());
  EXPECT_EQ(odd("The U.S. won"), (Places{5}));
  EXPECT_EQ(odd("Erdoğan"), (Places{4}));
  EXPECT_EQ(odd("soft\xC2\xADhyphen"), (Places{4}));
  EXPECT_EQ(odd("a long text without any of it, then the U.N, é"), (Places{41, 45}));
  Places places;
  EXPECT_FALSE(find_odd_words("é é é é", 3, places));
}

TEST(WrittenBeginning, IsOfLettersOrOneDigit) {
  EXPECT_EQ(written_beginning("oil"), "oil");
  EXPECT_EQ(written_beginning("don't"), "don");
  EXPECT_EQ(written_beginning("1000"), "1");
  EXPECT_EQ(written_beginning("москва"), std::nullopt);
}

// What the stemmer does with the endings that it changes rather than takes off.
TEST(StemBeginning, IsWhatAllWordsWithTheStemBeginWith) {
  Stemmer stemmer("english");
  for (const char* word :
       {"dying",       "lying",        "tying",       "skies",      "skis",         "idly",
        "gently",      "ugly",         "early",       "only",       "singly",       "happy",
        "happiness",   "possibility",  "possible",    "relational", "hoping",       "hopping",
        "cries",       "ties",         "dependency",  "conditional", "rationalise", "digitizer",
        "operator",    "feudalism",    "formality",   "sensitivity", "apology",     "triplicate",
        "electricity", "goodness",     "revival",     "allowance",  "inference",    "airliner",
        "replacement", "adjustment",   "adoption",    "communism",  "activate",     "effective",
        "agreed",      "conflated",    "troubled",    "sized",      "falling",      "fizzed",
        "filing",      "sky",          "by",          "news",       "inning",       "herring",
        "proceed",     "generously",   "communities", "arsenal",    "yes",          "a",
        "dyed",        "die",          "lies",        "tied",       "vying",        "eyeing"}) {
    const std::string beginning = stem_beginning(stemmer.stem(word));
    EXPECT_EQ(std::string(word).substr(0, beginning.size()), beginning) << word;
  }
}

// 200,000 forms: beginnings of one syllable with every ending that the stemmer knows.
TEST(StemBeginning, HoldsForEveryEndingOfManyWords) {
  Stemmer stemmer("english");
  const std::vector<std::string> endings = {
      "",     "s",    "es",    "ies",  "ied",   "y",    "ying", "ed",   "ing",  "edly",  "ingly", "eed",
      "eedly", "tional", "enci", "anci", "abli", "entli", "izer", "ization", "ational", "ation", "ator",
      "alism", "aliti", "alli", "fulness", "ousli", "ousness", "iveness", "iviti", "biliti", "bli",
      "ogi", "fulli", "lessli", "li", "ly", "alize", "icate", "iciti", "ical", "ful", "ness", "ative",
      "al", "ance", "ence", "er", "ic", "able", "ible", "ant", "ement", "ment", "ent", "ism", "ate",
      "iti", "ous", "ive", "ize", "ion", "sion", "tion", "e", "l", "ll", "'s", "s'", "'", "sses", "us", "ss"};
  const std::vector<std::string> heads = {"b", "ch", "d", "fl", "gr", "h", "k", "l", "pr", "s", "st", "t", "y", "comm", "gener", "arsen", ""};
  const std::vector<std::string> middles = {"a", "e", "i", "o", "u", "ee", "ea", "oy", "ai", "y"};
  const std::vector<std::string> tails = {"b", "bb", "c", "ck", "d", "g", "l", "ll", "n", "nn", "pt", "r", "t", "tt", "v", "x", "z", "y", "w", "gn", ""};
  for (const std::string& head : heads) {
    for (const std::string& middle : middles) {
      for (const std::string& tail : tails) {
        for (const std::string& ending : endings) {
          const std::string word = head + middle + tail + ending;
          const std::string beginning = stem_beginning(stemmer.stem(word));
          ASSERT_EQ(word.substr(0, beginning.size()), beginning) << word;
        }
      }
    }
  }
}

}  // namespace
}  // namespace dateline
