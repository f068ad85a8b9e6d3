#include "indexer/build/merge_policy.h"

namespace dateline {

namespace {

unsigned tier_of(const SegmentInfo& segment) {
  unsigned tier = 0;
  for (std::uint64_t articles = segment.articles / kMergeFactor; articles != 0;
       articles /= kMergeFactor) {
    ++tier;
  }
  return tier;
}

}  // namespace

std::optional<SegmentRun> plan_merge(const std::vector<SegmentInfo>& segments) {
  constexpr unsigned kTiers = 32;  // more than 2^32 articles can fill
  for (unsigned tier = 0; tier < kTiers; ++tier) {
    std::size_t begin = segments.size();
    while (begin > 0 && tier_of(segments[begin - 1]) <= tier) --begin;
    if (segments.size() - begin >= kMergeFactor) return SegmentRun{begin, segments.size()};
  }
  return std::nullopt;
}

bool needs_rebuild(const SegmentInfo& segment) { return segment.deleted * 5 > segment.articles; }

}  // namespace dateline
