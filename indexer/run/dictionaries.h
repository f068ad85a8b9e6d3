// Which dictionary a run compresses articles with: the index's own, or one trained on the first new
// articles where that promises to be much better.
#pragma once

#include <cstdint>
#include <vector>

#include "common/index/snapshot.h"
#include "common/index/text_codec.h"
#include "indexer/build/pipeline.h"

namespace dateline {

/// A dictionary is trained on at most so many files and about so many bytes.
inline constexpr std::uint64_t kTrainingFiles = 2000;
inline constexpr std::uint64_t kTrainingBytes = 8ULL << 20;

/// `before`: the index, null if it has no articles yet. `files`: the first that the run reads.
Dictionary choose_dictionary(const Snapshot* before, const std::vector<FileToIndex>& files,
                             const LoadArticle& load);

}  // namespace dateline
