#include "searcher/rank/top_articles.h"

#include <algorithm>
#include <utility>

namespace dateline {

namespace {

using Place = std::vector<RankedArticle>::difference_type;

/// BestFirst sorts so many at first, and then as many again as it has sorted.
constexpr std::size_t kFirstSorted = 64;

}  // namespace

void TopArticles::shrink() {
  if (wanted_ == 0) {
    articles_.clear();
    least_ = std::numeric_limits<double>::infinity();
    return;
  }
  const auto last = articles_.begin() + static_cast<Place>(wanted_ - 1);
  std::nth_element(articles_.begin(), last, articles_.end());
  least_ = last->key;
  articles_.resize(wanted_);
}

std::vector<RankedArticle> TopArticles::take() {
  if (articles_.size() > wanted_) shrink();
  std::sort(articles_.begin(), articles_.end());
  return std::exchange(articles_, {});
}

const RankedArticle* BestFirst::next() {
  if (position_ == articles_.size()) return nullptr;
  if (position_ == sorted_) {
    const std::size_t end =
        std::min(articles_.size(), sorted_ + std::max(sorted_, kFirstSorted));
    const auto from = articles_.begin() + static_cast<Place>(sorted_);
    const auto to = articles_.begin() + static_cast<Place>(end);
    if (to != articles_.end()) std::nth_element(from, to, articles_.end());
    std::sort(from, to);
    sorted_ = end;
  }
  return &articles_[position_++];
}

}  // namespace dateline
