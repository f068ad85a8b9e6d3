// When a word is written of more than usual: Kleinberg's two-state automaton for batches ("Bursty
// and Hierarchical Structure in Streams", Data Mining and Knowledge Discovery 7, 2003, section 4 on
// enumerating bursts). Pure function.
#pragma once

#include <cstdint>
#include <vector>

namespace dateline {

/// Of each unit of time, in their order, whether it is part of a burst. In unit t `counts[t]` of
/// `all[t]` articles match. In the ordinary state an article matches with the share p that it has
/// over all units, in a burst with 2p; entering one costs ln(number of units), leaving none. The
/// cheapest sequence of states is taken, so a burst is a stretch of units with clearly more than
/// usual, not a single odd one of few articles. REQUIRES counts[t] <= all[t], sizes alike. Linear.
std::vector<bool> bursts(const std::vector<std::uint64_t>& counts,
                         const std::vector<std::uint64_t>& all);

}  // namespace dateline
