// The sentence or paragraph that a place in a text is in, found when asked for: most questions about
// an article need few of its paragraphs. Not thread-safe. Cost: a walk over each paragraph asked
// about, remembered until another is.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "searcher/query/tree.h"

namespace dateline {

class TextUnits {
 public:
  /// Bytes [begin, end) of the text.
  struct Stretch {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
  };

  /// From now on about this text. REQUIRES it to outlive the questions.
  void open(std::string_view text);

  /// The sentence or paragraph with the byte at `position`. REQUIRES that a word begins there, and a
  /// unit that is not Words.
  Stretch around(std::uint32_t position, Proximity::Unit unit);

 private:
  void find_paragraph(std::uint32_t position);

  std::string_view text_;
  std::optional<bool> wrapped_;  ///< once known
  Stretch paragraph_;            ///< empty: none yet
  bool has_sentences_ = false;
  std::vector<std::uint32_t> sentence_ends_;  ///< of the paragraph
};

}  // namespace dateline
