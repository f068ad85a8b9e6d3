// Pairs of very common words standing next to each other, indexed as terms of their own. A phrase of such words ("to be
// or not to be"), or of PRE/1 by, has nearly every article as a candidate; one of its pairs is rare and leaves few to
// verify. Pairs that are themselves common ("of the") thin nothing and are left out: an article of 500 words has 9 pair
// terms (0.008 x the text), one of 1,600 words 29. A pair is of stems, as all terms are ("its" is "it"): Stemmer knows
// which are those of the common words.
#pragma once

#include <string>

namespace dateline {

/// As many as there are printable ASCII characters to number them with.
inline constexpr unsigned kCommonWords = 94;

/// 0 -> "the". REQUIRES a number below kCommonWords.
const char* common_word(unsigned number);

/// The term for two common words in this order, or an empty string if that pair is not indexed.
std::string common_pair_term(unsigned first, unsigned second);

/// False for the pairs that are not indexed. REQUIRES both less than kCommonWords.
bool is_indexed_pair(unsigned first, unsigned second);

}  // namespace dateline
