#include "common/source_name.h"

#include <gtest/gtest.h>

namespace dateline {
namespace {

TEST(SourceName, IsTheHeadersThenAFoldersThenTheRoots) {
  const struct {
    const char* header;
    const char* root;
    const char* path;
    const char* expected;
  } rows[] = {
      {"Reuters", "/data/news", "guardian/x.txt", "Reuters"},
      {"", "/data/news", "guardian/2022/01/x.txt", "guardian"},
      {"", "/data/news", "2022/01/07/x.txt", "news"},
      {"", "/data/news", "2022-01/guardian/x.txt", "guardian"},
      {"", "/data/news", "2022_01.07/x.txt", "news"},
      {"", "/data/news", "x.txt", "news"},
      {"", "/data/news/", "x.txt", "news"},
      {"", "/data/news", "7days/x.txt", "7days"},
      {"", "/", "data/x.txt", "data"},
      {"", "/", "x.txt", ""},
      {"", "/data/single.txt", "", "single.txt"},
  };
  for (const auto& row : rows) {
    EXPECT_EQ(source_name(row.header, row.root, row.path), row.expected)
        << row.root << " " << row.path;
  }
}

}  // namespace
}  // namespace dateline
