#include "searcher/output/trec_output.h"

#include <gtest/gtest.h>

namespace dateline {
namespace {

Hit hit_at(const std::string& path, double score) {
  Hit hit;
  hit.path = path;
  hit.score = score;
  return hit;
}

TEST(TrecOutput, TheDocumentIsThePathBelowTheOneFolder) {
  const TrecQuery query{"q7", "ours", {"/archive"}};
  EXPECT_EQ(query.line(hit_at("/archive/2022/x.txt", 12.5), 3),
            "q7 Q0 2022/x.txt 3 12.500000000 ours\n");
  EXPECT_EQ(query.line(hit_at("/archives/x", 1), 1), "q7 Q0 /archives/x 1 1.000000000 ours\n");
  const TrecQuery two{"q7", "ours", {"/archive", "/other"}};
  EXPECT_EQ(two.line(hit_at("/archive/x", 1), 1), "q7 Q0 /archive/x 1 1.000000000 ours\n");
}

TEST(TrecOutput, NoDocumentEndsAColumnOrALine) {
  EXPECT_EQ(trec_line("1", "a b\nc\t\x7F" "é.txt", 1, 2, "r"),
            "1 Q0 a%20b%0Ac%09%7Fé.txt 1 2.000000000 r\n");
}

TEST(TrecOutput, WhatIsNotRankedKeepsItsOrder) {
  const TrecQuery query{"1", "r", {}};
  EXPECT_EQ(query.line(hit_at("a", 0), 1), "1 Q0 a 1 1.000000000 r\n");
  EXPECT_EQ(query.line(hit_at("b", 0), 4), "1 Q0 b 4 0.250000000 r\n");
}

}  // namespace
}  // namespace dateline
