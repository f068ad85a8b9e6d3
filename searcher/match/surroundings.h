// What must be read of a text to decide an operand: the words that every occurrence has one of, and
// how far around them the rest of it can be. Plain data, found once for a query.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "common/text/byte_search.h"
#include "common/text/stemmer.h"
#include "searcher/query/tree.h"

namespace dateline {

struct Surroundings {
  /// Each choice is enough alone: every occurrence has a word that begins with one of these (as
  /// find_beginnings looks for them). Never empty; first the one whose shortest beginning is longest, which most likely
  /// is rare.
  std::vector<std::vector<Beginning>> choices;
  std::uint32_t words = 0;  ///< no word that matters is farther from such a word ...
  bool paragraph = false;   ///< ... but for those of its paragraph
};

/// None: the text must be read whole, as for what asks of two places at once (And), of names, or of
/// words that are not known to be written in ASCII.
std::optional<Surroundings> surroundings_of(const Node& operand, Stemmer& stemmer);

}  // namespace dateline
