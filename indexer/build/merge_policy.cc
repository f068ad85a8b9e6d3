#include "indexer/build/merge_policy.h"

namespace dateline {

namespace {

unsigned tier_of(std::uint64_t articles) {
  unsigned tier = 0;
  while ((articles /= kMergeFactor) != 0) ++tier;
  return tier;
}

}  // namespace

std::optional<SegmentRun> plan_merge(const std::vector<SegmentInfo>& segments) {
  constexpr unsigned kTiers = 32;  // more than 2^32 articles can fill
  for (unsigned tier = 0; tier < kTiers; ++tier) {
    std::size_t begin = segments.size();
    std::uint64_t articles = 0;
    while (begin > 0 && tier_of(segments[begin - 1].articles) <= tier) {
      articles += segments[--begin].articles;
    }
    const bool are_many = segments.size() - begin >= kMergeFactor;
    if (are_many && tier_of(articles) > tier) return SegmentRun{begin, segments.size()};
  }
  return std::nullopt;
}

bool needs_rebuild(const SegmentInfo& segment) { return segment.deleted * 5 > segment.articles; }

}  // namespace dateline
