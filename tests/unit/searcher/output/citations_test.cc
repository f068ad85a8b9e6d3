#include "searcher/output/citations.h"

#include <gtest/gtest.h>

#include "common/text/columns.h"
#include "unit/searcher/output/sample_hits.h"

namespace dateline {
namespace {

TEST(Citations, RisIsATaggedRecord) {
  EXPECT_EQ(ris_entry(plain_hit()),
            "TY  - NEWS\r\nID  - dateline17\r\nTI  - Unrest, \"protests\" in Almaty\r\n"
            "AU  - A. Writer\r\nT2  - Reuters\r\nPY  - 2022\r\nDA  - 2022/01/07/\r\n"
            "SE  - World\r\nUR  - https://example.org/1\r\n"
            "L1  - /archive/2022/01/07/x.txt\r\nER  - \r\n\r\n");
}

TEST(Citations, BibtexIsEscaped) {
  Hit hit = plain_hit();
  hit.article.title = "50% of #1 & {x}_y $ ~ ^ \\ naïve";
  hit.article.author = "Writer, A.";
  hit.article.url = "https://e.org/a_b?{c}\\ d%20";
  EXPECT_EQ(bibtex_entry(hit),
            "@article{dateline17,\n"
            "  title = {{50\\% of \\#1 \\& \\{x\\}\\_y \\$ \\textasciitilde{} "
            "\\textasciicircum{} \\textbackslash{} naïve}},\n"
            "  author = {{Writer, A.}},\n"
            "  journal = {Reuters},\n"
            "  year = {2022},\n"
            "  month = jan,\n"
            "  day = {7},\n"
            "  url = {https://e.org/a_b?%7Bc%7D%5C%20d%20},\n"
            "  note = {World}\n}\n\n");
}

TEST(Citations, AHostileArticleStaysInItsField) {
  for (const std::string& text : {ris_entry(hostile_hit()), bibtex_entry(hostile_hit())}) {
    for (const char c : text) {
      EXPECT_TRUE(c == '\r' || c == '\n' || static_cast<unsigned char>(c) >= 0x20) << text;
    }
  }
  Hit hit = plain_hit();
  hit.article.title = "a\r\nER  - \r\nTY  - BOOK";
  EXPECT_EQ(ris_entry(hit).find("\nTY  - BOOK"), std::string::npos);
}

}  // namespace
}  // namespace dateline
