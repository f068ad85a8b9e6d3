// dateline-search as its users meet it: forms of output, messages, exit status.

#include <nlohmann/json.hpp>

#include "tests/cli/program_test.h"

namespace dateline {
namespace {

using nlohmann::json;

class Search : public ProgramTest {
 protected:
  void SetUp() override {
    scratch.write("news/2022/01/07/a.txt",
                  " date 2022-01-07 The protests in Almaty went on. Oil prices rose.");
    scratch.write("news/wire/b.txt",
                  "Title: Gas, \"prices\"\nDate: 2021-06-01\nSource: Reuters\n\n"
                  "Gas prices fell. The price of oil rose.\n");
    scratch.write(kOdd, "No date here, only a protest about oil.\n");
    make_index();
  }

  ProgramRun ask(Arguments arguments, const ProgramSettings& settings = {}) const {
    arguments.insert(arguments.end(), {"--index", index});
    return search(arguments, settings);
  }

  const std::string kOdd = "news/caf\xE9\nx/c.txt";
};

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

/// The bytes that path_bytes stands for.
std::string unescaped(const std::string& text) {
  std::string bytes;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '%') {
      bytes += text[i];
      continue;
    }
    bytes += static_cast<char>(std::stoi(text.substr(i + 1, 2), nullptr, 16));
    i += 2;
  }
  return bytes;
}

std::string path_of(const json& hit) {
  return hit.contains("path_bytes") ? unescaped(hit["path_bytes"]) : hit["path"].get<std::string>();
}

TEST_F(Search, BadQueriesAndOptionsExitWith2) {
  const struct {
    Arguments arguments;
    const char* message;
  } rows[] = {
      {{""}, "dateline-search: the query is empty\n"},
      {{"   "}, "dateline-search: the query is empty\n"},
      {{"oil \"gas"}, "dateline-search: this quote is not closed\n  oil \"gas\n      ^\n"},
      {{"(oil"}, "dateline-search: this parenthesis is not closed\n"},
      {{"date:2022..2021"}, "dateline-search: date \"2022..2021\" is a range backwards\n"},
      {{"--from", "2022", "--to", "2021", "oil"},
       "dateline-search: --from 2022 is after --to 2021\n"},
      {{"--frobnicate", "oil"}, "dateline-search: unknown option --frobnicate\n"},
      {{"caf\xE9"}, "dateline-search: the query is not valid UTF-8\n"},
      {{"oil~3"},
       "dateline-search: \"oil~3\" is not understood: ~ is followed by 1 or 2\n  oil~3\n  ^\n"},
      {{}, "dateline-search: there is no query\n"},
  };
  for (const auto& row : rows) {
    const ProgramRun run = ask(row.arguments);
    EXPECT_EQ(run.status, 2) << row.message;
    EXPECT_EQ(run.err.rfind(row.message, 0), 0U) << run.err;
    EXPECT_EQ(run.out, "");
  }
}

TEST_F(Search, NoIndexIsAFailureAndSaysHowToMakeOne) {
  for (const std::string& folder : {scratch.path("gone"), scratch.path("news")}) {
    const ProgramRun run = search({"oil", "--index", folder});
    EXPECT_EQ(run.status, 3);
    EXPECT_NE(run.err.find("there is no index in " + folder), std::string::npos) << run.err;
    EXPECT_NE(run.err.find("dateline-index"), std::string::npos) << run.err;
  }
  EXPECT_EQ(search({"oil"}).status, 2);
}

TEST_F(Search, NothingFoundExitsWith1) {
  for (const char* form : {"text", "json", "jsonl", "csv", "paths"}) {
    EXPECT_EQ(ask({"zebra", "--format", form}).status, 1) << form;
  }
  EXPECT_EQ(ask({"zebra"}).out, "");
  EXPECT_EQ(ask({"--count", "zebra"}).status, 1);
  EXPECT_EQ(ask({"--count", "zebra"}).out, "0\n");
  EXPECT_EQ(ask({"--timeline", "year", "zebra"}).status, 1);
  EXPECT_EQ(ask({"--show", "99"}).status, 1);
  EXPECT_EQ(ask({"--show", "0"}).status, 1);
  EXPECT_EQ(ask({"--show", "4294967295"}).status, 1);
}

TEST_F(Search, JsonHoldsEveryHitWhole) {
  const ProgramRun run = ask({"oil", "--format", "json", "--sort", "oldest"});
  ASSERT_EQ(run.status, 0) << run.err;
  const json answer = json::parse(run.out);
  EXPECT_EQ(answer["schema"], 1);
  EXPECT_EQ(answer["total"], (json{{"count", 3}, {"exact", true}}));
  ASSERT_EQ(answer["hits"].size(), 3U);
  EXPECT_EQ(answer["hits"][0]["title"], "Gas, \"prices\"");
  EXPECT_EQ(answer["hits"][0]["source"], "Reuters");
  EXPECT_EQ(answer["hits"][0]["date"], "2021-06-01");
  EXPECT_EQ(answer["hits"][1]["date_source"], "header");
  EXPECT_EQ(answer["hits"][2]["date"], nullptr);
  EXPECT_EQ(path_of(answer["hits"][2]), scratch.path(kOdd)) << "not a byte of the path is lost";
  const json passage = answer["hits"][1]["passage"];
  const std::size_t begin = passage["highlights"][0][0], end = passage["highlights"][0][1];
  EXPECT_EQ(passage["text"].get<std::string>().substr(begin, end - begin), "Oil");
}

TEST_F(Search, EachLineOfJsonlIsAHit) {
  const auto lines = lines_of(ask({"oil", "--format", "jsonl"}).out);
  ASSERT_EQ(lines.size(), 3U);
  for (const std::string& line : lines) EXPECT_EQ(json::parse(line)["schema"], 1);
}

TEST_F(Search, CsvQuotesWhatMustBeQuoted) {
  const ProgramRun run = ask({"source:reuters", "--format", "csv"});
  EXPECT_EQ(
      run.out.rfind("rank,id,score,date,date_source,flags,headline,title,author,source,section,"
                    "url,path,path_bytes,passage\r\n1,",
                    0),
      0U)
      << run.out;
  EXPECT_NE(run.out.find(",\"Gas, \"\"prices\"\"\","), std::string::npos) << run.out;
  EXPECT_EQ(ask({"oil", "--timeline", "year", "--format", "csv"}).out,
            "period,first,last,count,all,share,burst,query\r\n"
            "2021,2021-01-01,2021-12-31,1,1,100.0000,0,oil\r\n"
            "2022,2022-01-01,2022-12-31,1,1,100.0000,0,oil\r\nundated,,,1,1,100.0000,0,oil\r\n");
}

TEST_F(Search, PathsAreBytes) {
  EXPECT_EQ(ask({"date:none", "--format", "paths"}).out, scratch.path(kOdd) + "\n");
  EXPECT_EQ(ask({"date:none", "-0"}).out, scratch.path(kOdd) + std::string("\0", 1));
}

TEST_F(Search, ColoursAreForTerminalsUnlessAskedFor) {
  const std::string escape = "\x1B[";
  EXPECT_EQ(ask({"oil"}).out.find(escape), std::string::npos);
  EXPECT_NE(ask({"oil", "--color", "always"}).out.find(escape), std::string::npos);
  EXPECT_EQ(ask({"oil", "--color", "never"}).out.find(escape), std::string::npos);
  ProgramSettings settings;
  settings.environment["NO_COLOR"] = "1";
  EXPECT_EQ(ask({"oil"}, settings).out.find(escape), std::string::npos);
}

TEST_F(Search, ShowPrintsAnArticleWithItsHighlights) {
  const json hit = json::parse(ask({"almaty", "--format", "jsonl"}).out);
  const std::string id = std::to_string(hit["id"].get<int>());
  const ProgramRun plain = ask({"--show", id, "oil"});
  EXPECT_EQ(plain.status, 0);
  EXPECT_NE(plain.out.find("The protests in Almaty went on. Oil prices rose."), std::string::npos)
      << plain.out;
  const ProgramRun coloured = ask({"--show", id, "oil", "--color", "always"});
  EXPECT_NE(coloured.out.find("mOil\x1B["), std::string::npos) << coloured.out;
  const json shown = json::parse(ask({"--show", id, "oil", "--format", "json"}).out);
  EXPECT_EQ(shown["text"], "The protests in Almaty went on. Oil prices rose.");
  EXPECT_EQ(shown["highlights"], (json{{32, 35}}));
}

TEST_F(Search, StatsCountTheIndex) {
  const json stats = json::parse(ask({"--stats", "--format", "json"}).out);
  EXPECT_EQ(stats["articles"], 3);
  EXPECT_EQ(stats["undated"], 1);
  EXPECT_EQ(stats["first_date"], "2021-06-01");
  EXPECT_EQ(stats["sources"].size(), 3U);
  EXPECT_EQ(ask({"--stats"}).status, 0);
}

TEST_F(Search, TimelineCountsAndExplainTellsTheTree) {
  const json timeline = json::parse(ask({"oil", "--timeline", "month", "--format", "json"}).out);
  EXPECT_EQ(timeline["bars"].size(), 8U) << "from 2021-06 to 2022-01";
  EXPECT_EQ(timeline["total"], 3);
  EXPECT_EQ(timeline["undated"], 1);
  const ProgramRun explained = search({"--explain", "oil -\"gas prices\""});
  EXPECT_EQ(explained.status, 0);
  EXPECT_EQ(explained.out, "and\n  word oil\n  not\n    phrase gas prices\n");
  EXPECT_EQ(search({"--explain", "oil and protest!"}).out,
            "and\n  word oil\n  word and\n  wildcard protest*\n"
            "note: column 5: \"and\" is searched as a word; AND is the operator\n"
            "note: column 9: protest! is any word that begins so, as protest* is; inside a word ! is "
            "one letter or none\n");
}

TEST_F(Search, BatchAnswersEveryLineAndTellsOfBadOnes) {
  ProgramSettings settings;
  settings.input = "oil\n\"gas\n\"oil prices\"\nzebra\n";
  const ProgramRun run = ask({"--batch", "-"}, settings);
  EXPECT_EQ(run.status, 1);
  const auto lines = lines_of(run.out);
  ASSERT_EQ(lines.size(), 4U) << run.out;
  EXPECT_EQ(json::parse(lines[0])["total"], 3);
  EXPECT_EQ(json::parse(lines[1])["error"]["message"], "this quote is not closed");
  EXPECT_EQ(json::parse(lines[2])["hits"].size(), 1U);
  EXPECT_EQ(json::parse(lines[3])["total"], 0);
  settings.input = "oil\n";
  EXPECT_EQ(ask({"--batch", "-"}, settings).status, 0);
  EXPECT_EQ(ask({"--batch", scratch.path("gone")}).status, 3);
}

TEST_F(Search, AFullDiskBehindTheOutputIsAFailure) {
  ProgramSettings settings;
  settings.output_file = "/dev/full";
  const ProgramRun run = ask({"oil"}, settings);
  EXPECT_EQ(run.status, 3);
  EXPECT_NE(run.err.find("No space left on device"), std::string::npos) << run.err;
}

TEST_F(Search, AReaderThatHasHadEnoughIsNoError) {
  const std::string command =
      "\"$0\" --batch \"$1\" --index \"$2\" | head -n 1 >/dev/null; exit \"${PIPESTATUS[0]}\"";
  std::string queries;
  for (int i = 0; i < 5000; ++i) queries += "oil\n";
  const std::string file = scratch.write("queries", queries);
  const ProgramRun run =
      run_program({"/bin/bash", "-c", command, DATELINE_SEARCH_PROGRAM, file, index});
  EXPECT_EQ(run.status, 0) << run.err;
  EXPECT_EQ(run.err, "");
}

TEST_F(Search, ABrokenSegmentIsNamed) {
  const std::string segment = index + "/segments/000001.glass";
  const std::string name = segment.substr(index.size() + 1);
  for (const std::string& content :
       {std::string(), std::string("garbage"), std::string(100'000, 'x')}) {
    scratch.write("index/" + name, content);
    const ProgramRun run = ask({"oil"});
    EXPECT_EQ(run.status, 3);
    EXPECT_NE(run.err.find(segment), std::string::npos) << run.err;
  }
  boost::filesystem::remove(segment);
  EXPECT_EQ(ask({"oil"}).status, 3);
  EXPECT_NE(ask({"oil"}).err.find(segment), std::string::npos);
}

TEST_F(Search, SynonymsOfAFileFindEachOther) {
  ScratchFolder files;
  files.write("synonyms", "# fuel\noil, crude\n");
  const std::string file = files.path("synonyms");
  EXPECT_EQ(search({"--explain", "oil", "--synonyms", file}).out,
            "or\n  word oil\n  word crude\nnote: column 1: \"oil\" also finds crude (--synonyms)\n");
  files.write("synonyms", "oil, crude\n\noil\n");
  const ProgramRun wrong = search({"--explain", "oil", "--synonyms", file});
  EXPECT_EQ(wrong.status, 2);
  EXPECT_EQ(wrong.err, "dateline-search: " + file +
                           ":3:1: a group needs two words or more, with commas between them\nhint: "
                           "write car, automobile, motor car, or nato => alliance, on a line\n");
}

TEST_F(Search, TheQueryLanguageHasAReference) {
  const ProgramRun help = search({"--help-query"});
  EXPECT_EQ(help.status, 0);
  EXPECT_NE(help.out.find("oil w/5 price"), std::string::npos);
}

}  // namespace
}  // namespace dateline
