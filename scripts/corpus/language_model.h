// A word model of order two with back-off to order one, learnt from real articles: what follows a
// pair of words in them, and what follows a word. It makes text whose words, punctuation and
// paragraphs are distributed as in the original, and means nothing.
//
// Text is kept as pieces that only need to be written one after the other: " minister", ",", " (",
// a break between paragraphs, the end of an article. A state of the model is the position of a
// piece in the learnt text. Immutable once learnt; a step costs two or three cache misses.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "scripts/corpus/random.h"

namespace dateline {

class LanguageModel {
 public:
  using Position = std::uint32_t;

  /// Learns from the bodies of articles, without date headers, paragraphs apart by a blank line.
  /// REQUIRES that one of them at least has a word.
  explicit LanguageModel(const std::vector<std::string>& bodies);

  /// The first piece of one of the articles learnt from.
  Position start(Random& random) const;

  /// A piece that follows. REQUIRES that `at` is not an end of an article.
  Position next(Position at, Random& random) const;

  /// What to write: empty for the end of an article. Valid as long as the model.
  std::string_view piece(Position at) const { return pieces_[text_[at]]; }

  /// Equal for equal pieces; below distinct_pieces().
  std::uint32_t piece_number(Position at) const { return text_[at]; }

  bool is_article_end(Position at) const { return text_[at] == kEnd; }

  std::size_t distinct_pieces() const { return pieces_.size(); }

 private:
  using Piece = std::uint32_t;
  struct Range {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
  };
  static constexpr Piece kEnd = 0;

  void add_texts(const std::vector<std::string>& bodies);
  void index_followers();

  std::vector<std::string> pieces_;  // by number of the piece
  std::vector<Piece> text_;          // all that was learnt, two kEnd before each article
  std::vector<Position> starts_;     // of the articles
  std::vector<Position>
      followers_;  // all positions, by the piece before them, then the one before that
  std::vector<Range> after_piece_;  // in followers_; by number of the piece
  std::vector<Range>
      after_pair_;  // in followers_; by the position of a piece that follows the pair
};

}  // namespace dateline
