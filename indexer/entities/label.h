// What the tagger gives each word: outside, or a kind of name and the word's place in it (begin,
// inside, end, single). Names of other kinds (events, works, nationalities) share one label, Misc,
// which is learned because it keeps such words from being taken for one of the three, and dropped
// from the answer.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "common/entity.h"

namespace dateline {

using Label = std::uint8_t;

inline constexpr Label kOutside = 0;
inline constexpr Label kMisc = 13;
inline constexpr int kLabels = 14;
inline constexpr int kLabelStride = 16;  ///< rows of weights are padded to this for SIMD

enum class Position : std::uint8_t { Begin = 0, Inside = 1, End = 2, Single = 3 };

/// The place of a type in kEntityTypes. The order of labels depends on it, and so the model's format.
constexpr int index_of(EntityType kind) {
  return kind == EntityType::Person ? 0 : kind == EntityType::Organisation ? 1 : 2;
}
/// The type as tagged corpora write it: "PER", "ORG", "LOC".
constexpr std::string_view corpus_tag(EntityType kind) {
  constexpr std::string_view kTags[] = {"PER", "ORG", "LOC"};
  return kTags[index_of(kind)];
}

constexpr Label label_of(EntityType kind, Position position) {
  return static_cast<Label>(1 + index_of(kind) * 4 + static_cast<int>(position));
}
/// REQUIRES a label other than kOutside and kMisc.
constexpr EntityType kind_of(Label label) {
  return kEntityTypes[(label - 1) / 4];
}
/// REQUIRES a label other than kOutside and kMisc.
constexpr Position position_of(Label label) { return static_cast<Position>((label - 1) % 4); }

constexpr bool is_name(Label label) { return label != kOutside && label != kMisc; }
/// A name (if any) is open after this label: it must go on.
constexpr bool leaves_open(Label label) {
  return is_name(label) &&
         (position_of(label) == Position::Begin || position_of(label) == Position::Inside);
}
/// This label goes on with a name that is open.
constexpr bool continues(Label label) {
  return is_name(label) &&
         (position_of(label) == Position::Inside || position_of(label) == Position::End);
}
/// May `next` come right after `previous`? The edges of a text count as kOutside.
constexpr bool may_follow(Label previous, Label next) {
  if (leaves_open(previous) != continues(next)) return false;
  return !continues(next) || kind_of(previous) == kind_of(next);
}

/// A name found in a sequence of words: [first, last).
struct LabelledSpan {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  EntityType kind = EntityType::Person;

  friend bool operator==(const LabelledSpan& a, const LabelledSpan& b) {
    return a.first == b.first && a.last == b.last && a.kind == b.kind;
  }
  friend bool operator<(const LabelledSpan& a, const LabelledSpan& b) {
    if (a.first != b.first) return a.first < b.first;
    return a.last != b.last ? a.last < b.last : index_of(a.kind) < index_of(b.kind);
  }
};

/// The names in a sequence of labels, in order. A sequence that breaks may_follow (a hand-made tagging)
/// is read generously: a name ends where another begins.
std::vector<LabelledSpan> spans_of(const std::vector<Label>& labels);

}  // namespace dateline
