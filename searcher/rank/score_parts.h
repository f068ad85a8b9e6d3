// What a score by relevance is the sum of: for the ranking itself, and for who asks why. Plain data.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace dateline {

struct ScoreParts {
  struct Word {
    std::string stem;  ///< of several, as of a pattern, the first
    std::uint32_t count = 0;    ///< in title and text
    std::uint32_t in_title = 0;
    std::uint32_t in_lead = 0;  ///< in the first RankSettings::lead_words of the text
    double score = 0;           ///< BM25
  };

  std::vector<Word> words;  ///< all that count, in the order of the query
  double proximity = 0;     ///< for words that stand near each other
  double recency = 1;       ///< what the sum is multiplied with

  double total() const {
    double sum = proximity;
    for (const Word& word : words) sum += word.score;
    return sum * recency;
  }
};

}  // namespace dateline
