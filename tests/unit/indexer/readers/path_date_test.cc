#include "indexer/readers/path_date.h"

#include <gtest/gtest.h>

#include "tests/unit/indexer/readers/written_date_text.h"

namespace dateline {
namespace {

struct Row {
  const char* path;
  const char* expected;  // see to_text()
};

TEST(PathDate, FileNamesWithADate) {
  const Row rows[] = {
      {"2022-01-07-x.txt", "2022-01-07"},
      {"2022-01-07.txt", "2022-01-07"},
      {"2022.01.07.txt", "2022-01-07"},
      {"2022_01_07 story.txt", "2022-01-07"},
      {"20220107_003.txt", "2022-01-07"},
      {"20220107", "2022-01-07"},
      {"x-2022-01-07.txt", "2022-01-07"},
      {"003_20220107.txt", "2022-01-07"},
      {"IMG-20220107-WA0001.txt", "2022-01-07"},
      {"article20220107.txt", "2022-01-07"},
      {"report_07Jan2022.txt", "2022-01-07"},
      {"report 7 January 2022.txt", "2022-01-07"},
      {"Friday, January 7, 2022.txt", "2022-01-07"},
      {"2022-01-07T10-00-00.txt", "2022-01-07"},
      {"20220107T100000Z.txt", "2022-01-07"},
      {"31-01-2022.txt", "2022-01-31"},
      {"2022-01-07_to_2022-01-14.txt", "2022-01-07"},
      {"v2_2022-02-31_2022-03-01.txt", "2022-03-01"},
      {"r\xC3\xA9sum\xC3\xA9-2022-01-07.txt", "2022-01-07"},
      {"\xFF\xFE-2022-01-07\n.txt", "2022-01-07"},
  };
  for (const Row& row : rows) {
    EXPECT_EQ(to_text(read_file_name_date(row.path, kTestRules)), row.expected) << row.path;
  }
}

TEST(PathDate, FileNamesWithoutADate) {
  const char* names[] = {"",
                         "x.txt",
                         "000_20190317ab.txt",
                         "000_ab20190317.txt",
                         "000_5653fc77e7ad4dcb.txt",
                         "20190317fc77e7ad.txt",
                         "123456789012.txt",
                         "20220107100000.txt",
                         "120220107.txt",
                         "b2g20190317.txt",
                         "2022.txt",
                         "2022-01.txt",
                         "2022-001-07.txt",
                         "12022-01-07.txt",
                         "99999999.txt",
                         "20221399.txt",
                         "12345678.txt",
                         "Jan 7.txt",
                         "12_March_madness.txt",
                         "550e8400-e29b-41d4-a716-446655440000.txt"};
  for (const char* name : names) {
    EXPECT_EQ(to_text(read_file_name_date(name, kTestRules)), "none") << name;
  }
}

TEST(PathDate, FileNamesWithAnImpossibleOrAmbiguousDate) {
  const Row rows[] = {
      {"2022-02-31-x.txt", "date \"2022-02-31\" is not a day"},
      {"1066-10-14.txt", "date \"1066-10-14\" is before the year 1400"},
      {"x_2099-01-01.txt", "date \"2099-01-01\" is after the year 2023"},
      {"07-01-2022.txt", "2022-01-07 or 2022-07-01"},
  };
  for (const Row& row : rows) {
    EXPECT_EQ(to_text(read_file_name_date(row.path, kTestRules)), row.expected) << row.path;
  }
}

TEST(PathDate, FoldersWithADate) {
  const Row rows[] = {
      {"2022/01/07", "2022-01-07"},
      {"2022/1/7", "2022-01-07"},
      {"2022-01/07", "2022-01-07"},
      {"202201/07", "2022-01-07"},
      {"2022/01-07", "2022-01-07"},
      {"2022/Jan-07", "2022-01-07"},
      {"2022-01-07", "2022-01-07"},
      {"20220107", "2022-01-07"},
      {"2022/January/07", "2022-01-07"},
      {"2022/01-January/07", "2022-01-07"},
      {"January 2022/07", "2022-01-07"},
      {"news/en/2022/01/07/late", "2022-01-07"},
      {"batch-2022-01-07", "2022-01-07"},
      {"2022/2022-01/2022-01-07", "2022-01-07"},
      {"2021/12/31/2022/01/07", "2022-01-07"},  // the deepest
      {"2022/01/07/1999", "2022-01-07"},        // complete beats a part
      {"2022-01-07/2022-02-31", "2022-01-07"},  // and what is none
  };
  for (const Row& row : rows) {
    EXPECT_EQ(to_text(read_folder_date(row.path, kTestRules)), row.expected) << row.path;
  }
}

TEST(PathDate, FoldersWithAPartOfADate) {
  const Row rows[] = {
      {"2022", "2022"},
      {"2022/01", "2022-01"},
      {"2022-01", "2022-01"},
      {"202201", "2022-01"},
      {"2022/January", "2022-01"},
      {"2022/sport/01/07", "2022"},  // parts must be next to each other
      {"2022/01/sport/07", "2022-01"},
      {"2022/13/01", "2022"},
      {"2021/2022/01", "2022-01"},
  };
  for (const Row& row : rows) {
    EXPECT_EQ(to_text(read_folder_date(row.path, kTestRules)), row.expected) << row.path;
  }
}

TEST(PathDate, FoldersWithoutADate) {
  for (const char* folder : {"", "news", "01/07", "January", "1200/01/07", "2024/01/07", "20221",
                             "ab20220107", "12345", "//", "2022x/01/07"}) {
    EXPECT_EQ(to_text(read_folder_date(folder, kTestRules)), "none") << folder;
  }
}

TEST(PathDate, FoldersWithAnImpossibleDate) {
  const Row rows[] = {
      {"2022/02/31", "date \"2022/02/31\" is not a day"},
      {"news/2022-02/30/x", "date \"2022-02/30\" is not a day"},
      {"2022-02-31", "date \"2022-02-31\" is not a day"},
  };
  for (const Row& row : rows) {
    EXPECT_EQ(to_text(read_folder_date(row.path, kTestRules)), row.expected) << row.path;
  }
}

}  // namespace
}  // namespace dateline
