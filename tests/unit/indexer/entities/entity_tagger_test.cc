#include "indexer/entities/entity_tagger.h"

#include <gtest/gtest.h>

#include <ctime>
#include <sstream>
#include <thread>

#include "indexer/entities/annotate.h"

namespace dateline {
namespace {

/// "kind:canonical kind:canonical ..." of the mentions of `text`.
std::vector<std::string> names_in(std::string_view text) {
  EntityTagger tagger;
  std::vector<std::string> names;
  for (const auto& mention : tagger.tag(text)) {
    EXPECT_LT(mention.begin, mention.end);
    EXPECT_LE(mention.end, text.size());
    names.push_back(std::string(corpus_tag(mention.kind)) + " " + mention.canonical);
  }
  return names;
}

using Names = std::vector<std::string>;

TEST(EntityTagger, FindsAndResolvesNames) {
  EXPECT_EQ(names_in("Kazakhstan's President, Kassym-Jomart Tokayev, spoke in Moscow on Friday. Mr Tokayev "
                     "said the U.S. was wrong."),
            (Names{"LOC Kazakhstan", "PER Kassym-Jomart Tokayev", "LOC Moscow",
                   "PER Kassym-Jomart Tokayev", "LOC United States"}));
}

TEST(EntityTagger, ReadsHeadlinesInCapitals) {
  EXPECT_EQ(names_in("OBAMA MEETS PUTIN IN MOSCOW\n\nBarack Obama met Vladimir Putin in Moscow."),
            (Names{"PER Barack Obama", "PER Vladimir Putin", "LOC Moscow", "PER Barack Obama",
                   "PER Vladimir Putin", "LOC Moscow"}));
}

TEST(EntityTagger, AnswersDependOnTheArticleAlone) {
  const std::string one = "Angela Merkel met Emmanuel Macron in Berlin. Merkel smiled.";
  const std::string other = "Paris Hilton flew from Paris to New York with Merkel Airlines.";
  EntityTagger tagger;
  const auto before = tagger.tag(one);
  tagger.tag(other);
  const auto after = tagger.tag(one);
  ASSERT_EQ(before.size(), after.size());
  for (std::size_t i = 0; i < before.size(); ++i) {
    EXPECT_EQ(before[i].begin, after[i].begin);
    EXPECT_EQ(before[i].canonical, after[i].canonical);
  }
}

TEST(EntityTagger, TaggersShareTheModelBetweenThreads) {
  const std::string text = "Angela Merkel met Emmanuel Macron in Berlin. The European Union was silent.";
  const auto alone = names_in(text);
  std::vector<Names> found(4);
  std::vector<std::thread> threads;
  for (auto& names : found) threads.emplace_back([&names, &text] { names = names_in(text); });
  for (auto& thread : threads) thread.join();
  for (const auto& names : found) EXPECT_EQ(names, alone);
}

/// What the sanitizers cost, nearly.
#ifdef __SANITIZE_ADDRESS__
constexpr double kSlower = 3;
#else
constexpr double kSlower = 1;
#endif

/// Tags `text`, which must not take more than a second of the processor a megabyte (it takes 20 times less): what is
/// not linear takes hours.
std::vector<Mention> tag_in_time(std::string_view text) {
  EntityTagger tagger;
  const std::clock_t start = std::clock();
  auto mentions = tagger.tag(text);
  const double seconds = static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
  EXPECT_LT(seconds, kSlower * (5.0 + static_cast<double>(text.size()) / 1e6));
  for (const auto& mention : mentions) EXPECT_LE(mention.end, text.size());
  return mentions;
}

std::string repeat(std::string_view text, std::size_t bytes) {
  std::string out;
  while (out.size() < bytes) out += text;
  return out;
}

TEST(EntityTaggerBadInput, Empty) { EXPECT_TRUE(tag_in_time("").empty()); }

TEST(EntityTaggerBadInput, OnlyCapitals) {
  tag_in_time(repeat("VLADIMIR PUTIN MET BARACK OBAMA IN MOSCOW AND SAID NOTHING. ", 200000));
}

TEST(EntityTaggerBadInput, NoCapitals) {
  EXPECT_TRUE(tag_in_time(repeat("the president met the other one and said nothing. ", 200000)).empty());
}

TEST(EntityTaggerBadInput, FiveMegabytesInOneSentence) {
  tag_in_time(repeat("the president of France and Angela Merkel of Germany met and ", 5000000));
}

TEST(EntityTaggerBadInput, FiveMegabytesOfOneCapitalisedRun) { tag_in_time(repeat("Merkel ", 5000000)); }

TEST(EntityTaggerBadInput, FiveMegabytesWithoutASpace) { tag_in_time(std::string(5000000, 'A')); }

TEST(EntityTaggerBadInput, ManyPeopleOfOneFamily) {
  std::string text;
  for (int i = 0; i < 20000; ++i) text += "Name" + std::to_string(i) + " Smith met Mr Smith. ";
  tag_in_time(text);
}

TEST(EntityTaggerBadInput, AnotherLanguage) {
  tag_in_time(repeat("Bundeskanzlerin Angela Merkel traf sich in Berlin mit dem Präsidenten. ", 100000));
  tag_in_time(repeat("Президент России Владимир Путин прибыл в Пекин. ", 100000));
  tag_in_time(repeat("习近平主席在北京会见了普京总统。", 100000));
}

TEST(EntityTaggerBadInput, TablesAndNumbers) {
  tag_in_time(repeat("| 12.5 | 1,000 | -3 | 4/5/2010 | $5 |\n", 100000));
}

TEST(EntityTaggerBadInput, NameOf300Bytes) {
  const auto mentions = tag_in_time("He met Mr " + std::string(300, 'X') + "son in Moscow.");
  EXPECT_FALSE(mentions.empty());
}

TEST(EntityTaggerBadInput, NotUtf8) {
  std::string bytes;
  for (int i = 0; i < 100000; ++i) bytes += static_cast<char>(i * 7919 % 256);
  tag_in_time(bytes);
}

TEST(FoldMentions, CountsByKindAndNameMostSalientFirst) {
  const std::vector<Mention> mentions = {{0, 5, EntityType::Person, "B"},
                                         {10, 12, EntityType::Place, "A"},
                                         {300, 305, EntityType::Person, "B"},
                                         {310, 312, EntityType::Person, "A"}};
  const std::vector<ArticleName> expected = {{EntityType::Person, "B", 2, true},
                                             {EntityType::Place, "A", 1, true},
                                             {EntityType::Person, "A", 1, false}};
  EXPECT_EQ(fold_mentions(mentions, 200), expected);
}

TEST(Annotate, PrintsALinePerMention) {
  EntityTagger tagger;
  std::ostringstream out;
  annotate_text(tagger, "a/b.txt", "Angela Merkel left Berlin.", AnnotationFormat::Tsv, out);
  EXPECT_EQ(out.str(),
            "a/b.txt\t0\t13\tperson\tAngela Merkel\tAngela Merkel\n"
            "a/b.txt\t19\t6\tplace\tBerlin\tBerlin\n");
  out.str("");
  annotate_text(tagger, "a", "He left Berlin.", AnnotationFormat::JsonLines, out);
  EXPECT_EQ(out.str(),
            "{\"path\":\"a\",\"offset\":8,\"length\":6,\"kind\":\"place\",\"text\":\"Berlin\","
            "\"name\":\"Berlin\"}\n");
}

TEST(Annotate, TagsTokens) {
  EntityTagger tagger;
  std::istringstream in("-DOCSTART-\n\nAngela\tB-PER\nMerkel\nleft\n\nBerlin\n.\n");
  std::ostringstream out;
  annotate_tokens(tagger, in, out);
  EXPECT_EQ(out.str(), "-DOCSTART-\n\nAngela\tB-PER\nMerkel\tI-PER\nleft\tO\n\nBerlin\tB-LOC\n.\tO\n");
}

}  // namespace
}  // namespace dateline
