#include "searcher/passages/passage.h"

#include <gtest/gtest.h>

#include <iterator>
#include <random>
#include <string>

#include "common/text/utf8.h"

namespace dateline {
namespace {

/// Where `words` stand in `text`; the place in `words` is the leaf.
std::vector<Occurrence> find_all(const std::string& text, const std::vector<std::string>& words) {
  std::vector<Occurrence> found;
  for (std::size_t at = 0; at < text.size(); ++at) {
    for (std::size_t leaf = 0; leaf < words.size(); ++leaf) {
      if (text.compare(at, words[leaf].size(), words[leaf]) != 0) continue;
      found.push_back({static_cast<std::uint32_t>(at),
                       static_cast<std::uint32_t>(at + words[leaf].size()),
                       static_cast<std::uint32_t>(leaf)});
    }
  }
  return found;
}

/// The passage with highlights in [ ] and … where it is cut.
std::string shown(const Passage& passage) {
  std::string out = passage.cut_before ? "…" : "";
  std::size_t done = 0;
  for (const TextRange& range : passage.highlights) {
    out += passage.text.substr(done, range.begin - done) + '[' +
           passage.text.substr(range.begin, range.end - range.begin) + ']';
    done = range.end;
  }
  return out + passage.text.substr(done) + (passage.cut_after ? "…" : "");
}

std::string passage_of(const std::string& text, const std::vector<std::string>& words,
                       std::size_t size = 10) {
  return shown(best_passage(text, find_all(text, words), size));
}

TEST(Passage, PrefersTheMostDifferentWords) {
  EXPECT_EQ(passage_of("Oil oil oil oil is black here and there and everywhere. Snow fell in town. "
                       "The oil and the gas burn. Nothing else happened on that quiet day at all.",
                       {"oil", "gas"}, 6),
            "The [oil] and the [gas] burn.");
}

TEST(Passage, ThenTheMostOccurrencesThenTheEarliest) {
  EXPECT_EQ(passage_of("One oil well stood here for years. Nobody came to see it. "
                       "More oil and more oil was found. Nobody came to see that.",
                       {"oil"}, 6),
            "More [oil] and more [oil] was found.");
  EXPECT_EQ(passage_of("One oil well stood here for years. Another oil well stood there for years.",
                       {"oil"}, 6),
            "One [oil] well stood here for years.");
}

TEST(Passage, TakesWholeSentencesWhereTheyFit) {
  EXPECT_EQ(passage_of("It began. The oil price rose. It fell again. And so it went on for years.",
                       {"oil"}, 8),
            "The [oil] price rose. It fell again.");
}

TEST(Passage, FoldsWhiteSpaceUnderTheHighlights) {
  const std::string text = "The  prime\n\nminister\tof   it.";
  const std::vector<Occurrence> phrase = {{5, 20, 0}};
  EXPECT_EQ(shown(best_passage(text, phrase)), "The [prime minister] of it.");
}

TEST(Passage, CutsALongSentenceAtWordsAroundTheHit) {
  std::string text;
  for (int i = 0; i < 100; ++i) text += "word ";
  text += "oil ";
  for (int i = 0; i < 100; ++i) text += "word ";
  EXPECT_EQ(passage_of(text, {"oil"}, 5), "…word word [oil] word word word…");
}

TEST(Passage, WithoutOccurrencesIsTheLead) {
  const std::string text = "A headline. The text goes on. And on and on without an end to be seen.";
  EXPECT_EQ(shown(best_passage(text, {}, 5)), "A headline. The text goes on.");
  EXPECT_EQ(shown(best_passage(text, {}, 4, 11)), "The text goes on.");
  EXPECT_EQ(shown(best_passage(text, {}, 5, text.size())), "");
  EXPECT_EQ(shown(best_passage("", {})), "");
}

TEST(Passage, KnowsWhereItStands) {
  const std::string text = "It began. The oil price rose.\n";
  const Passage passage = best_passage(text, find_all(text, {"oil"}), 4);
  EXPECT_EQ(passage.source, (TextRange{10, 29}));
}

TEST(Passage, NastyTextsStayWithinBoundsAndWholeCharacters) {
  std::string han;
  for (int i = 0; i < 300; ++i) han += "北京";
  const std::vector<Occurrence> middle = {{900, 906, 0}};
  const Passage passage = best_passage(han, middle, 5);
  ASSERT_EQ(passage.highlights.size(), 1u);
  EXPECT_EQ(passage.text.size() % 3, 0u);
  EXPECT_LE(passage.text.size(), 60u);
  EXPECT_GE(passage.text.size(), 30u);
  EXPECT_TRUE(passage.cut_before && passage.cut_after);

  const std::string word(100000, 'a');
  EXPECT_LE(best_passage(word, {}, 5).text.size(), 30u);
  EXPECT_EQ(best_passage(word, {{0, 100000, 0}}, 5).text.size(), 100000u);
  EXPECT_EQ(best_passage("\n\n\n", {}).text, "");
}

TEST(Passage, EveryWindowOfEveryTextHasItsHighlightsInside) {
  const std::string text =
      "Mr. A saw the U.S. Senate.  \n\n“Oil,” he said, “is 3.5 percent…” No. 5 fell!\nOil. Oil? é "
      "oil";
  const auto occurrences = find_all(text, {"Oil", "oil", "A"});
  for (std::size_t words = 1; words < 30; ++words) {
    const Passage passage = best_passage(text, occurrences, words);
    ASSERT_FALSE(passage.highlights.empty()) << words;
    for (const TextRange& range : passage.highlights) {
      ASSERT_LT(range.begin, range.end);
      ASSERT_LE(range.end, passage.text.size());
    }
  }
}

TEST(Passage, AnyTextWithAnyOccurrencesIsWholeCharactersWithHighlightsInside) {
  const char* const pieces[] = {"a",
                                "oil",
                                " ",
                                "  ",
                                "\n",
                                ". ",
                                "Mr. ",
                                "U.S. ",
                                "北京",
                                "é",
                                "。",
                                "“",
                                "”",
                                "?",
                                "A",
                                "\x1b",
                                "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"};
  std::minstd_rand random(1);
  for (int round = 0; round < 20000; ++round) {
    std::string text;
    for (std::size_t i = random() % 60; i > 0; --i) text += pieces[random() % std::size(pieces)];
    const auto occurrences = find_all(text, {"oil", "a", "北"});
    const Passage passage = best_passage(text, occurrences, 1 + random() % 20);
    ASSERT_LE(passage.source.begin, passage.source.end);
    ASSERT_LE(passage.source.end, text.size());
    EXPECT_EQ(passage.highlights.empty(), occurrences.empty()) << text;
    std::uint32_t last = 0;
    for (const TextRange& range : passage.highlights) {
      ASSERT_LE(last, range.begin);
      ASSERT_LT(range.begin, range.end);
      ASSERT_LE(range.end, passage.text.size());
      last = range.end;
    }
    for (std::size_t i = 0; i < passage.text.size();) {
      const CodePoint point = decode_utf8(passage.text, i);
      ASSERT_GE(point.value, 0) << "a character was cut: " << passage.text;
      i += point.bytes;
    }
  }
}

std::vector<std::string> all_shown(const std::string& text, const std::vector<std::string>& words,
                                   const PassageSettings& settings) {
  std::vector<std::string> lines;
  for (const Passage& passage : best_passages(text, find_all(text, words), settings).all) {
    lines.push_back(shown(passage));
  }
  return lines;
}

TEST(Passages, TheNextOneShowsWhatNoneHasShown) {
  const std::string text =
      "The oil price and the oil price rose. It rained a lot for days on end. "
      "The oil fell. Nobody saw that for many days. Gas was there.";
  using Lines = std::vector<std::string>;
  EXPECT_EQ(all_shown(text, {"oil", "price", "Gas"}, {7, 1}),
            (Lines{"The [oil] [price] and the [oil] [price] rose."}));
  EXPECT_EQ(all_shown(text, {"oil", "price", "Gas"}, {7, 2}),
            (Lines{"The [oil] [price] and the [oil] [price] rose.", "[Gas] was there."}));
  const auto three = all_shown(text, {"oil", "price", "Gas"}, {7, 3});
  ASSERT_EQ(three.size(), 3u);
  EXPECT_EQ(three[1].rfind("The [oil] fell.", 0), 0u) << three[1];
}

TEST(Passages, AreFewerWhereThereAreFewerWords) {
  EXPECT_EQ(all_shown("Oil rose here.", {"Oil"}, {35, 5}).size(), 1u);
  EXPECT_EQ(all_shown("No word of it.", {}, {35, 5}).size(), 1u);
}

TEST(Passages, NeverOverlapAndStandInTheOrderOfTheText) {
  std::minstd_rand random(7);
  for (int round = 0; round < 300; ++round) {
    std::string text;
    for (int i = 0; i < 120; ++i) {
      text += random() % 6 == 0 ? "oil" : random() % 9 == 0 ? "gas" : "word";
      text += random() % 8 == 0 ? ". The " : random() % 40 == 0 ? "\n" : " ";
    }
    const auto occurrences = find_all(text, {"oil", "gas"});
    const PassageSettings settings{1 + random() % 12, 1 + random() % 6};
    const Passages found = best_passages(text, occurrences, settings);
    ASSERT_LE(found.all.size(), settings.count);
    ASSERT_LT(found.best, found.all.size());
    EXPECT_EQ(found.all[found.best].source, best_passage(text, occurrences, settings.words).source);
    for (std::size_t i = 1; i < found.all.size(); ++i) {
      EXPECT_LE(found.all[i - 1].source.end, found.all[i].source.begin) << text;
    }
  }
}

}  // namespace
}  // namespace dateline
