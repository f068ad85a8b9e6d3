#include "common/cli/config_file.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace dateline {
namespace {

const std::vector<OptionGroup>& groups() {
  static const std::vector<OptionGroup> all = [] {
    OptionFacts index{{"--index"}, "DIR", "the index"};
    OptionFacts exclude{{"-x", "--exclude"}, "GLOB", "not these"};
    exclude.repeatable = true;
    OptionFacts quiet{{"-q", "--quiet"}, "", "no word"};
    OptionFacts list{{"--list"}, "[PREFIX]", "all"};
    list.optional_value = true;
    OptionFacts secret{{"--secret"}, "X", "not told"};
    secret.hidden = true;
    OptionFacts only_short{{"-h"}, "", "help"};
    OptionFacts config{{"--config"}, "FILE", "a file"};
    return std::vector<OptionGroup>{{"What", {index, exclude}},
                                    {"How", {quiet, list, secret, only_short, config}}};
  }();
  return all;
}

std::vector<const OptionFacts*> options() {
  std::vector<const OptionFacts*> all;
  for (const OptionGroup& group : groups()) {
    for (const OptionFacts& option : group.options) all.push_back(&option);
  }
  return all;
}

/// "--index=x@f:1 --quiet@f:2 | folder", or the mistake.
std::string read(const std::string& text) {
  const auto all = options();
  const Result<Config> config = parse_config(text, "f", all, "folders");
  if (!config) {
    const Problem& problem = config.problem();
    return problem.message + (problem.hint.empty() ? "" : " | ") + problem.hint;
  }
  std::string out;
  for (const OptionValue& one : config.value().options) {
    const OptionFacts& option = *all[one.option];
    out += option.name() + (option.value.empty() ? "" : "=" + one.value) + '@' + one.origin + ' ';
  }
  for (const std::string& one : config.value().positionals) out += "| " + one + ' ';
  return out;
}

TEST(ConfigFile, KeysAreOptionsByTheirLongNames) {
  EXPECT_EQ(read(""), "");
  EXPECT_EQ(read("index = 'a b'\nquiet = true\n"), "--index=a b@f:1 --quiet@f:2 ");
  EXPECT_EQ(read("quiet = false"), "");
  EXPECT_EQ(read("index = 7"), "--index=7@f:1 ");
  EXPECT_EQ(read("index = 2022-01-07"), "--index=2022-01-07@f:1 ");
  EXPECT_EQ(read("exclude = ['a', 1]"), "--exclude=a@f:1 --exclude=1@f:1 ");
  EXPECT_EQ(read("exclude = 'a'"), "--exclude=a@f:1 ");
  EXPECT_EQ(read("folders = ['a', 'b']"), "| a | b ");
  EXPECT_EQ(read("folders = 'a'"), "| a ");
  EXPECT_EQ(read("list = true"), "--list=@f:1 ");
  EXPECT_EQ(read("list = 'x'"), "--list=x@f:1 ");
}

TEST(ConfigFile, MistakesNameFileAndLine) {
  EXPECT_EQ(read("\nindx = 1"), "f:2: there is no option indx | did you mean index?");
  EXPECT_EQ(read("x = 1"), "f:1: there is no option x");
  EXPECT_EQ(read("h = true"), "f:1: there is no option h");
  EXPECT_EQ(read("secret = 'x'"), "f:1: there is no option secret");
  EXPECT_EQ(read("config = 'x'"), "f:1: there is no option config");
  EXPECT_EQ(read("quiet = 1"), "f:1: quiet takes no value: it is true or false");
  EXPECT_EQ(read("index = [1]"), "f:1: index takes one value, no list");
  EXPECT_EQ(read("index = 1.5"),
            "f:1: the value of index is neither a text nor a whole number | put it in quotes");
  EXPECT_EQ(read("exclude = [['a']]"),
            "f:1: the value of exclude is neither a text nor a whole number | put it in quotes");
  EXPECT_EQ(read("[a]\nindex = 1"), "f:1: sections have no meaning here: a");
  EXPECT_EQ(read("[[index]]\na = 1"), "f:1: sections have no meaning here: index");
  EXPECT_EQ(read("index = 'a'\nquiet").rfind("f:2: ", 0), 0U) << read("index = 'a'\nquiet");
  EXPECT_EQ(read("index = '\xFF'").rfind("f:1: ", 0), 0U);
  EXPECT_EQ(read(std::string(5000, '[')).rfind("f:1: ", 0), 0U);
}

TEST(ConfigFile, WhatIsPrintedReadsBack) {
  for (const char* const text_of_value : {"", "7", "007", "a'b", "a\"b", "a\\b", "'\"\\", "a\nb\tc", "tab\x1b[m", "é北",
                                   "2022-01-07", "true", "#x", " a "}) {
    const std::string value = text_of_value;
    const std::vector<OptionValue> given = {{0, value, ""}, {1, value, ""}, {1, "second", ""}, {2, "", ""}};
    const Result<std::string> text = config_text(groups(), given, "folders", {value, "b"});
    ASSERT_TRUE(text) << value;
    EXPECT_EQ(read(text.value()).find("there is no"), std::string::npos);
    const auto all = options();
    const Config config = parse_config(text.value(), "f", all, "folders").value();
    EXPECT_EQ(config.positionals, (std::vector<std::string>{value, "b"}));
    ASSERT_EQ(config.options.size(), 4U) << text.value();
    std::vector<std::string> excluded;
    for (const OptionValue& one : config.options) {
      if (one.option == 0) {
        EXPECT_EQ(one.value, value);
      }
      if (one.option == 1) excluded.push_back(one.value);
    }
    EXPECT_EQ(excluded, (std::vector<std::string>{value, "second"}));
  }
}

TEST(ConfigFile, WhatIsNotGivenIsAComment) {
  EXPECT_EQ(config_text(groups(), {{2, "", ""}}, "folders", {}).value(),
            "# What\n# index = \"DIR\"  # the index\n# exclude = \"GLOB\"  # not these\n\n"
            "# How\nquiet = true\n# list = \"[PREFIX]\"  # all\n");
}

TEST(ConfigFile, BytesThatAreNotUtf8CannotBePrinted) {
  EXPECT_FALSE(config_text(groups(), {{0, "\xFF", ""}}, "folders", {}));
  EXPECT_FALSE(config_text(groups(), {}, "folders", {"\xFF"}));
}

}  // namespace
}  // namespace dateline
