#include "searcher/match/spans.h"

#include <algorithm>
#include <iterator>
#include <tuple>

namespace dateline {

namespace {

bool by_first(const Span& a, const Span& b) {
  return std::tie(a.first, a.last) < std::tie(b.first, b.last);
}
bool by_last(const Span& a, const Span& b) { return a.last < b.last; }

bool ends_before(const Span& span, std::uint32_t position) { return span.last < position; }
bool begins_before(const Span& span, std::uint32_t position) { return span.first < position; }

}  // namespace

/// The spans of one side of a proximity, in both orders.
struct SpanMaker::Side {
  explicit Side(const Spans& all) : spans(all), ends(&all) {
    for (const Span& span : all) {
      width = std::max(width, span.last - span.first);
      solid = solid && span.is_solid();
    }
    if (!std::is_sorted(all.begin(), all.end(), by_last)) {
      sorted_by_end = all;
      std::stable_sort(sorted_by_end.begin(), sorted_by_end.end(), by_last);
      ends = &sorted_by_end;
    }
  }
  Side(const Side&) = delete;
  Side& operator=(const Side&) = delete;

  const Spans& spans;
  const Spans* ends;  ///< the same by their last word
  Spans sorted_by_end;
  std::uint32_t width = 0;  ///< the widest has so many words more than one
  bool solid = true;
};

void sort_spans(Spans& spans) {
  if (!std::is_sorted(spans.begin(), spans.end(), by_first)) {
    std::stable_sort(spans.begin(), spans.end(), by_first);
  }
}

void SpanMaker::open(std::string_view title, std::string_view text) {
  units_[0].open(title);
  units_[1].open(text);
  parts_.clear();
}

/// How far from a span another may be.
struct SpanMaker::Reach {
  const Span& from;
  bool in_words = false;
  std::uint32_t words = 0;
  TextUnits::Stretch unit{};

  /// Those behind come by their first word: whether this one, and perhaps the next, is near enough.
  bool may_stand_behind(const Span& other) const {
    if (in_words) return other.first - from.last <= words;
    return other.in_text() == from.in_text() && other.begin < unit.end;
  }
  /// Those before come by their last word, backwards.
  bool may_stand_before(const Span& other) const {
    if (in_words) return from.first - other.last <= words;
    return other.in_text() == from.in_text() && other.end > unit.begin;
  }
  bool holds(const Span& other) const {
    return in_words || (from.end <= unit.end && other.in_text() == from.in_text() &&
                        other.begin >= unit.begin && other.end <= unit.end);
  }
};

SpanMaker::Reach SpanMaker::reach(const Span& from, const Proximity& proximity) {
  if (proximity.unit == Proximity::Unit::Words) {
    return {from, true, std::min(proximity.words, kFarthest)};
  }
  return {from, false, 0, units_[from.in_text()].around(from.begin, proximity.unit)};
}

// Calls see(other) for the others that are near `from`, until it says true: those behind, then those
// before, each the nearest first, then those that lie across without sharing a word.
template <class See>
bool SpanMaker::visit(const Span& from, const Side& others, const Proximity& proximity, Where where,
                      const See& see) {
  const Reach reach = this->reach(from, proximity);
  if (where == Where::Behind || where == Where::Either) {
    auto at = std::lower_bound(others.spans.begin(), others.spans.end(), from.last + 1, begins_before);
    for (; at != others.spans.end() && reach.may_stand_behind(*at); ++at) {
      if (reach.holds(*at) && see(*at)) return true;
    }
  }
  if (where == Where::Before || where == Where::Either) {
    auto at = std::lower_bound(others.ends->begin(), others.ends->end(), from.first, ends_before);
    while (at != others.ends->begin() && reach.may_stand_before(*(at - 1))) {
      --at;
      if (reach.holds(*at) && see(*at)) return true;
    }
  }
  const bool across = where == Where::Across || where == Where::Either;
  if (!across || (others.solid && from.is_solid())) return false;
  return visit_overlapping(from, others, [&](const Span& other) {
    return reach.holds(other) && !share_word(from, other) && see(other);
  });
}

/// All that have a word between the first and the last of `from`, or the other way round.
template <class See>
bool SpanMaker::visit_overlapping(const Span& from, const Side& others, const See& see) const {
  const std::uint32_t earliest = from.first - std::min(from.first, others.width);
  auto at = std::lower_bound(others.spans.begin(), others.spans.end(), earliest, begins_before);
  for (; at != others.spans.end() && at->first <= from.last; ++at) {
    if (at->last >= from.first && see(*at)) return true;
  }
  return false;
}

// An occurrence is not near itself, nor near a part of itself; but it is near what it is a part of.
bool SpanMaker::has_other(const Span& span, const Side& others, const Proximity& proximity) {
  const Where where = proximity.ordered ? Where::Behind : Where::Either;
  if (visit(span, others, proximity, where, [](const Span&) { return true; })) return true;
  return where == Where::Either && visit_overlapping(span, others, [&](const Span& other) {
           return !covers(span, other) && reach(span, proximity).holds(other);
         });
}

bool SpanMaker::any_near(const Spans& left, const Spans& right, const Proximity& proximity) {
  if (proximity.negated) {
    const Side others(right);
    return std::any_of(left.begin(), left.end(),
                       [&](const Span& span) { return !has_other(span, others, proximity); });
  }
  const bool from_left = left.size() <= right.size();
  const Spans& fewer = from_left ? left : right;
  const Side others(from_left ? right : left);
  const Where where = !proximity.ordered ? Where::Either
                      : from_left        ? Where::Behind
                                         : Where::Before;
  return std::any_of(fewer.begin(), fewer.end(), [&](const Span& span) {
    return visit(span, others, proximity, where, [](const Span&) { return true; });
  });
}

Spans SpanMaker::near(const Spans& left, const Spans& right, const Proximity& proximity) {
  Spans out;
  const Side rights(right);
  if (proximity.negated) {
    std::copy_if(left.begin(), left.end(), std::back_inserter(out),
                 [&](const Span& span) { return !has_other(span, rights, proximity); });
    return out;
  }
  const Where where = proximity.ordered ? Where::Behind : Where::Either;
  const std::size_t parts_before = parts_.size();
  bool too_many = false;
  for (const Span& span : left) {
    too_many = too_many || visit(span, rights, proximity, where, [&](const Span& other) {
                 out.push_back(stretch(span, other));
                 return out.size() > kMostStretches;
               });
  }
  if (too_many) {
    out.clear();
    parts_.resize(parts_before);
    add_nearest(left, rights, proximity, where, out);
    add_nearest(right, Side(left), proximity, proximity.ordered ? Where::Before : Where::Either, out);
  }
  sort_spans(out);
  return out;
}

void SpanMaker::add_nearest(const Spans& from, const Side& others, const Proximity& proximity,
                            Where where, Spans& out) {
  for (const Span& span : from) {
    for (const Where one : {Where::Behind, Where::Before, Where::Across}) {
      if (where != Where::Either && where != one) continue;
      visit(span, others, proximity, one, [&](const Span& other) {
        out.push_back(stretch(span, other));
        return true;
      });
    }
  }
}

Span SpanMaker::stretch(const Span& a, const Span& b) {
  Span span;
  span.first = std::min(a.first, b.first);
  span.last = std::max(a.last, b.last);
  span.begin = std::min(a.begin, b.begin);
  span.end = std::max(a.end, b.end);
  span.parts = static_cast<std::uint32_t>(parts_.size());
  parts_.push_back({a, b});
  return span;
}

void SpanMaker::append_solid(const Span& span, Spans& out) const {
  if (span.is_solid()) {
    out.push_back(span);
  } else {
    for (const Span& part : parts_[span.parts]) append_solid(part, out);
  }
}

bool SpanMaker::share_word(const Span& a, const Span& b) const {
  if (a.last < b.first || b.last < a.first) return false;
  if (!a.is_solid()) {
    const auto& sides = parts_[a.parts];
    return share_word(sides[0], b) || share_word(sides[1], b);
  }
  return b.is_solid() || share_word(b, a);
}

bool SpanMaker::has_word(const Span& span, std::uint32_t position) const {
  if (position < span.first || position > span.last) return false;
  if (span.is_solid()) return true;
  const auto& sides = parts_[span.parts];
  return has_word(sides[0], position) || has_word(sides[1], position);
}

/// Whether all words of `part` are words of `span`.
bool SpanMaker::covers(const Span& span, const Span& part) const {
  if (part.first < span.first || part.last > span.last) return false;
  if (!part.is_solid()) {
    const auto& sides = parts_[part.parts];
    return covers(span, sides[0]) && covers(span, sides[1]);
  }
  for (std::uint32_t position = part.first; position <= part.last; ++position) {
    if (!has_word(span, position)) return false;
  }
  return true;
}

std::size_t count_apart(const Spans& spans) {
  Spans by_end = spans;
  std::stable_sort(by_end.begin(), by_end.end(), by_last);
  std::size_t count = 0;
  std::uint32_t last = 0;
  for (const Span& span : by_end) {
    if (count != 0 && span.first <= last) continue;
    ++count;
    last = span.last;
  }
  return count;
}

}  // namespace dateline
