#include "indexer/readers/ascii.h"

#include <gtest/gtest.h>

namespace dateline::ascii {
namespace {

TEST(Ascii, SpacesAreTrimmedAndFolded) {
  EXPECT_EQ(trim(" \n a  b\t"), "a  b");
  EXPECT_EQ(trim(" \n"), "");
  EXPECT_EQ(fold_spaces(" \n a \n b\t"), "a b");
  EXPECT_EQ(fold_spaces(" "), "");
}

TEST(Ascii, CaseIsIgnoredForAsciiOnly) {
  EXPECT_TRUE(equal_ignoring_case("Title", "tITLE"));
  EXPECT_FALSE(equal_ignoring_case("Title", "titles"));
  EXPECT_FALSE(equal_ignoring_case("É", "é"));
  EXPECT_FALSE(equal_ignoring_case("[", "{"));
}

TEST(Ascii, BytesOfOtherLettersArePartsOfWords) {
  for (char c : std::string("é")) EXPECT_TRUE(is_word(c) && is_letter(c) && !is_space(c));
}

}  // namespace
}  // namespace dateline::ascii
