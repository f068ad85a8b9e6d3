// Which segments to join so that there are never many, and none is rewritten often.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "common/index/manifest.h"

namespace dateline {

/// Neighbouring segments [begin, end).
struct SegmentRun {
  std::size_t begin = 0;
  std::size_t end = 0;
};

/// Segments are in tiers by the number of their articles, each tier kMergeFactor times the one
/// below. As soon as the newest kMergeFactor or more segments in a row are of one tier or lower, and
/// together make one of a higher tier, they are joined: a large segment is not rewritten because a
/// few small ones came behind it. So n articles make at most about
/// (kMergeFactor - 1) * log_kMergeFactor(n) segments, each article is rewritten at most once a tier,
/// and neighbours stay neighbours: ranges never overlap.
std::optional<SegmentRun> plan_merge(const std::vector<SegmentInfo>& segments);

inline constexpr std::size_t kMergeFactor = 8;

/// Whether so much of a segment is deleted (over a fifth) that it is to be rebuilt without.
bool needs_rebuild(const SegmentInfo& segment);

}  // namespace dateline
