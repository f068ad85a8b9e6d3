#include "common/text/columns.h"

#include <gtest/gtest.h>

namespace dateline {
namespace {

struct Unsafe {
  const char* name;
  std::string text;
  const char* shown;
};

TEST(Printable, NothingThatCommandsATerminalPasses) {
  const Unsafe rows[] = {
      {"escape", "\x1b[31mred", "�[31mred"},
      {"title sequence", "\x1b]0;x\x07", "�]0;x�"},
      {"c1 csi",
       "a\xC2\x9B"
       "31m",
       "a�31m"},
      {"delete", "a\x7F", "a�"},
      {"nul", std::string("a\0b", 3), "a�b"},
      {"backspace and carriage return", "a\b\rb", "a� b"},
      {"tab and newline", "a\tb\nc", "a b c"},
      {"right-to-left override", "a\u202Egpj.exe", "a�gpj.exe"},
      {"isolates", "\u2066a\u2069", "�a�"},
      {"marks of direction", "\u200Ea\u200F\u061C", "�a��"},
      {"line separator", "a\u2028b", "a�b"},
      {"tag characters", "a\U000E0041", "a�"},
      {"byte-order mark",
       "\uFEFF"
       "a",
       "�a"},
      {"invalid bytes", "a\xFF\xC3", "a��"},
      {"encoded surrogate", "\xED\xA0\x80", "���"},
      {"joiners stay", "क\u094D\u200Dष", "क\u094D\u200Dष"},
      {"letters stay", "Erdoğan 北京 é", "Erdoğan 北京 é"},
  };
  for (const Unsafe& row : rows) {
    EXPECT_EQ(printable(row.text), row.shown) << row.name;
    EXPECT_EQ(columns_of(printable(row.text)), columns_of(row.text)) << row.name;
  }
}

TEST(Columns, WideAndCombiningCharactersCountAsShown) {
  EXPECT_EQ(columns_of("abc"), 3u);
  EXPECT_EQ(columns_of("北京"), 4u);
  EXPECT_EQ(columns_of("e\u0301"), 1u);
  EXPECT_EQ(columns_of("é"), 1u);
  EXPECT_EQ(columns_of("\x1b"), 1u);
  EXPECT_EQ(columns_of(""), 0u);
}

TEST(Columns, APrefixKeepsMarksWithTheirLetter) {
  EXPECT_EQ(bytes_within("e\u0301e\u0301", 1), 3u);
  EXPECT_EQ(bytes_within("北京", 3), 3u);
  EXPECT_EQ(bytes_within("abc", 10), 3u);
  EXPECT_EQ(bytes_within("abc", 0), 0u);
}

TEST(Shorten, CutsAtAWord) {
  EXPECT_EQ(shorten("The rise, of oil", 20), "The rise, of oil");
  EXPECT_EQ(shorten("The rise, of oil", 12), "The rise…");
  EXPECT_EQ(shorten("  The rise  ", 8), "The rise");
  EXPECT_EQ(shorten("北京大学", 5), "北京…");
  EXPECT_EQ(shorten(std::string(200, 'a'), 10), "aaaaaaaaa…");
  EXPECT_EQ(shorten("ab", 1), "…");
}

TEST(Wrap, BreaksAtSpacesAndCutsWhatIsTooLong) {
  using Lines = std::vector<std::string_view>;
  EXPECT_EQ(wrap("the price of oil rose", 9), (Lines{"the price", "of oil", "rose"}));
  EXPECT_EQ(wrap("abcdefgh ij", 3), (Lines{"abc", "def", "gh", "ij"}));
  EXPECT_EQ(wrap("北京大学", 5), (Lines{"北京", "大学"}));
  EXPECT_EQ(wrap("北京", 1), (Lines{"北", "京"}));
  EXPECT_EQ(wrap("  ", 5), Lines{});
}

TEST(FoldSpaces, EveryRunIsOneSpace) {
  EXPECT_EQ(fold_spaces(" a \n\n b\tc "), "a b c");
  EXPECT_EQ(fold_spaces(" \n"), "");
}

}  // namespace
}  // namespace dateline
