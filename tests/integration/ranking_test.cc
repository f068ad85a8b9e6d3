// Scores and order against BM25 and proximity computed from the texts by the simplest code there is.

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <memory>

#include "searcher/match/searcher.h"
#include "searcher/query/free_text.h"
#include "searcher/query/parser.h"
#include "tests/integration/made_archive.h"
#include "tests/integration/oracle.h"
#include "tests/support/indexing.h"
#include "tests/support/random.h"

namespace dateline {
namespace {

constexpr std::size_t kMadeArticles = 400;

using Words = std::vector<std::string>;

/// The stems of an article in the order of its words; an empty one between title and text.
Words stems_of(const Known& known) {
  Stemmer stemmer("english");
  Words stems;
  for (const std::string& word : known.title) stems.emplace_back(stemmer.stem(word));
  stems.emplace_back();
  for (const std::string& word : known.text) stems.emplace_back(stemmer.stem(word));
  return stems;
}

struct Library {
  Library() {
    make_articles(made, kMadeArticles, 3);
    const std::vector<std::string> folders = {sample_folder(), made.path()};
    RunOptions options = run_over(folders, scratch.path("index"));
    options.pipeline.smallest_batch_files = options.pipeline.largest_batch_files = 50;
    options.pipeline.segment_articles = 150;
    index_articles(options);
    for (const Known& known : read_archive(folders)) {
      paths.push_back(known.path);
      stems.push_back(stems_of(known));
      mean_length += static_cast<double>(stems.back().size() - 1);
    }
    mean_length /= static_cast<double>(stems.size());
    searcher = std::make_unique<Searcher>(scratch.path("index"));
  }

  Archive made;
  ScratchFolder scratch;
  std::vector<std::string> paths;
  std::vector<Words> stems;
  double mean_length = 0;
  std::unique_ptr<Searcher> searcher;
};

Library& library() {
  static Library library;
  return library;
}

/// Score by path of every article with any of `words` (stems), each with weight 1.
std::map<std::string, double> scan(const Words& words, const RankSettings& settings) {
  const Library& all = library();
  const double articles = static_cast<double>(all.stems.size());
  std::vector<double> weights;
  for (const std::string& word : words) {
    const double with = static_cast<double>(
        std::count_if(all.stems.begin(), all.stems.end(), [&](const Words& stems) {
          return std::find(stems.begin(), stems.end(), word) != stems.end();
        }));
    weights.push_back(std::log(1 + (articles - with + 0.5) / (with + 0.5)));
  }
  std::map<std::string, double> scores;
  for (std::size_t i = 0; i < all.stems.size(); ++i) {
    const Words& stems = all.stems[i];
    const double length = static_cast<double>(stems.size() - 1);
    const double k1 = settings.bm25.k1;
    const double b = settings.bm25.b;
    const double norm = k1 * (1 - b + b * length / all.mean_length);
    double score = 0;
    std::vector<double> near(words.size());
    std::size_t last_place = 0;
    std::size_t last_word = words.size();
    std::vector<double> counts(words.size());
    for (std::size_t place = 0; place < stems.size(); ++place) {
      const auto found = std::find(words.begin(), words.end(), stems[place]);
      if (found == words.end()) continue;
      const auto word = static_cast<std::size_t>(found - words.begin());
      ++counts[word];
      if (last_word < words.size() && last_word != word && place - last_place <= 20) {
        const double distance = static_cast<double>(place - last_place);
        near[last_word] += weights[word] / distance / distance;
        near[word] += weights[last_word] / distance / distance;
      }
      last_place = place;
      last_word = word;
    }
    for (std::size_t w = 0; w < words.size(); ++w) {
      score += weights[w] * (k1 + 1) * counts[w] / (counts[w] + norm);
      score += settings.proximity * std::min(1.0, weights[w]) * (k1 + 1) * near[w] / (near[w] + norm);
    }
    if (score > 0) scores[all.paths[i]] = score;
  }
  return scores;
}

std::vector<Hit> search(const Node& query, const RankSettings& settings, std::uint32_t offset,
                        std::uint32_t limit) {
  SearchRequest request;
  request.query = query;
  request.ranking = settings;
  request.offset = offset;
  request.limit = limit;
  request.texts = false;
  return library().searcher->search(request).hits;
}

/// Two to five words of some article.
Words some_words(Random& random) {
  Words words;
  const Words& stems = random.one_of(library().stems);
  for (std::size_t left = 2 + random.below(4); left > 0; --left) {
    const std::string& word = random.one_of(stems);
    // A stem as a word of the query must have itself as its stem.
    Stemmer stemmer("english");
    if (word.empty() || stemmer.stem(word) != word || words_of(word) != Words{word}) continue;
    if (std::find(words.begin(), words.end(), word) == words.end()) words.push_back(word);
  }
  return words;
}

Node any_of_words(const Words& words) {
  Node any;
  any.kind = Node::Kind::Or;
  for (const std::string& word : words) {
    any.children.emplace_back();
    any.children.back().kind = Node::Kind::Word;
    any.children.back().words = {word};
  }
  return any;
}

void expect_scores(const std::vector<Hit>& hits, const std::map<std::string, double>& expected) {
  double last = 1e300;
  for (const Hit& hit : hits) {
    const auto place = expected.find(hit.path);
    ASSERT_NE(place, expected.end()) << hit.path;
    EXPECT_NEAR(hit.score, place->second, 1e-9) << hit.path;
    EXPECT_LE(hit.score, last);
    last = hit.score;
  }
}

std::string text_of(const Words& words) {
  std::string text;
  for (const std::string& word : words) text += word + ' ';
  return text;
}

TEST(Ranking, ScoresAreBm25OfTheTexts) {
  Random random(1);
  RankSettings settings;
  settings.proximity = 0;
  settings.lead = settings.title = 1;
  for (int i = 0; i < 60; ++i) {
    const Words words = some_words(random);
    if (words.empty()) continue;
    SCOPED_TRACE(text_of(words));
    const auto expected = scan(words, settings);
    const auto hits = search(any_of_words(words), settings, 0, 1'000'000);
    EXPECT_EQ(hits.size(), expected.size());
    expect_scores(hits, expected);
  }
}

TEST(Ranking, NearWordsAddToTheScoresOfTheBest) {
  Random random(2);
  RankSettings settings;
  settings.lead = settings.title = 1;
  settings.reranked = 1'000'000;
  for (int i = 0; i < 30; ++i) {
    const Words words = some_words(random);
    if (words.empty()) continue;
    SCOPED_TRACE(text_of(words));
    const auto expected = scan(words, settings);
    const auto hits = search(any_of_words(words), settings, 0, 1'000'000);
    EXPECT_EQ(hits.size(), expected.size());
    expect_scores(hits, expected);
  }
}

TEST(Ranking, PagesFitTogether) {
  Random random(3);
  RankSettings settings;
  settings.reranked = 50;
  for (int i = 0; i < 20; ++i) {
    const Words words = some_words(random);
    if (words.empty()) continue;
    SCOPED_TRACE(text_of(words));
    const Node query = any_of_words(words);
    const std::vector<Hit> all = search(query, settings, 0, 130);
    for (std::uint32_t offset = 0; offset < 130; offset += 13) {
      const std::vector<Hit> page = search(query, settings, offset, 13);
      for (std::size_t at = 0; at < page.size(); ++at) {
        ASSERT_LT(offset + at, all.size());
        EXPECT_EQ(page[at].path, all[offset + at].path) << offset + at;
        EXPECT_EQ(page[at].score, all[offset + at].score);
      }
    }
  }
}

TEST(Ranking, RecencyHalvesTheScoreWithEachHalfLife) {
  SearchRequest request;
  request.query = parse_query("the president", {{2022, 1, 7}}).value();
  request.limit = 100'000;
  request.ranking.half_life_days = 365;
  request.ranking.today = {2020, 6, 1};
  request.ranking.reranked = 0;
  RankSettings settings = request.ranking;
  settings.half_life_days = 0;
  std::map<std::string, double> plain;
  for (const Hit& hit : search(request.query, settings, 0, 100'000)) plain[hit.path] = hit.score;
  const std::vector<Hit> hits = library().searcher->search(request).hits;
  EXPECT_GT(hits.size(), 50U);
  for (const Hit& hit : hits) {
    const auto& date = hit.article.date;
    const double age = date ? day_number(request.ranking.today) - day_number(*date) : 1e9;
    const double factor = std::max(1.0 / 1024, std::min(1.0, std::pow(2.0, -age / 365)));
    EXPECT_NEAR(hit.score, plain[hit.path] * factor, 1e-9);
  }
}

TEST(Ranking, AnExplainedScoreIsTheSumOfItsParts) {
  Searcher& searcher = *library().searcher;
  std::size_t near = 0;
  for (const char* query : {"the president", "president", "\"the president\" said", "pres* elect* said",
                            "(oil OR gas)^3 price", "the -of date:2019"}) {
    SCOPED_TRACE(query);
    SearchRequest request;
    request.query = parse_query(query, {{2022, 1, 7}}).value();
    ASSERT_TRUE(searcher.expand(request.query));
    request.ranking.reranked = 50;
    request.limit = 80;  // beyond those whose texts are read
    request.ranking.half_life_days = 3650;
    request.ranking.today = {2020, 6, 1};
    SearchResults results = searcher.search(request);
    ASSERT_FALSE(results.hits.empty());
    searcher.explain_scores(request, results.hits);
    for (const Hit& hit : results.hits) {
      ASSERT_TRUE(hit.score_parts);
      EXPECT_NEAR(hit.score_parts->total(), hit.score, 1e-9) << hit.path;
      if (hit.score_parts->proximity > 0) ++near;
    }
  }
  EXPECT_GT(near, 50U);
}

TEST(Ranking, ByDateUndatedArticlesComeLast) {
  SearchRequest request;
  request.query = parse_query("the", {{2022, 1, 7}}).value();
  request.limit = 1'000'000;
  for (const SortOrder order : {SortOrder::Newest, SortOrder::Oldest}) {
    request.sort = order;
    const std::vector<Hit> hits = library().searcher->search(request).hits;
    EXPECT_GT(hits.size(), 500U);
    for (std::size_t i = 1; i < hits.size(); ++i) {
      const auto& before = hits[i - 1].article.date;
      const auto& date = hits[i].article.date;
      EXPECT_TRUE(before || !date);
      if (before && date) {
        EXPECT_FALSE(order == SortOrder::Newest ? *before < *date : *date < *before);
      }
      EXPECT_TRUE(before != date || hits[i - 1].id < hits[i].id);
    }
  }
}

}  // namespace
}  // namespace dateline
