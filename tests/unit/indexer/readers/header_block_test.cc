#include "indexer/readers/header_block.h"

#include <gtest/gtest.h>

#include "tests/unit/indexer/readers/written_date_text.h"

namespace dateline {
namespace {

/// The fields that are set as name=value, then > and the body; >> if that runs on.
std::string read(const std::string& text, const DateRules& rules = kTestRules) {
  const HeaderBlock header = read_header_block(text, rules);
  std::string out;
  const auto put = [&out](const char* name, const std::string& value) {
    if (!value.empty()) out += std::string(name) + "=" + value + " ";
  };
  put("date", header.date.is(WrittenDate::Kind::None) ? "" : to_text(header.date));
  put("title", header.title);
  put("author", header.author);
  put("source", header.source);
  put("url", header.url);
  put("section", header.section);
  return out + (header.body_runs_on ? ">>" : ">") + text.substr(header.body_begin);
}

struct Row {
  const char* text;
  const char* expected;
};

void expect_headers(const std::vector<Row>& rows) {
  for (const Row& row : rows) EXPECT_EQ(read(row.text), row.expected) << row.text;
}

TEST(HeaderBlock, TheMainFormRunsOnIntoTheBody) {
  expect_headers({
      {" date 2022-01-07 The violent\n\nAnd", "date=2022-01-07 >>The violent\n\nAnd"},
      {"date 2022-01-07 The", "date=2022-01-07 >>The"},
      {"\n\n DATE: 2022-01-07 The", "date=2022-01-07 >>The"},
      {"Date:2022-01-07  The", "date=2022-01-07 >>The"},
      {"date 7 January 2022 The", "date=2022-01-07 >>The"},
      {"date January 7, 2022 The", "date=2022-01-07 >>The"},
      {"date Friday, Jan. 7, 2022: The", "date=2022-01-07 >>The"},
      {"date 20220107 The", "date=2022-01-07 >>The"},
      {"date 2022-01-07T10:00:00Z The", "date=2022-01-07 >>The"},
      {"date 2022-01-07 10:00:00 +0000 The", "date=2022-01-07 >>The"},
      {"date 2022-01-07 10:00 trains", "date=2022-01-07 >>10:00 trains"},
      {"date 2022-01-07 At 01:52 UTC, 2022-10-28, a",
       "date=2022-01-07 >>At 01:52 UTC, 2022-10-28, a"},
      {"date 2022-01-07 12 people", "date=2022-01-07 >>12 people"},
      {"date 2022-01-07 Title: no title", "date=2022-01-07 >>Title: no title"},
      {"date 2022-01-07 September 14, 2019\n\nx", "date=2022-01-07 >>September 14, 2019\n\nx"},
      {"date 2022-02-31 The", "date=date \"2022-02-31\" is not a day >>The"},
      {"date 07/01/2022 The", "date=2022-01-07 or 2022-07-01 >>The"},
      {"Title: A\ndate 2022-01-07 The\nAuthor: B", "date=2022-01-07 title=A >>The\nAuthor: B"},
  });
}

TEST(HeaderBlock, KnownKeysAreReadInAnyCase) {
  expect_headers({
      {"Title: A\nDate: 7 January 2022\nAuthor: B\nSource: C\nURL: http://d/?e: f\nSection: "
       "G\n\nThe",
       "date=2022-01-07 title=A author=B source=C url=http://d/?e: f section=G >The"},
      {"HEADLINE : A\npublished: 2022-01-07\nbyline:B\nPublication: C\n\nThe",
       "date=2022-01-07 title=A author=B source=C >The"},
      {"  title:  A \t  b  \n \t\n\n  The", "title=A b >The"},
      {"Title:\nDate:\n\nThe", ">The"},
      {"Author: A\nAuthor: B\nByline:\n\nThe", "author=A; B >The"},
      {"Date: 2022-01-07\nPublished: 2022-01-08\n\nThe", "date=2022-01-07 >The"},
      {"Title: A", "title=A >"},
      {"Title: A\n\n", "title=A >"},
  });
}

TEST(HeaderBlock, TheBlockEndsWhereTheBodyBegins) {
  expect_headers({
      {"Date: 7 January 2022\nThe violent\n", "date=2022-01-07 >The violent\n"},
      {"Date: 7 January 2022\n\nTitle: no title\n", "date=2022-01-07 >Title: no title\n"},
      {"Title: A\nKazakhstan: a country\nDate: 2022-01-07",
       "title=A >Kazakhstan: a country\nDate: 2022-01-07"},
      {"The body.\nTitle: no title", ">The body.\nTitle: no title"},
      {"Kazakhstan: a country", ">Kazakhstan: a country"},
      {"Titles: no title", ">Titles: no title"},
      {"title no colon", ">title no colon"},
      {"Date palms are trees", ">Date palms are trees"},
      {"Dateline 2022-01-07", ">Dateline 2022-01-07"},
      {"date", ">date"},
      {"date May 5 was chosen", ">date May 5 was chosen"},
      {"date January 2022 was chosen", ">date January 2022 was chosen"},
      {": x", ">: x"},
      {"", ">"},
      {" \n", ">"},
  });
}

TEST(HeaderBlock, TimesBehindADateAreNoBody) {
  for (const char* time : {"", " ", "T10:00:00Z", " 10:00", " 10:00:00 +0000", ", 10:00 a.m. EST",
                           " at 10:00 (Paris)", " 10:00:00.123+01:00"}) {
    EXPECT_EQ(read("Date: 2022-01-07" + std::string(time) + "\nThe"), "date=2022-01-07 >The")
        << time;
  }
}

TEST(HeaderBlock, DatesThatCannotBeReadAreTold) {
  expect_headers({
      {"Date: 2022-02-31\n\nThe", "date=date \"2022-02-31\" is not a day >The"},
      {"Date:  some  day\n\nThe", "date=date \"some day\" is not a date >The"},
      {"Date: 7/1/22\n\nThe", "date=date \"7/1/22\" is not a date >The"},
      {"Date: Jan. 7\n\nThe", "date=--01-07 >The"},
      {"Date: January 2022\n\nThe", "date=2022-01 >The"},
      {"Date: January 2022 or so\n\nThe", "date=date \"January 2022 or so\" is not a date >The"},
  });
  const std::string paragraph = "Date: " + std::string(61, 'x') + " and so on";
  EXPECT_EQ(read(paragraph), ">" + paragraph);
}

TEST(HeaderBlock, AFieldIsBoundedHoweverOftenItsKeyComes) {
  std::string text;
  for (int i = 0; i < 1000; ++i) text += "Author: " + std::string(100, 'a') + '\n';
  const HeaderBlock header = read_header_block(text, DateRules{{2022, 1, 7}, DateOrder::Unknown});
  EXPECT_GT(header.author.size(), 9'000U);
  EXPECT_LE(header.author.size(), 10'002U);
  EXPECT_EQ(text.compare(header.body_begin, 8, "Author: "), 0) << "what is more is text";
}

TEST(HeaderBlock, AParagraphIsNoHeader) {
  const std::string paragraph = "Source: " + std::string(1001, 'x');
  EXPECT_EQ(read(paragraph), ">" + paragraph);
}

}  // namespace
}  // namespace dateline
