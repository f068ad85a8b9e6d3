// The best articles of many. Ties go to the article that was crawled first, so that the same index and
// query always give the same order and pages fit together.
#pragma once

#include <xapian.h>

#include <cstddef>
#include <limits>
#include <vector>

namespace dateline {

/// An article in an order: the larger `key` comes first.
struct RankedArticle {
  Xapian::docid document = 0;  ///< of the snapshot's combined database
  double key = 0;

  friend bool operator<(const RankedArticle& a, const RankedArticle& b) {
    return a.key != b.key ? a.key > b.key : a.document < b.document;
  }
};

/// Keeps the best `wanted` of those it is shown. Linear in what it is shown.
class TopArticles {
 public:
  explicit TopArticles(std::size_t wanted) : wanted_(wanted) {}

  void add(Xapian::docid document, double key) {
    if (key < least_) return;
    articles_.push_back({document, key});
    if (articles_.size() / 2 >= wanted_ + kSlack) shrink();
  }

  /// All that were kept, best first. Leaves none.
  std::vector<RankedArticle> take();

 private:
  static constexpr std::size_t kSlack = 32;  ///< so that few wanted do not mean many shrinks

  void shrink();

  std::size_t wanted_;
  double least_ = -std::numeric_limits<double>::infinity();  ///< no smaller key is among the best
  std::vector<RankedArticle> articles_;
};

/// All articles, the best of them first.
class BestFirst {
 public:
  explicit BestFirst(std::vector<RankedArticle> articles) : articles_(std::move(articles)) {}

  /// The next best `count`, or as many as there are, in no order.
  std::vector<RankedArticle> next(std::size_t count);

 private:
  std::vector<RankedArticle> articles_;
  std::size_t given_ = 0;
};

}  // namespace dateline
