#include "searcher/saved/saved_searches.h"

#include <gtest/gtest.h>

#include <cstdlib>

#include "common/error.h"
#include "common/index/durable_file.h"
#include "tests/support/scratch_folder.h"

namespace dateline {
namespace {

SavedSearch search_of(const std::string& name, const std::string& index) {
  return {name, index, {"--limit=5", "--", "oil \"gas\""}, "2022-01-07T03:00:00Z", "", 7};
}

TEST(SavedSearches, AreKeptByNameAndIndex) {
  const ScratchFolder scratch;
  SavedSearches searches(scratch.path("deep/er/searches.json"));
  EXPECT_TRUE(searches.all().empty());
  searches.save(search_of("b", "/x"));
  searches.save(search_of("a", "/y"));
  searches.save(search_of("a", "/x"));
  SavedSearch again = search_of("a", "/x");
  again.arguments = {"--", "gas"};
  searches.save(again);
  const auto all = searches.all();
  ASSERT_EQ(all.size(), 3u);
  EXPECT_EQ(all[0].index, "/x");
  EXPECT_EQ(all[0].arguments, again.arguments);
  EXPECT_EQ(all[2].name, "b");
  EXPECT_EQ(all[2].arguments, search_of("b", "/x").arguments);
  EXPECT_EQ(searches.find("a", "/y")->index, "/y");
  EXPECT_EQ(searches.find("b", "")->index, "/x");
  EXPECT_FALSE(searches.find("c", ""));
  EXPECT_FALSE(searches.find("b", "/y"));
  EXPECT_THROW(static_cast<void>(searches.find("a", "")), Error) << "of two indexes";
}

TEST(SavedSearches, AdvanceAndAreForgottenOneByOne) {
  const ScratchFolder scratch;
  SavedSearches searches(scratch.path("searches.json"));
  searches.save(search_of("a", "/x"));
  searches.save(search_of("b", "/x"));
  Manifest seen;
  seen.next_article = 99;
  seen.identity = "made today";
  searches.advance(search_of("a", "/x"), seen, "2022-01-08T03:00:00Z");
  searches.advance(search_of("gone", "/x"), seen, "2022-01-08T03:00:00Z");
  EXPECT_EQ(searches.find("a", "")->next_article, 99u);
  EXPECT_EQ(searches.find("a", "")->last_run, "2022-01-08T03:00:00Z");
  EXPECT_FALSE(is_made_anew(seen, *searches.find("a", "")));
  EXPECT_FALSE(is_made_anew(seen, *searches.find("b", ""))) << "saved by an older program";
  EXPECT_TRUE(is_made_anew(Manifest{}, *searches.find("a", "")));
  EXPECT_EQ(searches.find("a", "")->identity, "made today");
  EXPECT_EQ(searches.find("b", "")->next_article, 7u);
  EXPECT_TRUE(searches.forget(search_of("a", "/x")));
  EXPECT_FALSE(searches.forget(search_of("a", "/x")));
  EXPECT_EQ(searches.all().size(), 1u);
}

TEST(SavedSearches, ADamagedFileIsToldAndLeftAlone) {
  const ScratchFolder scratch;
  for (const char* content : {"", "x", "[]", "{\"schema\":1}", "{\"schema\":2,\"searches\":[]}",
                              "{\"schema\":1,\"searches\":[{\"name\":3}]}",
                              "{\"schema\":1,\"searches\":[{\"name\":\"a\",\"index\":\"/x\",\"arguments\":[],"
                              "\"saved\":\"\",\"last_run\":\"\",\"next_article\":9e29}]}"}) {
    const std::string file = scratch.write("searches.json", content);
    SavedSearches searches(file);
    EXPECT_THROW(static_cast<void>(searches.all()), Error) << content;
    EXPECT_THROW(searches.save(search_of("a", "/x")), Error) << content;
    EXPECT_EQ(read_file(file), content);
  }
}

TEST(SavedSearches, BytesThatAreNoTextAreRefused) {
  const ScratchFolder scratch;
  SavedSearches searches(scratch.path("searches.json"));
  EXPECT_THROW(searches.save(search_of("a\xFF", "/x")), Error);
  EXPECT_TRUE(searches.all().empty());
}

TEST(SavedSearches, StandBelowTheConfigurationOfTheUser) {
  setenv("XDG_CONFIG_HOME", "/config", 1);
  EXPECT_EQ(default_searches_file(), "/config/dateline/searches.json");
  unsetenv("XDG_CONFIG_HOME");
  setenv("HOME", "/home/me", 1);
  EXPECT_EQ(default_searches_file(), "/home/me/.config/dateline/searches.json");
  unsetenv("HOME");
  EXPECT_THROW(default_searches_file(), Error);
}

}  // namespace
}  // namespace dateline
