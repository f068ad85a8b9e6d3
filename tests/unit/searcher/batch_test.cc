#include "searcher/batch.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <string>
#include <vector>

#include "common/error.h"

#include "searcher/query/parser.h"

namespace dateline {
namespace {

/// A pipe.
struct Pipe {
  Pipe() { EXPECT_EQ(pipe(ends.data()), 0); }
  ~Pipe() {
    close(ends[0]);
    close_input();
  }
  void write(const std::string& text) {
    EXPECT_EQ(::write(ends[1], text.data(), text.size()), static_cast<ssize_t>(text.size()));
  }
  void close_input() {
    if (ends[1] >= 0) close(ends[1]);
    ends[1] = -1;
  }
  std::string read_all() {
    close_input();
    std::string text(1 << 20, '\0');
    std::size_t filled = 0;
    for (ssize_t count = 1; count > 0;) {
      count = ::read(ends[0], text.data() + filled, text.size() - filled);
      filled += static_cast<std::size_t>(std::max<ssize_t>(count, 0));
    }
    text.resize(filled);
    return text;
  }
  std::array<int, 2> ends{};
};

/// Finds one article whose path is the tree it was asked for.
SearchResults echo(const BatchLine& line) {
  const SearchRequest& request = line.request;
  Hit hit;
  hit.id = request.limit;
  hit.path = to_text(request.query);
  hit.article.title = "T";
  SearchResults results;
  results.total = {1, request.exact};
  results.hits = {hit};
  return results;
}

struct Answered {
  bool all_understood;
  std::string output;
};

/// `text` with every time as 0.
std::string without_times(std::string text) {
  const std::string field = "\"ms\":";
  for (std::size_t at = text.find(field); at != std::string::npos; at = text.find(field, at + 1)) {
    const std::size_t begin = at + field.size();
    text.replace(begin, text.find(',', begin) - begin, "0");
  }
  return text;
}

ReadLine reader(const BatchSettings& settings) {
  return [settings](const std::string& line) { return read_batch_line(line, settings); };
}

Answered run(const std::string& input, const BatchSettings& settings = {},
             const std::optional<TrecQuery>& run = {}) {
  Pipe in, out;
  in.write(input);
  in.close_input();
  Output output(out.ends[1], "the pipe");
  const bool all = run_batch(in.ends[0], "the input", reader(settings), echo, run, output);
  output.flush();
  return {all, without_times(out.read_all())};
}

std::string line(const std::string& query, const std::string& tree) {
  return R"({"schema":1,"query":")" + query +
         R"(","total":1,"exact":false,"ms":0,"hits":[{"id":10,"date":null,"headline":"T","path":")" +
         tree + R"(","score":0.0}]})" + "\n";
}

TEST(Batch, AnswersEachLineAndGoesOnAfterABadOne) {
  const Answered answered = run("oil\ngas OR\r\ncoal\r\n\nlast");
  EXPECT_FALSE(answered.all_understood);
  const std::string hint =
      "AND, OR and NOT in capitals are operators; write them small to search for the words";
  EXPECT_EQ(
      answered.output,
      line("oil", "(word oil)") +
          R"({"schema":1,"query":"gas OR","error":{"message":"nothing to search for follows OR",)" +
          R"("hint":")" + hint + R"(","column":5}})" + "\n" + line("coal", "(word coal)") +
          R"({"schema":1,"query":"","error":{"message":"the query is empty",)" +
          R"("hint":"give a word to search for","column":1}})" + "\n" +
          line("last", "(word last)"));
}

TEST(Batch, SettingsHoldForEveryLine) {
  BatchSettings settings;
  settings.today = Date{2022, 1, 7};
  settings.request.query = with_date_range(Node{}, {{2021, 1, 1}, kLatestDate});
  const Answered answered = run("date:today\n", settings);
  EXPECT_TRUE(answered.all_understood);
  EXPECT_EQ(answered.output, line("date:today", "(and (date 2022-01-07) (date 2021-01-01..))"));
}

TEST(Batch, ARunHasTheIdsOfItsLines) {
  const TrecQuery form{"", "bm25", {}};
  const Answered answered = run("q1\toil\nno id\nq2\tgas OR\nq3\t  coal\n", {}, form);
  EXPECT_FALSE(answered.all_understood);
  EXPECT_EQ(answered.output,
            "q1 Q0 (word%20oil) 1 1.000000000 bm25\nq3 Q0 (word%20coal) 1 1.000000000 bm25\n");
}

TEST(Batch, NothingInNothingOut) {
  EXPECT_EQ(run("").output, "");
  EXPECT_TRUE(run("").all_understood);
}

TEST(Batch, AnAnswerComesBeforeTheNextQuestion) {
  Pipe in, out;
  Output output(out.ends[1], "the pipe");
  int asked = 0;
  const SearchLine search = [&](const BatchLine& line) {
    if (++asked < 3) in.write("next\n");
    if (asked == 3) in.close_input();
    if (asked > 1) {  // the answer to the last question is already in the pipe
      char byte = 0;
      EXPECT_EQ(::read(out.ends[0], &byte, 1), 1);
      EXPECT_EQ(byte, '{');
      while (byte != '\n') EXPECT_EQ(::read(out.ends[0], &byte, 1), 1);
    }
    return echo(line);
  };
  in.write("first\n");
  EXPECT_TRUE(run_batch(in.ends[0], "the input", reader({}), search, {}, output));
  EXPECT_EQ(asked, 3);
}

TEST(Batch, ALineTooLongIsRefusedAndTheNextOneRead) {
  const std::string path = testing::TempDir() + "long_line.txt";
  std::FILE* file = std::fopen(path.c_str(), "w+");
  ASSERT_NE(file, nullptr);
  std::fputs((std::string(3000000, 'a') + "\nb\n").c_str(), file);
  std::rewind(file);
  Pipe out;
  Output output(out.ends[1], "the pipe");
  std::vector<std::string> asked;
  const SearchLine search = [&](const BatchLine& line) {
    asked.push_back(to_text(line.request.query));
    return echo(line);
  };
  fcntl(out.ends[1], F_SETPIPE_SZ, 1 << 20);
  EXPECT_FALSE(run_batch(fileno(file), path, reader({}), search, {}, output));
  EXPECT_EQ(asked, std::vector<std::string>{"(word b)"});
  std::fclose(file);
  std::remove(path.c_str());
}

TEST(Batch, AnInputThatCannotBeReadIsAnError) {
  Output output(-1, "nowhere");
  EXPECT_THROW(run_batch(-1, "the input", reader({}), echo, {}, output), Error);
}

}  // namespace
}  // namespace dateline
