// Articles to an index: which names it then holds of them, however it was made.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "common/index/snapshot.h"
#include "tests/support/archive.h"
#include "tests/support/indexing.h"

namespace dateline {
namespace {

constexpr const char* kStory =
    "Date: 2022-01-07\n\nVladimir Putin and Kassym-Jomart Tokayev met in Moscow. The United "
    "Nations "
    "was told of it. It was late in the evening when the long meeting came to its end, and nobody "
    "spoke to the press about what had been said in it that day.\n\nMr Tokayev then left Moscow.\n";

std::vector<std::string> names_of(Snapshot& snapshot, Xapian::docid document) {
  std::vector<std::string> names;
  for (const ArticleName& name : snapshot.article(document).names) {
    names.push_back(typed_name(name.type, name.name) + ' ' + std::to_string(name.count) +
                    (name.in_lead ? " lead" : ""));
  }
  return names;
}

/// The names of all segments, with how many articles have them.
std::vector<std::string> names_of_index(Snapshot snapshot) {
  std::vector<std::string> names;
  for (std::size_t segment = 0; segment < snapshot.parts().size(); ++segment) {
    NameTable& table = snapshot.names(segment);
    for (std::uint32_t id = 0; id < table.size(); ++id) {
      const NameTable::Name name = table.name(id);
      std::vector<std::uint32_t> articles;
      table.append_articles(id, articles);
      EXPECT_EQ(articles.size(), name.articles);
      names.push_back(typed_name(name.type, name.name) + ' ' + std::to_string(name.articles));
    }
  }
  return names;
}

TEST(NameIndex, HoldsNamesWithTheirArticlesAndArticlesWithTheirNames) {
  Archive archive;
  const ScratchFolder out;
  archive.write("a.txt", kStory);
  index_articles(with_names(run_over({archive.path()}, out.path("index"))));
  Snapshot snapshot(out.path("index"));
  EXPECT_EQ(names_of_index(Snapshot(out.path("index"))),
            (std::vector<std::string>{"PKassym-Jomart Tokayev 1", "PVladimir Putin 1",
                                      "OUnited Nations 1", "LMoscow 1"}));
  EXPECT_EQ(names_of(snapshot, 1),
            (std::vector<std::string>{"PKassym-Jomart Tokayev 2 lead", "LMoscow 2 lead",
                                      "OUnited Nations 1 lead", "PVladimir Putin 1 lead"}));
}

TEST(NameIndex, HasNoNamesWhereTheSettingsWantNoneOrTheLanguageHasNoTagger) {
  Archive archive;
  archive.write("a.txt", kStory);
  for (const IndexSettings& settings : {IndexSettings{"english", false}, IndexSettings{"french", true}}) {
    const ScratchFolder out;
    RunOptions options = run_over({archive.path()}, out.path("index"));
    options.settings = settings;
    index_articles(options);
    Snapshot snapshot(out.path("index"));
    EXPECT_TRUE(names_of_index(Snapshot(out.path("index"))).empty());
    EXPECT_TRUE(snapshot.article(1).names.empty());
    // A later run keeps to what the index was made with.
    archive.write("b.txt", std::string(kStory) + settings.language);
    index_articles(with_names(run_over({archive.path()}, out.path("index"))));
    EXPECT_TRUE(names_of_index(Snapshot(out.path("index"))).empty());
    archive.remove("b.txt");
  }
}

TEST(NameIndex, HasNamesOfArticlesInEnglishOnly) {
  Archive archive;
  const ScratchFolder out;
  archive.write("a.txt",
                "Wladimir Putin und Kassym-Jomart Tokajew trafen sich am Freitag in Moskau. Danach "
                "haben sie nicht mit den Journalisten gesprochen, die den ganzen Abend gewartet "
                "hatten.\n");
  archive.write("b.txt", "Vladimir Putin in Moscow.\n");  // too short to tell
  index_articles(with_names(run_over({archive.path()}, out.path("index"))));
  Snapshot snapshot(out.path("index"));
  EXPECT_EQ(snapshot.article(1).language, "de");
  EXPECT_TRUE(snapshot.article(1).names.empty());
  EXPECT_FALSE(snapshot.article(2).names.empty());
}

TEST(NameIndex, IsTheSameAtAnyNumberOfJobs) {
  const ScratchFolder out;
  RunOptions one = with_names(run_in_small_pieces({sample_folder()}, out.path("one")));
  RunOptions four = with_names(run_in_small_pieces({sample_folder()}, out.path("four")));
  one.jobs = 1;
  four.jobs = 4;
  index_articles(one);
  index_articles(four);
  EXPECT_EQ(dump_of(out.path("one")), dump_of(out.path("four")));
  EXPECT_GT(names_of_index(Snapshot(out.path("one"))).size(), 200U);
}

TEST(NameIndex, KeepsTheNamesOfArticlesWhoseSegmentIsRebuilt) {
  Archive archive;
  const ScratchFolder out;
  for (int i = 0; i < 9; ++i) archive.write(std::to_string(i) + ".txt", kStory);
  index_articles(with_names(run_over({archive.path()}, out.path("index"))));
  const auto before = names_of_index(Snapshot(out.path("index")));
  for (int i = 1; i < 9; ++i) archive.remove(std::to_string(i) + ".txt");
  index_articles(with_names(run_over({archive.path()}, out.path("index"))));
  Snapshot snapshot(out.path("index"));
  ASSERT_EQ(snapshot.database().get_doccount(), 1U);
  EXPECT_EQ(names_of_index(Snapshot(out.path("index"))).size(), before.size());
  EXPECT_EQ(names_of(snapshot, 1).size(), 4U);
}

}  // namespace
}  // namespace dateline
