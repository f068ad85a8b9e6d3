#include "common/text/glob.h"

#include <fnmatch.h>
#include <gtest/gtest.h>

#include <string>

namespace dateline {
namespace {

struct Row {
  const char* pattern;
  const char* path;
  bool expected;
  bool is_folder = false;
};

void expect_matches(const std::vector<Row>& rows) {
  for (const Row& row : rows) {
    EXPECT_EQ(Glob(row.pattern).matches(row.path, row.is_folder), row.expected)
        << row.pattern << " against " << row.path;
  }
}

TEST(Glob, APatternWithoutSlashMatchesNamesAtAnyDepth) {
  expect_matches({
      {"*.txt", "a.txt", true},
      {"*.txt", "2022/01/a.txt", true},
      {"*.txt", "a.txt.gz", false},
      {"*", "a/b", true},
      {"a", "a/b", false},
      {"?.txt", "x/a.txt", true},
      {"?.txt", "ab.txt", false},
      {"a*b*c", "aXbXbXc", true},
      {"a*b*c", "aXbXb", false},
      {"", "a", false},
      {"**", "a/b", true},
      {"a**c", "abc", true},
      {"*a", "ab", false},
      {"***a", "xa", true},
  });
}

TEST(Glob, APatternWithSlashMatchesTheWholePath) {
  expect_matches({
      {"2022/*.txt", "2022/a.txt", true},
      {"2022/*.txt", "x/2022/a.txt", false},
      {"2022/*.txt", "2022/01/a.txt", false},
      {"/a.txt", "a.txt", true},
      {"/a.txt", "x/a.txt", false},
      {"2022/*/a", "2022/01/a", true},
      {"2022/*/a", "2022/01/02/a", false},
      {"*/?/a", "x/y/a", true},
      {"x?a/b", "x/a/b", false},
      {"[!a]/b", "//b", false},
  });
}

TEST(Glob, TwoStarsCrossFolders) {
  expect_matches({
      {"**/a", "a", true},
      {"**/a", "x/a", true},
      {"**/a", "x/y/a", true},
      {"**/a", "xa", false},
      {"**/a", "x/ya", false},
      {"x/**/a", "x/a", true},
      {"x/**/a", "x/y/z/a", true},
      {"x/**/a", "y/x/a", false},
      {"x/**", "x/a", true},
      {"x/**", "x/a/b", true},
      {"x/**", "x", false},
      {"x/**", "y/x/a", false},
      {"**/x/**/*.txt", "a/x/b/c/d.txt", true},
      {"**/x/*.txt", "a/x/b/x/d.txt", true},
      {"**/x/*.txt", "a/x/b/d.txt", false},
      {"x/a**z", "x/ab/cz", false},
      {"**/b/*c", "a/b/b/xc", true},
      {"**/*/a", "a", false},
  });
}

TEST(Glob, SetsMatchOneCharacter) {
  expect_matches({
      {"[abc].txt", "b.txt", true},
      {"[abc].txt", "d.txt", false},
      {"[a-c]x", "bx", true},
      {"[a-c]x", "dx", false},
      {"[!a-c]x", "dx", true},
      {"[^a-c]x", "bx", false},
      {"[]]x", "]x", true},
      {"[a-]x", "-x", true},
      {"[abc", "[abc", true},
      {"[", "[", true},
      {"[]", "[]", true},
      {"[0-9][0-9]", "42", true},
      {"[é]x", "éx", true},
      {"[!é]x", "àx", true},
  });
}

TEST(Glob, AQuestionMarkIsACharacterOrAByteThatIsNone) {
  expect_matches({
      {"?x", "éx", true},
      {"?x", "日x", true},
      {"?x", "\xFFx", true},
      {"?x", "\xE9", false},
      {"a?b", "a\nb", true},
  });
}

TEST(Glob, ABackslashTakesAwayTheMeaning) {
  expect_matches({{"\\*", "*", true}, {"\\*", "a", false}, {"a\\", "a\\", true}});
}

TEST(Glob, ATrailingSlashMatchesFoldersOnly) {
  expect_matches({
      {"cache/", "cache", true, true},
      {"cache/", "cache", false, false},
      {"cache/", "x/cache", true, true},
      {"/cache/", "x/cache", false, true},
      {"a/cache/", "a/cache", true, true},
      {"/", "x", false, true},
  });
}

/// All words of `length` letters, one for each number below letters.size() ^ length.
std::string spell(const std::string& letters, std::size_t number, std::size_t length) {
  std::string word;
  for (; length > 0; --length, number /= letters.size()) word += letters[number % letters.size()];
  return word;
}

/// The meaning of *, ** and **/ spelled out, in exponential time.
bool matches_by_definition(std::string_view pattern, std::string_view path, bool at_folder = true) {
  if (pattern.empty()) return path.empty();
  const bool by_folder = at_folder && pattern.substr(0, 3) == "**/";
  const bool crosses = by_folder || (at_folder && pattern == "**");
  if (pattern[0] != '*') {
    return !path.empty() && pattern[0] == path[0] &&
           matches_by_definition(pattern.substr(1), path.substr(1), pattern[0] == '/');
  }
  const std::string_view rest = pattern.substr(by_folder ? 3 : crosses ? 2 : 1);
  for (std::size_t taken = 0; taken <= path.size(); ++taken) {
    const bool allowed = !by_folder || taken == 0 || path[taken - 1] == '/';
    if (allowed && matches_by_definition(rest, path.substr(taken), by_folder)) return true;
    if (!crosses && taken < path.size() && path[taken] == '/') return false;
  }
  return false;
}

TEST(Glob, AgreesWithItsDefinitionOnEveryShortPatternAndPath) {
  for (std::size_t p = 0; p < 3 * 3 * 3 * 3 * 3 * 3; ++p) {
    const std::string pattern = "a/" + spell("a*/", p, 6) + "a";
    for (std::size_t t = 0; t < 3 * 3 * 3 * 3 * 3; ++t) {
      const std::string path = "a/" + spell("ab/", t, 5) + "a";
      EXPECT_EQ(Glob(pattern).matches(path, false), matches_by_definition(pattern, path))
          << pattern << " against " << path;
    }
  }
}

TEST(Glob, AgreesWithFnmatchWhereThatKnowsThePattern) {
  for (std::size_t p = 0; p < 4 * 4 * 4 * 4 * 4; ++p) {
    const std::string pattern = "b/" + spell("a*?/", p, 5) + "b";
    if (pattern.find("**") != pattern.npos) continue;
    for (std::size_t t = 0; t < 3 * 3 * 3 * 3 * 3; ++t) {
      const std::string path = "b/" + spell("ab/", t, 5) + "b";
      EXPECT_EQ(Glob(pattern).matches(path, false),
                fnmatch(pattern.c_str(), path.c_str(), FNM_PATHNAME) == 0)
          << pattern << " against " << path;
    }
  }
}

TEST(Glob, ManyStarsTakeNoTime) {
  std::string pattern = "x/";
  for (int i = 0; i < 50; ++i) pattern += "**/*a";
  EXPECT_FALSE(Glob(pattern).matches("x/" + std::string(2000, 'a') + "b", false));
  std::string of_text;
  for (int i = 0; i < 5000; ++i) of_text += "*a";
  EXPECT_FALSE(Glob(of_text + "c", GlobOf::Text).matches(std::string(10'000, 'a') + "b"));
}

TEST(Glob, OfATextOnlyStarsQuestionMarksAndSetsMeanSomething) {
  const struct {
    const char* pattern;
    const char* text;
    bool expected;
  } rows[] = {
      {"*.txt", "/a/b.txt", true},    {"a*c", "a/b/c", true},  {"a?c", "a/c", true},
      {"a[/x]c", "a/c", true},        {"/a/", "/a/", true},    {"a", "b/a", false},
      {"**/x", "a/b/x", true},        {"a\\*", "a\\b", true}, {"[", "[", true},
      {"*??xz", "\xE6\x97\xA5xz", false}, {"*?xz", "\xE6\x97\xA5xz", true},
      {"*\xA5xz", "\xE6\x97\xA5xz", false}, {"*ab*ab", "ab", false}, {"*ab?*c", "abab/c", true},
  };
  for (const auto& row : rows) {
    EXPECT_EQ(Glob(row.pattern, GlobOf::Text).matches(row.text), row.expected)
        << row.pattern << " against " << row.text;
  }
}

TEST(Glob, OfATextAgreesWithFnmatch) {
  for (std::size_t p = 0; p < 4 * 4 * 4 * 4 * 4; ++p) {
    const std::string pattern = spell("a*?/", p, 5) + "b";
    for (std::size_t t = 0; t < 3 * 3 * 3 * 3 * 3; ++t) {
      const std::string text = spell("ab/", t, 5) + "b";
      EXPECT_EQ(Glob(pattern, GlobOf::Text).matches(text),
                fnmatch(pattern.c_str(), text.c_str(), FNM_NOESCAPE) == 0)
          << pattern << " against " << text;
    }
  }
}

}  // namespace
}  // namespace dateline
