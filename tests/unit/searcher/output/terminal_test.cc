#include "searcher/output/terminal.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <string>

#include "searcher/output/numbers.h"
#include "searcher/output/output.h"
#include "searcher/output/problem_text.h"

namespace dateline {
namespace {

TEST(Terminal, AFileHasNoColourUnlessItMust) {
  int ends[2];
  ASSERT_EQ(pipe(ends), 0);
  EXPECT_FALSE(terminal_of(ends[1], ColorChoice::Auto).color);
  EXPECT_TRUE(terminal_of(ends[1], ColorChoice::Always).color);
  EXPECT_FALSE(terminal_of(ends[1], ColorChoice::Never).color);
  EXPECT_FALSE(terminal_of(ends[1], ColorChoice::Auto).is_terminal);
  close(ends[0]);
  close(ends[1]);
}

TEST(Terminal, ColumnsComeFromTheEnvironmentWithinReason) {
  const std::pair<const char*, std::size_t> rows[] = {{"132", 132}, {"3", 20},  {"99999999", 1000},
                                                      {"x", 80},    {"-5", 80}, {"", 80}};
  for (const auto& [value, columns] : rows) {
    setenv("COLUMNS", value, 1);
    EXPECT_EQ(terminal_of(-1, ColorChoice::Auto).columns, columns) << value;
  }
  unsetenv("COLUMNS");
}

TEST(Numbers, AreReadable) {
  EXPECT_EQ(with_commas(0), "0");
  EXPECT_EQ(with_commas(999), "999");
  EXPECT_EQ(with_commas(1000), "1,000");
  EXPECT_EQ(with_commas(18446744073709551615u), "18,446,744,073,709,551,615");
  EXPECT_EQ(match_count({1, true}), "1 article matches");
  EXPECT_EQ(match_count({0, true}), "0 articles match");
  EXPECT_EQ(match_count({1234, false}), "about 1,200 articles match");
  EXPECT_EQ(match_count({97, false}), "about 97 articles match");
  EXPECT_EQ(byte_size(1), "1 byte");
  EXPECT_EQ(byte_size(318000000), "318.0 MB");
  EXPECT_EQ(byte_size(999999), "1.0 MB");
  EXPECT_EQ(byte_size(18446744073709551615u), "18.4 EB");
  EXPECT_EQ(duration(0.4213), "0.42 ms");
  EXPECT_EQ(duration(54.4), "54 ms");
  EXPECT_EQ(duration(1234.5), "1.23 s");
}

TEST(ProblemText, PutsACaretUnderTheColumn) {
  EXPECT_EQ(problem_text({"what", "why", 14}, "“北京” OR"),
            "dateline-search: what\n  “北京” OR\n         ^\nhint: why\n");
  EXPECT_EQ(problem_text({"what", "", 6}, "oil OR"), "dateline-search: what\n  oil OR\n       ^\n");
  EXPECT_EQ(problem_text({"what\x1b", "", {}}, "oil"), "dateline-search: what�\n");
  EXPECT_EQ(problem_text({"what", "", 1}, ""), "dateline-search: what\n");
}

TEST(ProblemText, ShowsWhatIsAroundTheColumnOfALongQuery) {
  const std::string query = std::string(1000, 'a') + " (" + std::string(1000, 'b');
  EXPECT_EQ(problem_text({"what", "", 1002}, query),
            "dateline-search: what\n  " + std::string(49, 'a') + " (" + std::string(25, 'b') +
                "\n  " + std::string(50, ' ') + "^\n");
}

TEST(Output, AReaderThatHasGoneIsNoError) {
  int ends[2];
  ASSERT_EQ(pipe(ends), 0);
  close(ends[0]);
  signal(SIGPIPE, SIG_IGN);
  Output out(ends[1], "the pipe");
  out.write("x");
  out.flush();
  EXPECT_TRUE(out.reader_gone());
  out.write(std::string(1 << 20, 'x'));
  out.flush();
  close(ends[1]);
}

TEST(Output, AFullDiskIsAnError) {
  std::FILE* full = std::fopen("/dev/full", "w");
  ASSERT_NE(full, nullptr);
  Output out(fileno(full), "the file");
  out.write("x");
  try {
    out.flush();
    FAIL() << "no error";
  } catch (const Error& error) {
    EXPECT_STREQ(error.what(), "cannot write to the file: No space left on device");
  }
  std::fclose(full);
}

}  // namespace
}  // namespace dateline
