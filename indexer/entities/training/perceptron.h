// The yardstick that the Crf is measured against: an averaged structured perceptron (Collins 2002) over the
// same chains. Single-threaded, deterministic.
#pragma once

#include <cstdint>
#include <vector>

#include "indexer/entities/training/crf.h"

namespace dateline {

/// Learns from all chains of `set`, whose features have row numbers below `rows`. Where several labels are
/// right for a word, the best of them by the weights so far is taken for the right one.
ChainWeights train_perceptron(const ChainSet& set, std::size_t rows, int epochs);

}  // namespace dateline
