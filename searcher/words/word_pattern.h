// A word that is known by its spelling only in part, as something to hold against the words of an
// index: wildcards and regular expressions by RE2, whose time is linear in the text whatever the
// pattern; fuzzy ones by a bit-parallel edit distance. Not thread-safe.
#pragma once

#include <re2/re2.h>

#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "common/error.h"
#include "common/index/word_table.h"
#include "searcher/query/tree.h"

namespace dateline {

/// How many letters must be put in, left out or changed, or neighbours swapped (optimal string
/// alignment), to make a word of another. Hyyrö, "A bit-vector algorithm for computing Levenshtein
/// and Damerau edit distances" (2003).
class EditDistance {
 public:
  static constexpr std::size_t kMostLetters = 64;

  /// REQUIRES a valid UTF-8 `word` of at most kMostLetters letters.
  explicit EditDistance(std::string_view word);

  /// The distance of `other`, or some number over `most` if it is more than that.
  std::size_t to(std::string_view other, std::size_t most) const;

  /// How many letters a text has.
  static std::size_t letters(std::string_view text);

 private:
  std::uint64_t places_of(std::int32_t letter) const;

  std::size_t size_ = 0;
  std::uint64_t ascii_[128] = {};  ///< where in the word a letter stands, a bit a place
  std::vector<std::pair<std::int32_t, std::uint64_t>> others_;
};

class WordPattern {
 public:
  /// REQUIRES a node of kind Pattern. A Problem if it is no regular expression, or too large.
  static Result<WordPattern> make(const Node& node);

  /// All words that fit begin with this; empty if nothing is known of that.
  const std::string& prefix() const { return prefix_; }

  /// Calls `found` with the number of each word of block.words().range(begin, end) that fits, ascending.
  void scan(const WordBlock& block, std::size_t begin, std::size_t end,
            const std::function<void(std::size_t)>& found) const;

 private:
  void scan_fuzzy(const WordBlock& block, std::size_t begin, std::size_t end,
                  const std::function<void(std::size_t)>& found) const;
  void scan_words(const WordBlock& block, std::size_t begin, std::size_t end,
                  const std::function<void(std::size_t)>& found) const;

  std::string prefix_;
  bool is_prefix_ = false;          ///< whatever begins with prefix_ fits
  std::unique_ptr<re2::RE2> lines_;  ///< one line of a block that fits
  std::unique_ptr<re2::RE2> word_;   ///< or a word alone, of what tells a text's ends from a line's
  std::unique_ptr<EditDistance> distance_;
  std::size_t edits_ = 0;
};

}  // namespace dateline
