#include "common/text/paragraphs.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace dateline {
namespace {

using Paragraphs = std::vector<std::string>;

/// Found from the middle of each, backwards and forwards.
Paragraphs paragraphs_of(const std::string& text) {
  const bool wrapped = is_wrapped(text);
  Paragraphs found;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = paragraph_end(text, at, wrapped);
    const std::size_t middle = at + (end - at) / 2;
    EXPECT_EQ(paragraph_end(text, middle, wrapped), end);
    const std::size_t begin = paragraph_begin(text, middle, wrapped);
    if (end > begin) found.push_back(text.substr(begin, end - begin));
    at = end + 1;
  }
  return found;
}

const std::string kLong(150, 'x');

TEST(Paragraphs, EndWithTheirLine) {
  EXPECT_EQ(paragraphs_of(kLong + "\nB.\n\nC.\n"), (Paragraphs{kLong, "B.", "C."}));
}

TEST(Paragraphs, OfWrappedTextsEndWithABlankOrBeforeAnIndentedLine) {
  EXPECT_EQ(paragraphs_of("The prime\nminister\n\nleft\n  Gas\nrose."),
            (Paragraphs{"The prime\nminister", "\nleft", "  Gas\nrose."}));
}

TEST(Wrapped, AreTextsWithoutALineOfMoreThan100Characters) {
  const std::string line(100, 'x');
  std::string cyrillic;
  for (int i = 0; i < 100; ++i) cyrillic += "ж";
  EXPECT_TRUE(is_wrapped(""));
  EXPECT_TRUE(is_wrapped(line + '\n' + cyrillic + '\n' + line));
  EXPECT_FALSE(is_wrapped(line + "\n" + line + "x\nshort"));
  EXPECT_FALSE(is_wrapped(line + '\n' + cyrillic + "ж"));
  EXPECT_FALSE(is_wrapped(std::string(5000, 'x')));
}

TEST(Lead, IsTheParagraphsThatBeginInTheFirst200Bytes) {
  EXPECT_EQ(lead_end("short"), 5U);
  EXPECT_EQ(lead_end(kLong + "\n" + std::string(100, 'b') + "\nrest"), 251U);
  const std::string line(80, 'x');
  EXPECT_EQ(lead_end(line + '\n' + line + '\n' + line + '\n' + line + "\n\n" + line), 323U);
}

}  // namespace
}  // namespace dateline
