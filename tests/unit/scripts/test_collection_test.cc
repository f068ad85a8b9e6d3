#include "scripts/ranking/test_collection.h"

#include <gtest/gtest.h>

#include "common/error.h"
#include "tests/support/scratch_folder.h"

namespace dateline {
namespace {

std::string message_of(const std::function<void()>& action) {
  try {
    action();
  } catch (const Error& error) {
    return error.what();
  }
  return "";
}

TEST(TestCollection, QueriesAreAnIdAndATextALine) {
  const ScratchFolder scratch;
  const auto queries = read_queries(scratch.write("q", "1\toil prices\r\n\n2b\ta\tb\n"));
  ASSERT_EQ(queries.size(), 2U);
  EXPECT_EQ(queries[0].id, "1");
  EXPECT_EQ(queries[0].text, "oil prices");
  EXPECT_EQ(queries[1].id, "2b");
  EXPECT_EQ(queries[1].text, "a\tb");
  const std::string bad = scratch.write("bad", "1\tx\nno tab\n");
  EXPECT_EQ(message_of([&] { read_queries(bad); }), bad + ", line 2: not a query: id TAB text");
}

TEST(TestCollection, JudgementsAreThoseOfTrec) {
  const ScratchFolder scratch;
  const auto judgements = read_judgements(scratch.write("q", "1 0 a/b.txt 2\n1 0 c.txt 0\n7 Q0 d -1"));
  EXPECT_EQ(judgements.at("1"), (Grades{{"a/b.txt", 2}, {"c.txt", 0}}));
  EXPECT_EQ(judgements.at("7").at("d"), -1);
  const std::string bad = scratch.write("bad", "1 0 a\n");
  EXPECT_EQ(message_of([&] { read_judgements(bad); }),
            bad + ", line 1: not a judgement: query 0 document grade");
}

TEST(TestCollection, ARunHasALineForEachArticle) {
  const ScratchFolder scratch;
  write_run(scratch.path("run"), "ours", {{"1", {"a", "b"}, {2.5, 1}}, {"2", {}, {}}});
  std::ifstream in(scratch.path("run"));
  const std::string text{std::istreambuf_iterator<char>(in), {}};
  EXPECT_EQ(text, "1 Q0 a 1 2.500000000 ours\n1 Q0 b 2 1.000000000 ours\n");
}

}  // namespace
}  // namespace dateline
