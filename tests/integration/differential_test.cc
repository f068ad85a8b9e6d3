// Random queries, each with every operator in every other, against a scan of all texts
// by code of its own (brute_force.h): which articles match, and where. DATELINE_RANDOM_QUERIES and
// DATELINE_RANDOM_SEED in the environment ask for more or others.

#include <gtest/gtest.h>

#include <boost/filesystem/operations.hpp>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <memory>
#include <tuple>

#include "common/text/columns.h"
#include "searcher/match/searcher.h"
#include "searcher/passages/kwic.h"
#include "tests/integration/brute_force.h"
#include "tests/integration/made_archive.h"
#include "tests/integration/random_tree.h"
#include "tests/support/indexing.h"

namespace dateline {
namespace {

constexpr std::uint32_t kNoLimit = 1'000'000;
constexpr std::size_t kMadeArticles = 160;
constexpr std::size_t kLargestSample = 5000;  // bytes: a scan of every pair takes its time
constexpr std::size_t kOneInSamples = 6;

std::uint32_t from_environment(const char* name, std::uint32_t otherwise) {
  const char* value = std::getenv(name);
  return value == nullptr ? otherwise : static_cast<std::uint32_t>(std::strtoul(value, nullptr, 10));
}

/// Made articles and some of the sample, indexed in several segments.
struct Corpus {
  Corpus() {
    write_special_articles(archive);
    make_articles(archive, kMadeArticles, 7);
    copy_samples();
    const std::string index = scratch.path("index");
    index_articles(with_names(run_in_small_pieces({archive.path()}, index)));
    searcher = std::make_unique<Searcher>(index);
    const SearchResults all = searcher->search(request(Node{}));
    for (const Hit& hit : all.hits) articles.push_back(plain_article(hit));
  }

  void copy_samples() {
    std::vector<boost::filesystem::path> files;
    for (const auto& entry : boost::filesystem::recursive_directory_iterator(sample_folder())) {
      if (is_regular_file(entry.path()) && file_size(entry.path()) <= kLargestSample) {
        files.push_back(entry.path());
      }
    }
    std::sort(files.begin(), files.end());
    for (std::size_t i = 0; i < files.size(); i += kOneInSamples) {
      std::ifstream in(files[i].string(), std::ios::binary);
      archive.write("sample/" + std::to_string(i) + ".txt",
                    std::string(std::istreambuf_iterator<char>(in), {}));
    }
  }

  static SearchRequest request(const Node& query) {
    SearchRequest request;
    request.query = query;
    request.limit = kNoLimit;
    request.exact = true;
    return request;
  }

  Archive archive;
  ScratchFolder scratch;
  std::unique_ptr<Searcher> searcher;
  std::vector<PlainArticle> articles;
};

Corpus& corpus() {
  static Corpus corpus;
  return corpus;
}

std::vector<std::uint32_t> found_by_scan(const Node& query) {
  std::vector<std::uint32_t> ids;
  for (const PlainArticle& article : corpus().articles) {
    if (matches_by_scan(query, article)) ids.push_back(article.stored.id);
  }
  return ids;
}

/// Every occurrence is a place, and every place an occurrence or overlapped by one.
bool are_places(const std::vector<Occurrence>& occurrences,
                const std::vector<std::pair<std::size_t, std::size_t>>& places) {
  const auto is_place = [&](const Occurrence& one) {
    return std::binary_search(places.begin(), places.end(),
                              std::pair<std::size_t, std::size_t>(one.begin, one.end));
  };
  const auto is_covered = [&](const std::pair<std::size_t, std::size_t>& place) {
    return std::any_of(occurrences.begin(), occurrences.end(), [&](const Occurrence& one) {
      return one.begin < place.second && place.first < one.end;
    });
  };
  return std::all_of(occurrences.begin(), occurrences.end(), is_place) &&
         std::all_of(places.begin(), places.end(), is_covered);
}

/// What is wrong with the searcher's answer; empty: nothing. `telling`: whether some articles match, but not all.
std::string difference(const Node& query, bool* telling = nullptr) {
  SearchResults results = corpus().searcher->search(Corpus::request(query));
  std::sort(results.hits.begin(), results.hits.end(),
            [](const Hit& a, const Hit& b) { return a.id < b.id; });
  std::vector<std::uint32_t> ids;
  for (const Hit& hit : results.hits) ids.push_back(hit.id);
  const std::vector<std::uint32_t> expected = found_by_scan(query);
  if (ids != expected) {
    std::vector<std::uint32_t> differing;
    std::set_symmetric_difference(ids.begin(), ids.end(), expected.begin(), expected.end(),
                                  std::back_inserter(differing));
    return std::to_string(ids.size()) + " found instead of " + std::to_string(expected.size()) +
           ", for example " + std::to_string(differing.front()) + '\n' +
           corpus().articles[differing.front() - 1].stored.article.text.substr(0, 600);
  }
  if (results.total.count != ids.size()) return "wrong total";
  if (corpus().searcher->count(query) != ids.size()) return "wrong count";
  if (telling != nullptr) *telling = !ids.empty() && ids.size() < corpus().articles.size();
  for (const Hit& hit : results.hits) {
    if (are_places(hit.occurrences, places_by_scan(query, corpus().articles[hit.id - 1]))) continue;
    return "wrong places in " + std::to_string(hit.id) + '\n' + hit.article.text.substr(0, 600);
  }
  return {};
}

/// The smallest query found that the searcher still answers otherwise.
Node minimised(Node query) {
  while (true) {
    const std::vector<Node> smaller = smaller_trees(query);
    const auto still = std::find_if(smaller.begin(), smaller.end(), [](const Node& candidate) {
      return !difference(candidate).empty();
    });
    if (still == smaller.end()) return query;
    query = *still;
  }
}

TEST(Differential, TheCorpusIsReadInTheOrderOfItsNumbers) {
  ASSERT_GT(corpus().articles.size(), kMadeArticles + 50);
  for (std::size_t i = 0; i < corpus().articles.size(); ++i) {
    ASSERT_EQ(corpus().articles[i].stored.id, i + 1);
  }
}

TEST(Differential, RandomQueriesMatchAsAScanOfTheTextsDoes) {
  const std::uint32_t queries = from_environment("DATELINE_RANDOM_QUERIES", 2000);
  const std::uint32_t seed = from_environment("DATELINE_RANDOM_SEED", 1);
  TreeMaker maker(corpus().articles, seed);
  std::size_t telling = 0;
  for (std::uint32_t i = 0; i < queries; ++i) {
    Node query = maker.query(static_cast<int>(1 + i % 3));
    corpus().searcher->resolve(query);
    bool is_telling = false;
    if (!difference(query, &is_telling).empty()) {
      const Node smallest = minimised(query);
      FAIL() << "seed " << seed << ", query " << i << ": " << to_text(query)
             << "\nsmallest: " << to_text(smallest) << '\n'
             << difference(smallest);
    }
    if (is_telling) ++telling;
  }
  EXPECT_GT(telling, queries / 3);
}

Node leaf(Node::Kind kind, std::vector<std::string> words) {
  Node node;
  node.kind = kind;
  node.words = std::move(words);
  return node;
}

/// The words as a phrase, in this order by their stems, and next to each other with the form of the second.
std::vector<Node> ways_to_ask_for(const std::string& first, const std::string& second) {
  Node ordered;
  ordered.kind = Node::Kind::Near;
  ordered.proximity.words = 1;
  ordered.proximity.ordered = true;
  Node either = ordered;
  either.proximity.ordered = false;
  ordered.children = {leaf(Node::Kind::Word, {first}), leaf(Node::Kind::Word, {second})};
  either.children = {leaf(Node::Kind::Word, {first}), leaf(Node::Kind::Phrase, {second})};
  return {leaf(Node::Kind::Phrase, {first, second}), ordered, either};
}

// Their pairs have terms of their own, by stems: "its" is a form of "it", "being" of "be".
TEST(Differential, PairsOfCommonWordsMatchAsAScanOfTheTextsDoes) {
  const std::vector<std::string> words = {"it", "its", "be", "being", "the", "of", "to", "in", "have", "having", "not", "was", "by"};
  std::size_t found = 0;
  for (const std::string& first : words) {
    for (const std::string& second : words) {
      for (const Node& query : ways_to_ask_for(first, second)) {
        ASSERT_EQ(difference(query), "") << to_text(query);
        if (corpus().searcher->count(query) > 0) ++found;
      }
    }
  }
  EXPECT_GT(found, 150U);
}

/// What a concordance has of an article: (in title, begin, end), oldest article first.
using KwicPlace = std::tuple<std::uint32_t, bool, std::size_t, std::size_t>;

/// Of places that overlap the first, and of those that begin together the longest.
void add_apart(const Node& query, const PlainArticle& article, bool in_text,
               std::vector<KwicPlace>& lines) {
  auto places = places_by_scan(query, article, in_text);
  std::sort(places.begin(), places.end(), [](const auto& a, const auto& b) {
    return a.first != b.first ? a.first < b.first : a.second > b.second;
  });
  std::size_t free_from = 0;
  for (const auto& [begin, end] : places) {
    if (begin < free_from) continue;
    lines.emplace_back(article.stored.id, !in_text, begin, end);
    free_from = end;
  }
}

std::vector<KwicPlace> kwic_by_scan(const Node& query) {
  std::vector<const PlainArticle*> order;
  for (const PlainArticle& article : corpus().articles) {
    if (matches_by_scan(query, article)) order.push_back(&article);
  }
  std::stable_sort(order.begin(), order.end(), [](const PlainArticle* a, const PlainArticle* b) {
    const auto& date_a = a->stored.article.date;
    const auto& date_b = b->stored.article.date;
    return date_a && (!date_b || *date_a < *date_b);  // undated ones last
  });
  std::vector<KwicPlace> lines;
  for (const PlainArticle* article : order) {
    add_apart(query, *article, false, lines);
    add_apart(query, *article, true, lines);
  }
  return lines;
}

/// Whether what stands around a hit is what stands there in the article, no more than `words` words either
/// side.
void expect_context(const KwicLine& line, std::size_t words) {
  const Article& article = corpus().articles[line.id - 1].stored.article;
  const std::string& text = line.in_title ? article.title : article.text;
  const std::string before = fold_spaces(text.substr(0, line.begin) + '|');
  const std::string after = fold_spaces('|' + text.substr(line.end));
  EXPECT_EQ(line.hit, fold_spaces(text.substr(line.begin, line.end - line.begin)));
  const std::string left = line.left + '|', right = '|' + line.right;
  EXPECT_TRUE(before.size() >= left.size() &&
              before.compare(before.size() - left.size(), left.size(), left) == 0) << left;
  EXPECT_EQ(after.compare(0, right.size(), right), 0) << right;
  EXPECT_LE(std::count(line.left.begin(), line.left.end(), ' '), static_cast<long>(words));
  EXPECT_LE(std::count(line.right.begin(), line.right.end(), ' '), static_cast<long>(words));
}

TEST(Differential, ConcordancesHaveEveryOccurrenceOfAScanInTheOrderOfDates) {
  constexpr std::size_t kWords = 4;
  TreeMaker maker(corpus().articles, 11);
  std::size_t lines = 0;
  for (int i = 0; i < 150; ++i) {
    // Of words and phrases, alone, one beside another or one or the other.
    Node query = maker.leaf_of_words();
    for (int more = i % 3; more > 0; --more) {
      Node both;
      both.kind = i % 2 == 0 ? Node::Kind::Or : Node::Kind::And;
      both.children = {std::move(query), maker.leaf_of_words()};
      query = std::move(both);
    }
    SCOPED_TRACE(to_text(query));
    SearchRequest request = Corpus::request(query);
    request.sort = SortOrder::Oldest;
    request.title_occurrences = true;
    std::vector<KwicPlace> found;
    corpus().searcher->each(request, [&](const Hit& hit) {
      for (const KwicLine& line : kwic_lines(hit, kWords)) {
        found.emplace_back(line.id, line.in_title, line.begin, line.end);
        expect_context(line, kWords);
      }
      return true;
    });
    EXPECT_EQ(found, kwic_by_scan(query));
    lines += found.size();
    if (testing::Test::HasFailure()) return;
  }
  EXPECT_GT(lines, 3000U);
}

}  // namespace
}  // namespace dateline
