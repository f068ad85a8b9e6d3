#include "searcher/query/to_query.h"

#include <gtest/gtest.h>

#include <random>
#include <string>

#include "tests/unit/searcher/query/rows.h"

namespace dateline {
namespace {

/// Queries of every operator at random, deeper with `depth`.
class Writer {
 public:
  explicit Writer(unsigned seed) : random_(seed) {}

  std::string query(int depth) {
    switch (depth > 0 ? pick(6) : 5) {
      case 0:
        return query(depth - 1) + " OR " + query(depth - 1);
      case 1:
        return query(depth - 1) + (pick(2) ? " AND " : " ") + query(depth - 1);
      case 2:
        return "NOT (" + query(depth - 1) + ")";
      case 3:
        return "(" + query(depth - 1) + ")";
      case 4:
        return filter();
      default:
        return text(depth);
    }
  }

 private:
  unsigned pick(unsigned count) { return static_cast<unsigned>(random_() % count); }

  template <std::size_t Count>
  std::string one_of(const char* const (&choices)[Count]) {
    return choices[pick(Count)];
  }

  std::string filter() {
    static const char* const kFilters[] = {
        "date:2021",       "date>2021-06", "date:none",  "source:Reuters", "author:“J \"K\" L”",
        "section:World",   "lang:en",      "url:*x*",    "path:\"a b\"",   "id:5,7",
        "wc>5",            "wc:2..9",      "wc<9",       "date:last week", "date:conflict",
        "source:(A OR B)", "org:nato",     "person:\"Joe Biden\""};
    return one_of(kFilters);
  }

  /// What stands in texts.
  std::string text(int depth) {
    static const char* const kLeaves[] = {"oil",     "gas",        "\"oil price\"", "=gas", "prot*",
                                          "wom?n",   "organi!e",   "tok~",          "tok~2",
                                          "/k[ae]z.*\\d/", "x-ray", "\"oil pric* up\"", "北京大学",
                                          "place:iran", "U.S.", "don't", "3.5", "AT&T", "1,000"};
    if (depth == 0) return one_of(kLeaves);
    static const char* const kNear[] = {"w/5", "PRE/3", "NEAR/2", "w/s", "pre/p", "NOT w/4",
                                        "not w/s"};
    static const char* const kCalls[] = {"caps(", "allcaps(", "nocaps(", "atleast3("};
    static const char* const kZones[] = {"title(", "lead(", "hlead("};
    const std::string inside = '(' + text(depth - 1) + ')';
    switch (pick(8)) {
      case 0:
        return inside + ' ' + one_of(kNear) + ' ' + text(0);
      case 1:
        return '(' + text(depth - 1) + (pick(2) ? " OR " : " ") + text(depth - 1) + ") w/5 " +
               text(0);
      case 2:
        return one_of(kCalls) + text(depth - 1) + ')';
      case 3:
        return one_of(kZones) + text(depth - 1) + ')';
      case 4:
        return inside + "^2.5";
      case 5:
        return inside + " /F50/";
      case 6:
        return '(' + text(depth - 1) + " OR " + text(depth - 1) + ')';
      default:
        return one_of(kLeaves);
    }
  }

  std::minstd_rand random_;
};

TEST(ToQuery, ReadsBackToTheSameTree) {
  Writer writer(7);
  int understood = 0;
  for (int round = 0; round < 5000; ++round) {
    const std::string query = writer.query(round % 5);
    const Result<Node> tree = parse_query(query, kContext);
    if (!tree) continue;  // a date near a word, say
    ++understood;
    const std::string written = to_query(tree.value());
    EXPECT_EQ(parsed(written), to_text(tree.value())) << query << " -> " << written;
  }
  EXPECT_GT(understood, 3000);
}

TEST(ToQuery, AWordThatCouldBeAnOperatorIsKeptAWord) {
  for (const char* query : {"+not w/5 b", "a (not) w/5 b", "a w/s +not", "a (not OR b)", "a near5, b",
                            "ATLEAST5,= n", "pre3, w/5 same,", "and, or, not,"}) {
    const Result<Node> tree = parse_query(query, kContext);
    ASSERT_TRUE(tree) << query;
    EXPECT_EQ(parsed(to_query(tree.value())), to_text(tree.value())) << query;
  }
}

TEST(ToQuery, NoPartOfAWordBeginsWithAnExclamationMark) {
  EXPECT_EQ(parsed("iii!*!iaii*"),
            "1: \"!iaii*\" is not understood: an exclamation mark in front means nothing here");
}

TEST(ToQuery, IsWrittenAsPeopleWrite) {
  const auto written = [](const char* query) {
    return to_query(parse_query(query, kContext).value());
  };
  EXPECT_EQ(written("a near5 b AND date:last week"),
            "(a w/5 b) date:2021-12-27..2022-01-02");
  EXPECT_EQ(written("(oil | gas) -hd=price^2"), "(oil OR gas) (NOT (title(price))^2)");
  EXPECT_EQ(written("a OR (b c)^0.5 OR caps(US)"), "a OR (b c)^0.5 OR caps(us)");
  EXPECT_EQ(to_query(Node{}), "");
}

}  // namespace
}  // namespace dateline
