#include "searcher/match/text_matcher.h"

#include <algorithm>
#include <iterator>

#include "common/index/schema.h"
#include "common/text/paragraphs.h"
#include "searcher/match/letters.h"
#include "searcher/names/name_places.h"
#include "searcher/passages/headline.h"

namespace dateline {

namespace {

using Kind = Node::Kind;

bool lies_in(const Span& span, bool in_text, std::uint32_t begin, std::uint32_t end) {
  return span.in_text() == in_text && span.begin >= begin && span.end <= end;
}

/// Where the word at `position` is in `places`, or their end.
std::vector<WordPlace>::const_iterator find_word(const std::vector<WordPlace>& places,
                                                 std::uint32_t position) {
  const auto place =
      std::lower_bound(places.begin(), places.end(), position,
                       [](const WordPlace& p, std::uint32_t value) { return p.position < value; });
  return place != places.end() && place->position == position ? place : places.end();
}

}  // namespace

TextMatcher::TextMatcher(const Node& query, Stemmer& stemmer)
    : stemmer_(stemmer),
      words_(stemmer),
      query_(compile(query, false)),
      reader_(words_, places_names_),
      sparse_reader_(words_, farthest_ + 1) {}

TextMatcher::~TextMatcher() = default;

TextMatcher::Operand TextMatcher::compile(const Node& node, bool in_place) {
  Operand operand;
  operand.node = &node;
  asks_facts_ = asks_facts_ || is_fact(node.kind);
  farthest_ = std::max(farthest_, std::min(node.proximity.words, kFarthest));
  switch (node.kind) {
    case Kind::Word:
      operand.slots.push_back(words_.stem_slot(node.words.front()));
      operand.leaf = leaves_++;
      break;
    case Kind::Phrase:
      for (const std::string& word : node.words) operand.slots.push_back(words_.word_slot(word));
      operand.leaf = leaves_++;
      break;
    case Kind::Pattern:
      operand.slots.push_back(words_.any_slot(node.terms));
      operand.leaf = leaves_++;
      break;
    case Kind::Name:
      places_names_ = places_names_ || in_place;
      operand.leaf = leaves_++;
      break;
    default:
      break;
  }
  const bool places = in_place || node.kind == Kind::Near || node.kind == Kind::Zone ||
                      node.kind == Kind::Letters || node.kind == Kind::AtLeast;
  for (const Node& child : node.children) operand.operands.push_back(compile(child, places));
  const bool counts = node.kind == Kind::AtLeast;
  operand.around = surroundings_of(counts ? node.children[0] : node, stemmer_);
  return operand;
}

bool TextMatcher::matches(Candidate& candidate) {
  candidate_ = &candidate;
  article_ = nullptr;
  is_open_ = false;
  return holds(query_, std::nullopt);
}

// The record first, where it may be asked for: words() is a view that reading it takes away.
void TextMatcher::open() {
  if (is_open_) return;
  if (asks_facts_) candidate_->stored();
  const ArticleWords words = candidate_->words();
  open(words.title, words.text);
}

void TextMatcher::open(std::string_view title, std::string_view text) {
  constexpr std::size_t kLargestMemory = 64 * 1024 * 1024;
  if (stemmer_.memory_bytes() > kLargestMemory) stemmer_.forget();
  is_open_ = true;
  is_read_ = false;
  is_sparse_ = false;
  sections_ = {title, text};
  reader_.open(title, text);
  span_maker_.open(title, text);
  for (auto& places : name_places_) places.reset();
}

void TextMatcher::read(const Scope& scope) {
  if (is_sparse_) return;
  open();
  if (!scope) {
    is_read_ = true;
    return reader_.read_all();
  }
  for (const Interval& interval : *scope) reader_.read(interval.in_text, interval.end);
}

bool TextMatcher::match_fact_of(const Node& node) {
  return candidate_ == nullptr || match_fact(node, candidate_->stored());
}

bool TextMatcher::holds(const Operand& operand, const Scope& scope) {
  const bool sparse = read_sparsely(operand, scope);
  is_sparse_ = is_sparse_ || sparse;
  const bool result = decide(operand, scope);
  if (sparse) is_sparse_ = false;
  return result;
}

// Or is left to its operands: the first that matches may be enough.
bool TextMatcher::read_sparsely(const Operand& operand, const Scope& scope) {
  if (is_sparse_ || scope || !operand.around || operand.node->kind == Kind::Or) return false;
  open();
  return !is_read_ && sparse_reader_.read(sections_[0], sections_[1], *operand.around);
}

bool TextMatcher::decide(const Operand& operand, const Scope& scope) {
  const auto child_holds = [&](const Operand& child) { return holds(child, scope); };
  const auto& children = operand.operands;
  switch (operand.node->kind) {
    case Kind::All:
      return true;
    case Kind::Word:
    case Kind::Phrase:
    case Kind::Pattern:
      return visit(operand, scope, [](const Span&) { return true; });
    case Kind::Name:
      if (!scope) return match_fact_of(*operand.node);
      return !name_spans(operand, scope).empty();
    case Kind::And:
      return std::all_of(children.begin(), children.end(), child_holds);
    case Kind::Or:
      return std::any_of(children.begin(), children.end(), child_holds);
    case Kind::Not:
      return !holds(children[0], scope);
    case Kind::Zone:
      open();
      return holds(children[0], zone_scope(operand.node->zone, scope));
    case Kind::Near:
      return holds_near(operand, scope);
    case Kind::Letters:
      return !spans(operand, scope).empty();
    case Kind::AtLeast:
      return count_apart(spans(children[0], scope)) >= operand.node->number;
    default:
      return match_fact_of(*operand.node);
  }
}

bool TextMatcher::holds_near(const Operand& operand, const Scope& scope) {
  const Proximity& proximity = operand.node->proximity;
  const Spans left = spans(operand.operands[0], scope);
  if (left.empty()) return false;
  const Spans right = spans(operand.operands[1], scope);
  if (right.empty()) return proximity.negated;
  return span_maker_.any_near(left, right, proximity);
}

// The occurrences of an operand, as tree.h has them.
Spans TextMatcher::spans(const Operand& operand, const Scope& scope) {
  Spans found;
  switch (operand.node->kind) {
    case Kind::Word:
    case Kind::Phrase:
    case Kind::Pattern:
      visit(operand, scope, [&](const Span& span) {
        found.push_back(span);
        return false;
      });
      return found;
    case Kind::Name:
      return name_spans(operand, scope);
    case Kind::And:
      if (!holds(operand, scope)) return found;
      return all_spans(operand, scope);
    case Kind::Or:
      return all_spans(operand, scope);
    case Kind::Zone:
      open();
      return spans(operand.operands[0], zone_scope(operand.node->zone, scope));
    case Kind::Near: {
      const Spans left = spans(operand.operands[0], scope);
      if (left.empty()) return found;
      return span_maker_.near(left, spans(operand.operands[1], scope), operand.node->proximity);
    }
    case Kind::Letters:
      found = spans(operand.operands[0], scope);
      found.erase(std::remove_if(
                      found.begin(), found.end(),
                      [&](const Span& s) { return !is_written(s, operand.node->letters); }),
                  found.end());
      return found;
    case Kind::AtLeast:
      found = spans(operand.operands[0], scope);
      if (count_apart(found) < operand.node->number) found.clear();
      return found;
    default:
      return found;
  }
}

Spans TextMatcher::all_spans(const Operand& operand, const Scope& scope) {
  Spans found;
  for (const Operand& child : operand.operands) {
    const Spans more = spans(child, scope);
    found.insert(found.end(), more.begin(), more.end());
  }
  sort_spans(found);
  // A word may be an occurrence of several of them, but is one.
  found.erase(std::unique(found.begin(), found.end(),
                          [](const Span& a, const Span& b) {
                            return a.is_solid() && b.is_solid() && a.first == b.first &&
                                   a.last == b.last;
                          }),
              found.end());
  return found;
}

// Calls see(span) for the occurrences of a word, phrase or pattern in order, until it says true.
template <class See>
bool TextMatcher::visit(const Operand& leaf, const Scope& scope, const See& see) {
  read(scope);
  const WordPlaces& places = is_sparse_ ? sparse_reader_.places() : reader_.places();
  for (const WordPlace& place : places[leaf.slots.front()]) {
    Span span;
    span.first = span.last = place.position;
    span.begin = place.begin;
    span.end = place.end;
    span.leaf = leaf.leaf;
    bool goes_on = true;
    for (std::size_t i = 1; i < leaf.slots.size() && goes_on; ++i) {
      const auto& of_word = places[leaf.slots[i]];
      const auto next = find_word(of_word, span.last + 1);
      goes_on = next != of_word.end();
      if (!goes_on) break;
      span.last = next->position;
      span.end = next->end;
    }
    if (!goes_on) continue;
    const bool inside = !scope || std::any_of(scope->begin(), scope->end(), [&](const Interval& i) {
      return lies_in(span, i.in_text, i.begin, i.end);
    });
    if (inside && see(span)) return true;
  }
  return false;
}

const std::vector<ArticleName>& TextMatcher::names() {
  return candidate_ != nullptr ? candidate_->names() : article_->names;
}

const std::vector<NamePlace>& TextMatcher::name_places(bool in_text) {
  auto& places = name_places_[in_text];
  if (!places) places = dateline::name_places(sections_[in_text], names());
  return *places;
}

Spans TextMatcher::name_spans(const Operand& operand, const Scope& scope) {
  read(scope);
  Spans found;
  const auto& terms = operand.node->terms;
  for (const bool in_text : {false, true}) {
    for (const NamePlace& place : name_places(in_text)) {
      const ArticleName& name = names()[place.name];
      if (!std::binary_search(terms.begin(), terms.end(),
                              typed_name(name.type, name.name))) {
        continue;
      }
      Span span;
      span.begin = place.begin;
      span.end = place.end;
      span.leaf = operand.leaf;
      span.first = in_text ? kTextPosition : 0;  // until it is known to have been read
      const bool inside =
          !scope || std::any_of(scope->begin(), scope->end(), [&](const Interval& i) {
            return lies_in(span, i.in_text, i.begin, i.end);
          });
      if (!inside) continue;
      span.first = reader_.position_of(in_text, place.begin);
      span.last = reader_.position_of(in_text, place.end - 1);
      found.push_back(span);
    }
  }
  return found;
}

TextMatcher::Interval TextMatcher::headline() const {
  const Headline line = headline_of(sections_[0], sections_[1]);
  if (line.from_title) return {false, 0, static_cast<std::uint32_t>(sections_[0].size())};
  if (line.text.empty()) return {};
  const auto begin = static_cast<std::uint32_t>(line.text.data() - sections_[1].data());
  return {true, begin, begin + static_cast<std::uint32_t>(line.text.size())};
}

// A zone in a zone is what both have in common.
TextMatcher::Scope TextMatcher::zone_scope(const Zone& zone, const Scope& outer) {
  const std::string_view text = sections_[1];
  std::vector<Interval> parts;
  if (zone.part == Zone::Part::Title || zone.part == Zone::Part::TitleOrLead) {
    parts.push_back(headline());
  }
  if (zone.part == Zone::Part::Lead || zone.part == Zone::Part::TitleOrLead) {
    parts.push_back({true, 0, static_cast<std::uint32_t>(lead_end(text))});
  }
  if (zone.part == Zone::Part::FirstWords) {
    parts.push_back({true, 0, static_cast<std::uint32_t>(end_of_words(text, zone.words))});
  }
  if (!outer) return parts;
  std::vector<Interval> common;
  for (const Interval& a : parts) {
    for (const Interval& b : *outer) {
      const std::uint32_t begin = std::max(a.begin, b.begin);
      const std::uint32_t end = std::min(a.end, b.end);
      if (a.in_text == b.in_text && begin < end) common.push_back({a.in_text, begin, end});
    }
  }
  return common;
}

bool TextMatcher::is_written(const Span& span, Letters letters) const {
  Spans solid;
  span_maker_.append_solid(span, solid);
  return std::all_of(solid.begin(), solid.end(), [&](const Span& s) {
    return is_written_as(sections_[s.in_text()].substr(s.begin, s.end - s.begin), letters);
  });
}

void TextMatcher::collect(const Operand& operand, const Scope& scope, Spans& found) {
  switch (operand.node->kind) {
    case Kind::And:
      for (const Operand& child : operand.operands) collect(child, scope, found);
      break;
    case Kind::Or:
      for (const Operand& child : operand.operands) {
        if (child.node->kind != Kind::And || holds(child, scope)) collect(child, scope, found);
      }
      break;
    case Kind::Zone:
      collect(operand.operands[0], zone_scope(operand.node->zone, scope), found);
      break;
    case Kind::Name:  // has places of its own
      if (!scope) break;
      [[fallthrough]];
    default:
      for (const Span& span : spans(operand, scope)) span_maker_.append_solid(span, found);
  }
}

std::vector<Occurrence> TextMatcher::occurrences(const Article& article) {
  return occurrences(article, true);
}

std::vector<Occurrence> TextMatcher::title_occurrences(const Article& article) {
  if (article.title.empty()) return {};
  return occurrences(article, false);
}

std::vector<Occurrence> TextMatcher::occurrences(const Article& article, bool in_text) {
  candidate_ = nullptr;
  article_ = &article;
  open(article.title, article.text);
  Spans spans;
  collect(query_, std::nullopt, spans);
  std::vector<Occurrence> found;
  for (const Span& span : spans) {
    if (span.in_text() == in_text) found.push_back({span.begin, span.end, span.leaf});
  }
  std::sort(found.begin(), found.end(), [](const Occurrence& a, const Occurrence& b) {
    if (a.begin != b.begin) return a.begin < b.begin;
    return a.end != b.end ? a.end > b.end : a.leaf < b.leaf;
  });
  // Of those that overlap the first stays, and of those that begin together the longest.
  std::vector<Occurrence> apart;
  for (const Occurrence& occurrence : found) {
    if (apart.empty() || occurrence.begin >= apart.back().end) apart.push_back(occurrence);
  }
  return apart;
}

}  // namespace dateline
