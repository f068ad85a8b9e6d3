#include "indexer/readers/article_reader.h"

#include <gtest/gtest.h>

#include "tests/unit/indexer/readers/written_date_text.h"

namespace dateline {
namespace {

ReadArticle read(const std::string& text, const std::string& path = "x.txt") {
  return ArticleReader(kTestRules).read({text, 0}, path);
}

struct TitleRow {
  const char* name;
  const char* file;
  const char* title;
  const char* text;
};

TEST(ArticleReader, AFirstLineOfItsOwnIsTheTitle) {
  const TitleRow rows[] = {
      {"a headline", "Riots in  Almaty\n\nThe riots.\n", "Riots in Almaty", "The riots."},
      {"blank lines before it", "\n\n Riots \n \n\n The riots.", "Riots", "The riots."},
      {"a question", "Who rules?\n\nThe riots.", "Who rules?", "The riots."},
      {"below a header without a title", "Date: 2022-01-07\n\nRiots\n\nThe riots.", "Riots",
       "The riots."},
  };
  for (const TitleRow& row : rows) {
    const Article article = read(row.file).article;
    EXPECT_EQ(article.title, row.title) << row.name;
    EXPECT_EQ(article.text, row.text) << row.name;
  }
}

TEST(ArticleReader, WhatIsNoTitleStaysInTheText) {
  const std::string long_line(201, 'x');
  const std::string files[] = {
      "The riots went on.\n\nMore.",             // a sentence
      "“The riots went on.”\n\nMore.",           // a sentence
      "Among them:\n\nMore.",                    //
      "The first line\nand the second\n\nAnd",   // a wrapped paragraph
      "Riots",                                   // nothing behind it
      "By Jane Doe\n\nThe riots",                //
      "January 7, 2022\n\nThe riots",            //
      "ALMATY, Jan 7 (Reuters) - Riots\n\nAnd",  //
      long_line + "\n\nMore.",
  };
  for (const std::string& file : files) {
    const Article article = read(file).article;
    EXPECT_EQ(article.title, "") << file;
    EXPECT_EQ(article.text, file);
  }
}

TEST(ArticleReader, TheMainFormHasNoTitle) {
  const Article article = read(" date 2022-01-07 Riots in Almaty\n\nThe riots went on. ").article;
  EXPECT_EQ(article.title, "");
  EXPECT_EQ(article.text, "Riots in Almaty\n\nThe riots went on.");
  EXPECT_EQ(article.date, (Date{2022, 1, 7}));
  EXPECT_EQ(article.date_source, DateSource::Header);
}

TEST(ArticleReader, HeaderFieldsAreKept) {
  const Article article =
      read(
          "Title: A\nAuthor: B\nSource: C\nURL: d\nSection: E\nDate: 7 January 2022\n"
          "\nFirst line\n\nSecond.")
          .article;
  EXPECT_EQ(article.title, "A");
  EXPECT_EQ(article.author, "B");
  EXPECT_EQ(article.source, "C");
  EXPECT_EQ(article.url, "d");
  EXPECT_EQ(article.section, "E");
  EXPECT_EQ(article.text, "First line\n\nSecond.");
  EXPECT_EQ(article.date, (Date{2022, 1, 7}));
}

TEST(ArticleReader, TheTextIsNeverEmpty) {
  EXPECT_EQ(read("Title: A\n").article.text, "A");
  EXPECT_EQ(read("Title: A\n").article.title, "A");
  EXPECT_EQ(read(" date 2022-01-07 \n").article.text, "date 2022-01-07");
  EXPECT_EQ(read(" date 2022-01-07 \n").article.date, (Date{2022, 1, 7}));
  EXPECT_EQ(read("x").article.text, "x");
}

struct DateRow {
  const char* path;
  const char* file;
  Date date;
  DateSource source;
};

TEST(ArticleReader, TheDateComesFromAnywhere) {
  const DateRow rows[] = {
      {"2022/01/07/a.txt", " date 2022-01-07 The", {2022, 1, 7}, DateSource::Header},
      {"2022-01-07-x.txt", "The riots", {2022, 1, 7}, DateSource::FileName},
      {"2022/01/07/x.txt", "The riots", {2022, 1, 7}, DateSource::Folder},
      {"2022/x.txt", "ALMATY, Jan 7 (Reuters) - Riots", {2022, 1, 7}, DateSource::Dateline},
      {"x.txt", "Riots\n\nBy A\n\nALMATY, Jan 7, 2022 - Riots", {2022, 1, 7}, DateSource::Dateline},
  };
  for (const DateRow& row : rows) {
    const ReadArticle result = read(row.file, row.path);
    ASSERT_TRUE(result.article.date) << row.path;
    EXPECT_EQ(to_iso(*result.article.date), to_iso(row.date)) << row.path;
    EXPECT_EQ(result.article.date_source, row.source) << row.path;
    EXPECT_EQ(result.article.flags, 0) << row.path;
    EXPECT_TRUE(result.problems.empty()) << row.path;
  }
}

TEST(ArticleReader, FolderDatesAreThoseOfEachPathsOwnFolder) {
  ArticleReader reader(kTestRules);
  const auto folder_date = [&reader](const char* path) {
    return reader.read({"x", 0}, path).article.date;
  };
  EXPECT_EQ(folder_date("a.txt"), std::nullopt);
  EXPECT_EQ(folder_date("2022/01/07/a.txt"), (Date{2022, 1, 7}));
  EXPECT_EQ(folder_date("2022/01/07/b.txt"), (Date{2022, 1, 7}));
  EXPECT_EQ(folder_date("2022/01/08/b.txt"), (Date{2022, 1, 8}));
  EXPECT_EQ(folder_date("b.txt"), std::nullopt);
}

TEST(ArticleReader, OddDatesAreFlaggedAndTold) {
  const ReadArticle result = read("date 2022-02-31 The", "2022/03/01/x.txt");
  EXPECT_EQ(result.article.text, "The");
  EXPECT_EQ(result.article.date, (Date{2022, 3, 1}));
  EXPECT_EQ(result.article.flags, ArticleFlags::kDateImpossible);
  ASSERT_EQ(result.problems.size(), 1U);
  EXPECT_EQ(result.problems[0], "date \"2022-02-31\" is not a day");
}

TEST(ArticleReader, RepairedBytesAreFlagged) {
  const ReadArticle result = ArticleReader(kTestRules).read({"café", 1}, "x.txt");
  EXPECT_EQ(result.article.flags, ArticleFlags::kBytesRepaired);
}

TEST(ArticleReader, EveryStartOfAFileIsAnArticle) {
  const std::string file =
      "\n Title: Riots \nDate: Fri, 07 Jan 2022 10:00:00 +0000\nAuthor: B\n\nBy B\n\n"
      "ALMATY, Jan. 7, 2022 (Reuters) - Thousands\n\n";
  for (std::size_t length = 2; length <= file.size(); ++length) {
    for (std::size_t begin = 0; begin < length; ++begin) {
      const std::string part = file.substr(begin, length - begin);
      if (part.find_first_not_of(" \n") == part.npos) continue;
      EXPECT_FALSE(read(part, part).article.text.empty()) << part;
    }
  }
}

}  // namespace
}  // namespace dateline
