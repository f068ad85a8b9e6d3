// What takes too long for every day.

#include <fstream>

#include "tests/cli/program_test.h"

namespace dateline {
namespace {

class Slow : public ProgramTest {};

TEST_F(Slow, AnArticleOf100MegabytesIsIndexedIfAllowed) {
  std::ofstream out(scratch.write("news/large.txt", " date 2022-01-07 "), std::ios::app);
  const std::string line =
      "The quick brown fox jumps over the lazy dog while oil prices rise again.\n";
  for (int i = 0; i < 1'400'000; ++i) out << line;
  out << "The last words are these.";
  out.close();
  make_index({"--max-article-size", "200MB"});
  EXPECT_EQ(found("fox").size(), 1U);
  EXPECT_EQ(found("\"the last words\"").size(), 1U);
  EXPECT_EQ(found("\"last the words\"").size(), 0U);
}

}  // namespace
}  // namespace dateline
