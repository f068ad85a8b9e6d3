// dateline-index as its users meet it: summary, messages, exit status.

#include <sys/file.h>
#include <unistd.h>

#include <fstream>
#include <map>

#include "tests/cli/program_test.h"

namespace dateline {
namespace {

class Indexer : public ProgramTest {};

std::string content_of(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

/// The numbers of the summary by their names: "indexed" -> 3.
std::map<std::string, std::uint64_t> numbers_of(const std::string& summary) {
  std::map<std::string, std::uint64_t> numbers;
  std::istringstream lines(summary);
  for (std::string line; std::getline(lines, line);) {
    std::istringstream words(line);
    std::string name, value;
    words >> name >> value;
    value.erase(std::remove(value.begin(), value.end(), ','), value.end());
    if (!value.empty() && value.find_first_not_of("0123456789") == value.npos) {
      numbers[name] = std::stoull(value);
    }
  }
  return numbers;
}

TEST_F(Indexer, TheSummaryAccountsForEveryFile) {
  scratch.write("news/2022/01/07/a.txt", "Oil prices rose.");
  scratch.write("news/2022/01/07/b.txt", "Gas prices fell.");
  scratch.write("news/none.txt", "No date.");
  scratch.write("news/empty.txt", "");
  scratch.write("news/picture.txt", std::string("\x89PNG\r\n\x1A\n\0\0\0", 11));
  scratch.write("news/.hidden", "hidden");
  scratch.link("news/link.txt", "none.txt");
  scratch.link("news/broken.txt", "nowhere");
  scratch.make_fifo("news/fifo");
  const ProgramRun run = indexer({scratch.path("news"), "--index", index});
  EXPECT_EQ(run.status, 1) << "a broken link is a failure";
  auto numbers = numbers_of(run.out);
  EXPECT_EQ(numbers["found"], 9U) << run.out;
  EXPECT_EQ(numbers["indexed"], 3U);
  EXPECT_EQ(numbers["duplicate"], 1U);
  EXPECT_EQ(numbers["skipped"], 4U);
  EXPECT_EQ(numbers["failed"], 1U);
  EXPECT_EQ(numbers["found"], numbers["indexed"] + numbers["unchanged"] + numbers["duplicate"] +
                                  numbers["skipped"] + numbers["failed"]);
  EXPECT_NE(run.out.find("1 hidden, 1 not a regular file, 1 empty, 1 binary"), std::string::npos)
      << run.out;
  EXPECT_NE(run.out.find("dates       2022-01-07  to 2022-01-07"), std::string::npos);
  EXPECT_NE(run.err.find("/news/broken.txt: broken link"), std::string::npos) << run.err;
}

struct BadUsage {
  const char* name;
  std::vector<std::string> arguments;  ///< with @ for the scratch folder
  int status;
  const char* message;  ///< begins standard error, with @ too
};

TEST_F(Indexer, BadUsageIsToldAndNothingIsMade) {
  scratch.write("news/a.txt", "Oil.");
  scratch.write("file", "a file");
  const BadUsage rows[] = {
      {"missing folder",
       {"@/gone", "--index", "@/index"},
       2,
       "dateline-index: there is no folder @/gone"},
      {"file as a folder",
       {"@/file/", "--index", "@/index"},
       2,
       "dateline-index: there is no folder @/file/"},
      {"no folder", {"--index", "@/index"}, 2, "dateline-index: there is nothing to index\n"},
      {"no index", {"@/news"}, 2, "dateline-index: there is no index\n"},
      {"unknown option",
       {"@/news", "--index", "@/index", "--frobnicate"},
       2,
       "dateline-index: unknown option --frobnicate\n"},
      {"no such order",
       {"@/news", "--index", "@/index", "--date-order", "ymd"},
       2,
       "dateline-index: --date-order \"ymd\" is none of dmy, mdy\n"},
      {"no jobs",
       {"@/news", "--index", "@/index", "--jobs", "0"},
       2,
       "dateline-index: --jobs 0 is not from 1 to 1024\n"},
      {"bad size",
       {"@/news", "--index", "@/index", "--memory", "much"},
       2,
       "dateline-index: --memory \"much\" is not a size\n"},
      {"no such language",
       {"@/news", "--index", "@/index", "--language", "klingon"},
       2,
       "dateline-index: no stemmer for language \"klingon\""},
      {"no list",
       {"--files-from", "@/gone", "--index", "@/index"},
       2,
       "dateline-index: @/gone: cannot read the list of files"},
      {"index is a file",
       {"@/news", "--index", "@/file"},
       3,
       "dateline-index: @/file is a file, not a folder for an index"},
      {"nothing to dump",
       {"--dump", "--index", "@/index"},
       3,
       "dateline-index: there is no index in @/index"},
  };
  const auto placed = [&](std::string text) {
    for (std::size_t at = text.find('@'); at != text.npos; at = text.find('@')) {
      text.replace(at, 1, scratch.path());
    }
    return text;
  };
  for (const BadUsage& row : rows) {
    std::vector<std::string> arguments;
    for (const std::string& argument : row.arguments) arguments.push_back(placed(argument));
    const ProgramRun run = indexer(arguments);
    EXPECT_EQ(run.status, row.status) << row.name << ": " << run.err;
    EXPECT_EQ(run.err.rfind(placed(row.message), 0), 0U) << row.name << ": " << run.err;
    EXPECT_EQ(run.out, "") << row.name;
    EXPECT_FALSE(boost::filesystem::exists(index)) << row.name;
  }
  EXPECT_EQ(content_of(scratch.path("file")), "a file");
}

TEST_F(Indexer, OneMissingFolderAmongOthersFailsAndTheRestIsIndexed) {
  scratch.write("news/a.txt", "Oil.");
  const ProgramRun run = indexer({scratch.path("news"), scratch.path("gone"), "--index", index});
  EXPECT_EQ(run.status, 1);
  EXPECT_NE(run.err.find(scratch.path("gone") + ": missing"), std::string::npos) << run.err;
  EXPECT_EQ(found("oil").size(), 1U);
}

TEST_F(Indexer, AFileInPlaceOfAFolderIsIndexedAsOne) {
  const std::string file = scratch.write("a.txt", "Oil.");
  EXPECT_EQ(indexer({file, "--index", index}).status, 0);
  EXPECT_EQ(found("oil"), Arguments{file});
}

TEST_F(Indexer, AFolderThatIsSomethingElseIsNotTouched) {
  scratch.write("news/a.txt", "Oil.");
  scratch.write("index/thesis.doc", "years of work");
  const ProgramRun run = indexer({scratch.path("news"), "--index", index});
  EXPECT_EQ(run.status, 3);
  EXPECT_EQ(run.err.rfind("dateline-index: " + index + " holds something else than an index", 0),
            0U)
      << run.err;
  EXPECT_EQ(content_of(index + "/thesis.doc"), "years of work");
  const boost::filesystem::directory_iterator begin(index), end;
  EXPECT_EQ(std::distance(begin, end), 1);
}

TEST_F(Indexer, AManifestOfAnotherProgramIsNotTouched) {
  scratch.write("news/a.txt", "Oil.");
  scratch.write("index/manifest.json", "{\"name\": \"a web page\"}");
  scratch.write("index/segments/mine", "mine");
  EXPECT_EQ(indexer({scratch.path("news"), "--index", index}).status, 3);
  EXPECT_EQ(content_of(index + "/manifest.json"), "{\"name\": \"a web page\"}");
  EXPECT_EQ(content_of(index + "/segments/mine"), "mine");
  EXPECT_EQ(search({"oil", "--index", index}).status, 3);
}

TEST_F(Indexer, ANewerFormatIsRefusedByBothPrograms) {
  scratch.write("news/a.txt", "Oil.");
  make_index();
  std::string manifest = content_of(index + "/manifest.json");
  manifest.replace(manifest.find("\"format\": 7"), 11, "\"format\": 9");
  manifest.replace(manifest.find("\"checksum\""), 10, "\"elsewhere\"");
  scratch.write("index/manifest.json", manifest);
  for (const ProgramRun& run :
       {indexer({scratch.path("news"), "--index", index}), search({"oil", "--index", index})}) {
    EXPECT_EQ(run.status, 3);
    EXPECT_NE(run.err.find(index + " has index format 9; this program reads and writes format 7"),
              std::string::npos)
        << run.err;
    EXPECT_NE(run.err.find("newer version"), std::string::npos) << run.err;
  }
  EXPECT_EQ(content_of(index + "/manifest.json"), manifest);
}

TEST_F(Indexer, ASecondOneIsTurnedAwayWhileSearchingGoesOn) {
  scratch.write("news/a.txt", "Oil.");
  make_index();
  std::ofstream(index + "/lock") << "process 4711 on newsdesk";
  const int lock = ::open((index + "/lock").c_str(), O_RDWR | O_CLOEXEC);
  ASSERT_EQ(::flock(lock, LOCK_EX | LOCK_NB), 0);
  const ProgramRun run = indexer({scratch.path("news"), "--index", index});
  EXPECT_EQ(run.status, 3);
  EXPECT_EQ(run.err.rfind("dateline-index: the index in " + index +
                              " is being written by process 4711 on newsdesk",
                          0),
            0U)
      << run.err;
  EXPECT_EQ(search({"oil", "--index", index}).status, 0);
  ::close(lock);
  make_index();
}

TEST_F(Indexer, WhatCannotBeReadIsToldAndItsArticlesStay) {
  for (const char* name : {"a.txt", "locked/b.txt", "locked/deep/c.txt", "d.txt"}) {
    scratch.write(std::string("news/") + name, "Oil.");
  }
  const auto run_as_nobody = [&] {
    return indexer({scratch.path("news"), "--index", index},
                   ProgramSettings{"", {}, "", "/", true});
  };
  boost::filesystem::permissions(scratch.path(), boost::filesystem::all_all);
  ASSERT_EQ(run_as_nobody().status, 0);
  const auto none = boost::filesystem::no_perms;
  boost::filesystem::permissions(scratch.path("news/locked"), none);
  scratch.write("news/d.txt", "Oil and gas.");
  boost::filesystem::permissions(scratch.path("news/d.txt"), none);
  const ProgramRun run = run_as_nobody();
  boost::filesystem::permissions(scratch.path("news/locked"), boost::filesystem::owner_all);
  EXPECT_EQ(run.status, 1);
  EXPECT_EQ(numbers_of(run.out)["failed"], 2U) << run.out;
  EXPECT_EQ(numbers_of(run.out)["removed"], 0U) << run.out;
  EXPECT_NE(run.err.find("/news/locked: unreadable (Permission denied)"), std::string::npos)
      << run.err;
  EXPECT_NE(run.err.find("/news/d.txt: unreadable (Permission denied)"), std::string::npos)
      << run.err;
  EXPECT_EQ(found("oil").size(), 4U);
}

TEST_F(Indexer, NamesMayHoldAnything) {
  Arguments paths;
  for (const std::string& name :
       {std::string(" a b "), std::string("new\nline.txt"), std::string("caf\xE9/\xFF.txt"),
        std::string("[x]/{y}/*?.txt"), std::string("-q"), std::string("'\"\\")}) {
    paths.push_back(scratch.write("news/" + name, "Oil."));
  }
  std::sort(paths.begin(), paths.end());
  make_index();
  EXPECT_EQ(found("oil"), paths);
}

TEST_F(Indexer, FoldersMayHaveAnyName) {
  for (const char* name : {"[x]", "[a,b]", "{c}", "caf\xE9"}) {
    const std::string file = scratch.write(std::string(name) + "/a.txt", "Oil.");
    const std::string own = scratch.path("index of ") + name;
    const ProgramRun run =
        indexer({name, "--index", own}, ProgramSettings{"", {}, "", scratch.path(), false});
    EXPECT_EQ(run.status, 0) << name << ": " << run.err;
    EXPECT_EQ(search({"oil", "--index", own, "--format", "paths"}).out, file + "\n");
  }
}

TEST_F(Indexer, GlobsMayBeSetsAndAreTakenAsTheyStand) {
  for (const char* name : {"a", "b", "c", "x,y"})
    scratch.write(std::string("news/") + name, "Oil.");
  make_index({"--include", "[ab]", "--include", "x,y"});
  EXPECT_EQ(found("oil"),
            (Arguments{scratch.path("news/a"), scratch.path("news/b"), scratch.path("news/x,y")}));
  make_index({"--exclude", "[a-b]"});
  EXPECT_EQ(found("oil"), (Arguments{scratch.path("news/c"), scratch.path("news/x,y")}));
}

TEST_F(Indexer, AWordOf10000LettersIsFoundAndNoOtherForIt) {
  const std::string word(10'000, 'w');
  scratch.write("news/a.txt", "Here " + word + " stands.");
  make_index();
  EXPECT_EQ(found(word).size(), 1U);
  EXPECT_EQ(found('"' + word + '"').size(), 1U);
  EXPECT_EQ(found(word.substr(1)).size(), 0U);
  EXPECT_EQ(found(word.substr(1) + "x").size(), 0U);
}

TEST_F(Indexer, AnArticleOf100MegabytesIsTooLargeUnlessAllowed) {
  std::ofstream out(scratch.write("news/large.txt", " date 2022-01-07 "), std::ios::app);
  const std::string line =
      "The quick brown fox jumps over the lazy dog while oil prices rise again.\n";
  for (int i = 0; i < 1'400'000; ++i) out << line;
  out.close();
  scratch.write("news/small.txt", "Small.");
  const ProgramRun run = indexer({scratch.path("news"), "--index", index, "-v"});
  EXPECT_EQ(run.status, 0);
  EXPECT_NE(run.out.find("1 too large"), std::string::npos) << run.out;
  EXPECT_NE(run.err.find("/news/large.txt: too large"), std::string::npos) << run.err;
  EXPECT_EQ(found("fox").size(), 0U);
}

TEST_F(Indexer, EncodingsAreReadAsWhatTheyAre) {
  const auto utf16 = [](const std::string& ascii, bool big) {
    std::string bytes = big ? "\xFE\xFF" : "\xFF\xFE";
    for (const char c : ascii) bytes += big ? std::string("\0", 1) + c : c + std::string("\0", 1);
    return bytes;
  };
  scratch.write("news/big", utf16("Date: 2022-01-07\r\n\r\nZebra one.", true));
  scratch.write("news/little", utf16("Date: 2022-01-07\n\nZebra two.", false));
  scratch.write("news/windows",
                "Date: 2022-01-07\r\n\r\nZebra caf\xE9 \x93quoted\x94 na\xEFve.\r\n");
  scratch.write("news/bom",
                "\xEF\xBB\xBF"
                "Date: 2022-01-07\n\nZebra four.");
  scratch.write("news/nul", std::string("Date: 2022-01-07\n\nZe\0bra five.", 30));
  make_index();
  EXPECT_EQ(found("zebra date:2022-01-07").size(), 5U);
  EXPECT_EQ(found("café naive \"quoted naïve\""), Arguments{scratch.path("news/windows")});
  EXPECT_EQ(found("one"), Arguments{scratch.path("news/big")});
}

TEST_F(Indexer, FilesFromAListAreSeparatedByNewlineOrNul) {
  const std::string a = scratch.write("a b", "Oil."), b = scratch.write("c\nd", "Oil.");
  scratch.write("news/not listed", "Oil.");
  ProgramSettings settings;
  settings.input = a + "\n";
  EXPECT_EQ(indexer({"--files-from", "-", "--index", index}, settings).status, 0);
  EXPECT_EQ(found("oil"), Arguments{a});
  const std::string list =
      scratch.write("list", a + std::string("\0", 1) + b + std::string("\0", 1));
  EXPECT_EQ(indexer({"--files-from", list, "--index", index}).status, 0);
  EXPECT_EQ(found("oil"), (Arguments{a, b}));
  settings.input = scratch.path("gone") + "\n";
  const ProgramRun run = indexer({"--files-from", "-", "--index", index}, settings);
  EXPECT_EQ(run.status, 1);
  EXPECT_NE(run.err.find("gone: missing"), std::string::npos) << run.err;
  EXPECT_EQ(found("oil").size(), 2U);
}

TEST_F(Indexer, TheIndexMayBeInTheEnvironment) {
  scratch.write("news/a.txt", "Oil.");
  ProgramSettings settings;
  settings.environment["DATELINE_INDEX"] = index;
  EXPECT_EQ(indexer({scratch.path("news")}, settings).status, 0);
  EXPECT_EQ(search({"--count", "oil"}, settings).out, "1\n");
}

TEST_F(Indexer, QuietSaysNothingAndVerboseSaysWhatIsSkipped) {
  scratch.write("news/a.txt", "Oil.");
  scratch.write("news/empty.txt", "");
  const ProgramRun quiet = indexer({scratch.path("news"), "--index", index, "-q"});
  EXPECT_EQ(quiet.status, 0);
  EXPECT_EQ(quiet.out + quiet.err, "");
  const ProgramRun verbose = indexer({scratch.path("news"), "--index", index, "-v"});
  EXPECT_EQ(verbose.err, scratch.path("news/empty.txt") + ": empty\n");
  EXPECT_NE(content_of(index + "/log/index.log").find("empty.txt: empty"), std::string::npos);
}

TEST_F(Indexer, DumpPrintsArticlesAndTerms) {
  scratch.write("news/a b.txt", " date 2022-01-07 Oil prices.");
  make_index();
  const ProgramRun run = indexer({"--dump", "--index", index});
  EXPECT_EQ(run.status, 0);
  EXPECT_EQ(run.out.rfind("article 1 a\\x20b.txt date 2022-01-07 from 1 flags 0 text ", 0), 0U)
      << run.out;
  EXPECT_NE(run.out.find("\nterm D20220107 1:0\n"), std::string::npos) << run.out;
  EXPECT_NE(run.out.find("\nterm price 1:1\n"), std::string::npos) << run.out;
}

TEST_F(Indexer, AFullDiskBehindTheOutputIsToldAndTheIndexIsThere) {
  scratch.write("news/a.txt", "Oil.");
  ProgramSettings settings;
  settings.output_file = "/dev/full";
  const ProgramRun run = indexer({scratch.path("news"), "--index", index}, settings);
  EXPECT_EQ(run.status, 3);
  EXPECT_NE(run.err.find("standard output"), std::string::npos) << run.err;
  EXPECT_EQ(indexer({"--dump", "--index", index}, settings).status, 3);
  EXPECT_EQ(found("oil").size(), 1U);
}

}  // namespace
}  // namespace dateline
