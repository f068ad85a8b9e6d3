// What a run tells of itself afterwards, runs that end early, and runs that only look.
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <fstream>
#include <nlohmann/json.hpp>

#include "tests/cli/program_test.h"

namespace dateline {
namespace {

using nlohmann::json;

class Report : public ProgramTest {
 protected:
  json report(const Arguments& more = {}) const {
    Arguments arguments{"--report", "--format", "json", "--index", index};
    arguments.insert(arguments.end(), more.begin(), more.end());
    const ProgramRun run = indexer(arguments);
    EXPECT_EQ(run.status, 0) << run.err;
    return json::parse(run.out);
  }
  ProgramRun run_index(const Arguments& more = {}) const {
    Arguments arguments{scratch.path("news"), "--index", index, "-q"};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return indexer(arguments);
  }
  void write_articles(int count) const {
    for (int i = 0; i < count; ++i) {
      scratch.write("news/" + std::to_string(i) + ".txt",
                    " date 2022-01-07 Article number " + std::to_string(i) + " on oil prices.");
    }
  }
};

TEST_F(Report, AccountsForEveryFileWithReasonStageAndAdvice) {
  write_articles(3);
  scratch.write("news/empty.txt", "");
  scratch.write("news/undated.txt", "Nothing here says when it was written.");
  scratch.link("news/broken.txt", "nowhere");
  EXPECT_EQ(run_index().status, 1);
  const json told = report();
  EXPECT_EQ(told["run"], 1);
  EXPECT_EQ(told["end"], "done");
  const json& counts = told["counts"];
  EXPECT_EQ(counts["found"], 6);
  EXPECT_EQ(counts["indexed"], 4);
  EXPECT_EQ(counts["skipped"], 1);
  EXPECT_EQ(counts["failed"], 1);
  EXPECT_EQ(told["dates"]["none"], 1);
  EXPECT_EQ(told["reasons"]["broken link"], 1);

  std::ifstream lines(index + "/report/000001.files.jsonl");
  std::map<std::string, json> by_name;
  for (std::string line; std::getline(lines, line);) {
    const json entry = json::parse(line);
    const std::string path = entry["path"];
    by_name[path.substr(path.rfind('/') + 1)] = entry;
  }
  ASSERT_EQ(by_name.size(), 3U);
  EXPECT_EQ(by_name["empty.txt"]["fate"], "skipped");
  EXPECT_EQ(by_name["empty.txt"]["why"], "empty");
  EXPECT_EQ(by_name["empty.txt"]["stage"], "decode");
  EXPECT_EQ(by_name["undated.txt"]["why"], "no date");
  EXPECT_EQ(by_name["broken.txt"]["fate"], "failed");
  for (const auto& [name, entry] : by_name) EXPECT_NE(entry["advice"], "") << name;

  const ProgramRun page = indexer({"--report", "1", "--index", index});
  EXPECT_NE(page.out.find("Run 1 of dateline-index"), std::string::npos) << page.out;
  EXPECT_NE(page.out.find("failed, broken link: 1\n"), std::string::npos) << page.out;
  EXPECT_NE(page.out.find("indexed, no date: 1\n"), std::string::npos) << page.out;
  EXPECT_EQ(indexer({"--report", "7", "--index", index}).status, 2);
}

TEST_F(Report, TellsWhereAnArticleHasMoreNamesThanAreKept) {
  std::string text = " date 2022-01-07 President Angela Merkel spoke in Berlin.\n\n";
  for (int i = 0; i < 27 * 27 * 27 * 7; ++i) {
    std::string name;
    for (int rest = i; rest > 0; rest /= 27) name += static_cast<char>('a' + rest % 27 % 26);
    text += "Mr. Peter B" + name + std::to_string(i) + "son said so.\n";
  }
  scratch.write("news/list.txt", text);
  EXPECT_EQ(run_index({"--entities", "on"}).status, 0);
  const json told = report();
  EXPECT_EQ(told["counts"]["indexed"], 1);
  EXPECT_EQ(told["names_cut"], 1);
  const ProgramRun page = indexer({"--report", "--index", index});
  EXPECT_NE(page.out.find("indexed, names cut: 1\n"), std::string::npos) << page.out;
  EXPECT_EQ(found("person:merkel").size(), 1U) << "that of the lead is kept";
  const json article = json::parse(search({"--show", "1", "--format", "json", "--index", index}).out);
  EXPECT_EQ(article["flags"], json{"names_cut"});
}

TEST_F(Report, FailedFilesAreListedAndReadAgain) {
  write_articles(2);
  const std::string odd = "news/odd \n name.txt";
  scratch.link(odd, scratch.path("target.txt"));
  EXPECT_EQ(run_index().status, 1);
  const ProgramRun failed = indexer({"--failed", "-0", "--index", index});
  EXPECT_EQ(failed.status, 0);
  EXPECT_EQ(failed.out, scratch.path(odd) + '\0');

  EXPECT_EQ(indexer({"--retry-failed", "-q", "--index", index}).status, 1) << "still broken";
  scratch.write("target.txt", " date 2022-01-09 What was missing has come.");
  const ProgramRun again = indexer({"--retry-failed", "--index", index});
  EXPECT_EQ(again.status, 0) << again.err;
  EXPECT_EQ(found("missing").size(), 1U);
  EXPECT_EQ(report()["counts"]["found"], 1) << "only what had failed";
  EXPECT_EQ(found("oil").size(), 2U) << "nothing else is taken for gone";
  EXPECT_EQ(indexer({"--failed", "--index", index}).status, 1);
  EXPECT_EQ(indexer({"--retry-failed", "--index", index}).out, "nothing to read again\n");
}

TEST_F(Report, ADryRunSaysWhatARunDoesAndWritesNothing) {
  write_articles(3);
  const ProgramRun before = indexer({scratch.path("news"), "--index", index, "--dry-run"});
  EXPECT_EQ(before.status, 0) << before.err;
  EXPECT_NE(before.out.find("indexed              3"), std::string::npos) << before.out;
  EXPECT_FALSE(boost::filesystem::exists(index));
  ASSERT_EQ(run_index().status, 0);
  boost::filesystem::remove(scratch.path("news/0.txt"));
  scratch.write("news/1.txt", " date 2022-01-08 Changed.");
  const ProgramRun after =
      indexer({scratch.path("news"), "--index", index, "--dry-run", "--verbose"});
  EXPECT_NE(after.out.find("news/0.txt: removed\n"), std::string::npos) << after.out;
  EXPECT_NE(after.out.find("news/1.txt: changed\n"), std::string::npos) << after.out;
  EXPECT_EQ(found("oil").size(), 3U);
}

/// Starts the indexer and sends it a signal once it has the lock; its exit status.
int stopped_by(int signal, std::vector<std::string> arguments, const std::string& index) {
  arguments.insert(arguments.begin(), DATELINE_INDEX_PROGRAM);
  const pid_t child = fork();
  if (child == 0) {
    std::vector<char*> argv;
    for (std::string& argument : arguments) argv.push_back(argument.data());
    argv.push_back(nullptr);
    execv(argv[0], argv.data());
    _exit(127);
  }
  for (int i = 0; i < 2000 && !boost::filesystem::exists(index + "/report"); ++i) usleep(1000);
  kill(child, signal);
  int status = 0;
  waitpid(child, &status, 0);
  return WIFEXITED(status) ? WEXITSTATUS(status) : 1000 + WTERMSIG(status);
}

TEST_F(Report, ASignalEndsARunInOrderAndTheNextGoesOn) {
  write_articles(3000);
  const int status =
      stopped_by(SIGTERM, {scratch.path("news"), "--index", index, "-q", "-j", "1"}, index);
  // A fast machine may be done before the signal comes.
  ASSERT_TRUE(status == 143 || status == 0) << status;
  const json told = report();
  EXPECT_EQ(told["end"], status == 143 ? "stopped" : "done");
  if (status == 143) {
    EXPECT_EQ(told["why"], "by SIGTERM");
  }
  const json& counts = told["counts"];
  EXPECT_EQ(counts["found"].get<int>(),
            counts["indexed"].get<int>() + counts["skipped"].get<int>());
  EXPECT_EQ(run_index().status, 0);
  const json rest = report();
  EXPECT_EQ(rest["counts"]["found"], 3000);
  EXPECT_EQ(rest["counts"]["unchanged"], counts["indexed"]) << "nothing is done again";
  EXPECT_EQ(search({"oil", "--count", "--index", index}).out, "3000\n");
}

TEST_F(Report, AnOptionForTimeThatIsNoneIsRefused) {
  write_articles(1);
  EXPECT_EQ(run_index({"--max-time", "soon"}).status, 2);
  EXPECT_EQ(run_index({"--until", "25:00"}).status, 2);
  EXPECT_EQ(run_index({"--max-time", "1h", "--until", "06:00", "--nice"}).status, 0);
}

TEST_F(Report, ASecondIndexerWaitsIfToldTo) {
  write_articles(1);
  ASSERT_EQ(run_index().status, 0);
  // The shell holds the lock for half a second.
  const std::string hold = "flock " + index + "/lock sleep 0.5 & sleep 0.1; ";
  const std::string program = std::string(DATELINE_INDEX_PROGRAM) + ' ' + scratch.path("news") +
                              " -q --index " + index;
  EXPECT_EQ(run_program({"/bin/bash", "-c", hold + program + "; s=$?; wait; exit $s"}).status, 3);
  EXPECT_EQ(run_program({"/bin/bash", "-c", hold + program + " --wait; s=$?; wait; exit $s"}).status,
            0);
}

TEST_F(Report, ProgressCanBeLinesOfJson) {
  write_articles(1);
  const ProgramRun run = run_index({"--progress", "json"});
  EXPECT_EQ(run.status, 0);
  std::istringstream lines(run.err);
  for (std::string line; std::getline(lines, line);) {
    EXPECT_TRUE(json::parse(line).contains("files")) << line;
  }
  EXPECT_EQ(run_index({"--progress", "xml"}).status, 2);
}

}  // namespace
}  // namespace dateline
