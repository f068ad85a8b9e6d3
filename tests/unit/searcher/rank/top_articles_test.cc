#include "searcher/rank/top_articles.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace dateline {
namespace {

/// So many articles with keys 0 .. 99, many of them equal.
std::vector<RankedArticle> some_articles(Xapian::docid count) {
  std::vector<RankedArticle> articles;
  for (Xapian::docid i = 1; i <= count; ++i) {
    articles.push_back({i, static_cast<double>(i * 7919 % 100)});
  }
  return articles;
}

std::vector<Xapian::docid> documents(const std::vector<RankedArticle>& articles) {
  std::vector<Xapian::docid> numbers;
  for (const RankedArticle& article : articles) numbers.push_back(article.document);
  return numbers;
}

TEST(TopArticles, AreTheFirstOfAllSortedTiesByNumber) {
  std::vector<RankedArticle> all = some_articles(1000);
  for (const std::size_t wanted : {0, 1, 10, 99, 100, 999, 1000, 5000}) {
    TopArticles top(wanted);
    for (const RankedArticle& article : all) top.add(article.document, article.key);
    std::vector<RankedArticle> sorted = all;
    std::sort(sorted.begin(), sorted.end());
    if (sorted.size() > wanted) sorted.resize(wanted);
    EXPECT_EQ(documents(top.take()), documents(sorted)) << wanted;
    EXPECT_TRUE(top.take().empty());
  }
}

TEST(BestFirst, GivesTheBestOfThoseLeft) {
  std::vector<RankedArticle> sorted = some_articles(1000);
  BestFirst best_first(sorted);
  std::sort(sorted.begin(), sorted.end());
  std::vector<RankedArticle> all;
  for (const std::size_t count : {1, 50, 0, 700, 1000}) {
    std::vector<RankedArticle> next = best_first.next(count);
    std::sort(next.begin(), next.end());
    all.insert(all.end(), next.begin(), next.end());
  }
  EXPECT_EQ(documents(all), documents(sorted));
  EXPECT_TRUE(best_first.next(1).empty());
  EXPECT_TRUE(BestFirst({}).next(1).empty());
}

}  // namespace
}  // namespace dateline
