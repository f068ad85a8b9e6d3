// Where the operands of a query stand in a text, and which of them are near each other. A span is a
// word, phrase or name; or, of a proximity inside another, the stretch from one side to the other.
// What "near" means is told in README.md. Knows neither queries' words nor texts. Not thread-safe.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "searcher/match/text_units.h"
#include "searcher/query/tree.h"

namespace dateline {

/// Words of the title count from 0, those of the text from here: nothing is near across.
inline constexpr std::uint32_t kTextPosition = 1U << 31;

/// No two words are farther apart than a proximity asks for if it asks for this many.
inline constexpr std::uint32_t kFarthest = 1U << 24;

inline constexpr std::uint32_t kSolid = UINT32_MAX;

struct Span {
  std::uint32_t first = 0;  ///< positions of its first and last word
  std::uint32_t last = 0;
  std::uint32_t begin = 0;  ///< bytes of the title or text
  std::uint32_t end = 0;
  std::uint32_t leaf = 0;        ///< which of the query's leaves; of solid spans only
  std::uint32_t parts = kSolid;  ///< of a stretch: where SpanMaker keeps its two sides

  bool is_solid() const { return parts == kSolid; }
  bool in_text() const { return first >= kTextPosition; }
};

/// Sorted by first, then last.
using Spans = std::vector<Span>;

void sort_spans(Spans& spans);

/// What is near what in one article.
class SpanMaker {
 public:
  /// From now on about this article: forgets all stretches. REQUIRES both to outlive the questions.
  void open(std::string_view title, std::string_view text);

  /// Whether any span on the left is near one on the right. Of a negated proximity: whether any on
  /// the left has none.
  bool any_near(const Spans& left, const Spans& right, const Proximity& proximity);

  /// The stretches from each span on the left to each on the right that is so near; of a negated
  /// proximity the spans on the left that have none. Where there are more than kMostStretches, only
  /// those to the nearest: all that take part are in one still.
  Spans near(const Spans& left, const Spans& right, const Proximity& proximity);

  /// Appends the words, phrases and names that a span is made of.
  void append_solid(const Span& span, Spans& out) const;

  static constexpr std::size_t kMostStretches = 1U << 14;

 private:
  struct Side;
  struct Reach;
  enum class Where { Before, Behind, Across, Either };

  template <class See>
  bool visit(const Span& from, const Side& others, const Proximity& proximity, Where where,
             const See& see);
  template <class See>
  bool visit_overlapping(const Span& from, const Side& others, const See& see) const;
  Reach reach(const Span& from, const Proximity& proximity);
  bool has_other(const Span& span, const Side& others, const Proximity& proximity);
  void add_nearest(const Spans& from, const Side& others, const Proximity& proximity, Where where,
                   Spans& out);
  bool share_word(const Span& a, const Span& b) const;
  bool has_word(const Span& span, std::uint32_t position) const;
  bool covers(const Span& span, const Span& part) const;
  Span stretch(const Span& a, const Span& b);

  std::array<TextUnits, 2> units_;  ///< of the title, of the text
  std::vector<std::array<Span, 2>> parts_;
};

/// How many of them at most stand side by side, none overlapping another.
std::size_t count_apart(const Spans& spans);

}  // namespace dateline
