#include "searcher/rank/top_articles.h"

#include <algorithm>
#include <utility>

namespace dateline {

namespace {

using Place = std::vector<RankedArticle>::difference_type;

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

std::vector<RankedArticle> BestFirst::next(std::size_t count) {
  const auto from = articles_.begin() + static_cast<Place>(given_);
  given_ += std::min(count, articles_.size() - given_);
  const auto to = articles_.begin() + static_cast<Place>(given_);
  if (to != articles_.end()) std::nth_element(from, to, articles_.end());
  return {from, to};
}

}  // namespace dateline
