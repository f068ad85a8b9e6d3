// The words of an index, as they are written in its articles (folded): which of them fit a pattern,
// which a mistyped one was meant to be. Reads of each segment's table what it needs, and keeps it: a
// few milliseconds for all of 300,000 words. Counts include articles that are deleted but not yet
// merged away. Not thread-safe.
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "common/error.h"
#include "common/index/word_table.h"
#include "searcher/query/tree.h"
#include "searcher/words/word_pattern.h"

namespace dateline {

/// So many words a pattern may be taken for, unless asked otherwise.
inline constexpr std::size_t kMostExpansions = 1000;

struct FoundWord {
  std::string word;  ///< folded
  std::string stem;  ///< the term of the index it is found by
  std::uint64_t occurrences = 0;
};

/// What a pattern of a query was taken for.
struct PatternTaken {
  std::string asked;             ///< as the node has it
  std::vector<FoundWord> words;  ///< the most frequent first; empty: no word fits
};

class Words {
 public:
  /// Of the segments of an index. Throws Xapian::Error.
  explicit Words(const std::vector<Xapian::Database>& segments);

  /// The words that fit a Pattern node, the most frequent first. A Problem if it is no pattern, or if
  /// more than `most` words fit. Throws Error if the index is damaged; so do all others.
  Result<std::vector<FoundWord>> expand(const Node& pattern, std::size_t most = kMostExpansions);

  /// Whether `found` has all words of the index with any stem that one of it has: then what postings say
  /// of these stems needs no look at texts. False too where that would be long to find out.
  bool stems_decide(const std::vector<FoundWord>& found);

  /// At most `most` words that `folded` was probably meant to be: near ones that are more frequent
  /// than it, the likeliest first.
  std::vector<FoundWord> nearest(std::string_view folded, std::size_t most);

  /// At most `most` words that begin with `prefix`, the most frequent first.
  std::vector<FoundWord> beginning_with(const std::string& prefix, std::size_t most);

  /// How often a word stands in the index; 0: not at all.
  std::uint64_t occurrences(std::string_view folded);

 private:
  using Scan = std::function<void(const WordBlock& block, std::size_t begin, std::size_t end)>;

  void for_each_range(const std::string& prefix, const Scan& scan);
  static void for_each_range(WordTable& table, const std::string& prefix, const Scan& scan);
  bool is_whole(const std::string& stem, const std::vector<FoundWord>& by_word);

  std::deque<WordTable> tables_;  ///< one a segment
};

/// Fills `terms` and `stems_decide` of all Pattern nodes of a query. Says for each, in the order of the
/// query, what it was taken for.
Result<std::vector<PatternTaken>> fill_patterns(Node& query, Words& words,
                                                std::size_t most = kMostExpansions);

/// Whether a query has patterns, and so must pass fill_patterns.
bool has_patterns(const Node& query);

}  // namespace dateline
