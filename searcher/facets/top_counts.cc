#include "searcher/facets/top_counts.h"

#include <algorithm>
#include <utility>

namespace dateline {

namespace {

bool comes_before(const Facet::Value& a, const Facet::Value& b) {
  return a.count != b.count ? a.count > b.count : a.name < b.name;
}

}  // namespace

void TopCounts::add(std::string name, std::uint64_t count) {
  if (count == 0) return;
  kept_.push_back({std::move(name), count});
  if (limit_ == 0) return;
  std::push_heap(kept_.begin(), kept_.end(), comes_before);
  if (kept_.size() <= limit_) return;
  std::pop_heap(kept_.begin(), kept_.end(), comes_before);
  kept_.pop_back();
}

std::uint64_t TopCounts::least() const {
  return limit_ != 0 && kept_.size() == limit_ ? kept_.front().count : 1;
}

std::vector<Facet::Value> TopCounts::take() {
  std::sort(kept_.begin(), kept_.end(), comes_before);
  return std::exchange(kept_, {});
}

}  // namespace dateline
