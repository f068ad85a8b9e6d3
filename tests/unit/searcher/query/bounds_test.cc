// Hostile queries: a tree or a Problem, soon, whatever they are made of.
#include <iterator>
#include <random>

#include "searcher/query/compose.h"
#include "searcher/query/lexer.h"
#include "searcher/query/to_query.h"
#include "tests/unit/searcher/query/rows.h"

namespace dateline {
namespace {

std::string repeated(const std::string& piece, std::size_t bytes) {
  std::string out;
  while (out.size() + piece.size() <= bytes) out += piece;
  return out;
}

TEST(QueryBounds, AnyPieceOverAndOverIsATreeOrAProblem) {
  for (const char* piece :
       {"(", "a w/5 ", "-", "NOT ", "caps(", "title:", "title(", "atleast2 ", "a* ", "\"a* b\" ",
        "source:(", "(a b) w/5 ", "a OR ", "a^2 ", "(a^1.1 ", "/F5/ ", "a/F5/ ", "=", "~", "/", "*",
        "?", "a*", "date:last ", "date:1 ", "id:1,", "\"", "“", "AROUND(", "w/5 ", "not ", "a~ "}) {
    const std::string query = repeated(piece, kMaxQueryBytes);
    EXPECT_NE(parsed(query), "") << piece;
    EXPECT_NE(parsed("a " + query.substr(0, 1000) + " a"), "") << piece;
  }
}

TEST(QueryBounds, DistancesInARowAreBounded) {
  EXPECT_EQ(parsed(repeated("a w/5 ", 6 * 32) + "b").substr(0, 7), "(near/5");
  EXPECT_EQ(parsed(repeated("a w/5 ", 6 * 33) + "b"),
            "195: there are more than 32 distances in a row");
}

TEST(QueryBounds, GroupsNearGroupsAreBounded) {
  const std::string group = '(' + repeated("a ", 600) + ')';
  EXPECT_EQ(parsed(group + " w/5 " + group),
            "604: these groups near each other make too large a query");
  std::string doubling = "(a b)";
  for (int i = 0; i < 30; ++i) doubling += " w/5 (a b)";
  EXPECT_NE(parsed(doubling).find("make too large a query"), std::string::npos);
}

TEST(QueryBounds, ALongListIsNone) {
  const std::string list = repeated("a OR ", kMaxQueryBytes - 1) + "a";
  EXPECT_TRUE(parse_query(list, kContext));
}

TEST(QueryBounds, WhatIsUnderstoodIsBounded) {
  const char* const pieces[] = {"a",     " AND ", " OR ",   " NOT ", " -",     "(",      ")",
                                "\"",    " w/5 ", " PRE/3 ", " w/s ", "caps(", "title(", "lead(",
                                "atleast2(", " /F9/ ", "b*",  "c~",    "/d.*/", "^2",     "date:2w",
                                "source:(", "id:5",   "wc>5", " ",     " not w/3 ", "person:x", "!"};
  std::minstd_rand random(3);
  for (int round = 0; round < 10000; ++round) {
    std::string query;
    for (std::size_t i = random() % 16; i > 0; --i) query += pieces[random() % std::size(pieces)];
    const Result<Node> tree = parse_query(query, kContext);
    if (!tree) {
      ASSERT_TRUE(tree.problem().column) << query;
      EXPECT_LE(*tree.problem().column, query.size() + 1) << query;
      continue;
    }
    EXPECT_LE(count_nodes(tree.value()), kMaxQueryNodes) << query;
    EXPECT_EQ(parsed(to_query(tree.value())), to_text(tree.value())) << query;
  }
}

}  // namespace
}  // namespace dateline
