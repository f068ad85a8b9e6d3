#include "searcher/match/text_matcher.h"

#include <fnmatch.h>

#include <algorithm>

#include "common/text/tokenizer.h"
#include "searcher/passages/headline.h"

namespace dateline {

namespace {

/// A number below 4096 that equal words share and most others do not: the tokens of a text that no
/// word of the query can equal are passed over without a hash.
std::size_t fingerprint(std::string_view word) {
  const auto first = static_cast<unsigned char>(word.front());
  const auto last = static_cast<unsigned char>(word.back());
  return (first * 7U + last * 131U + word.size() * 523U) & 4095U;
}

/// How a stem stands in the table of forms, so that it is not taken for a word.
std::string stem_form(std::string_view stem) { return '=' + std::string(stem); }

bool is_glob(const std::string& pattern) {
  return pattern.find_first_of("*?[") != std::string::npos;
}

}  // namespace

bool path_matches(const std::string& path, const std::string& pattern) {
  if (!is_glob(pattern)) return path.find(pattern) != std::string::npos;
  const auto matches_from = [&](std::size_t at) {
    return fnmatch(pattern.c_str(), path.c_str() + at, FNM_NOESCAPE) == 0;
  };
  if (matches_from(0)) return true;
  if (pattern.front() == '/') return false;
  for (std::size_t slash = path.find('/'); slash != std::string::npos;
       slash = path.find('/', slash + 1)) {
    if (matches_from(slash + 1)) return true;
  }
  return false;
}

TextMatcher::TextMatcher(const Node& query, const std::string& language)
    : query_(query), stemmer_(language) {
  collect(query, false);
  places_.resize(forms_.size());
}

void TextMatcher::collect(const Node& node, bool negated) {
  if (node.kind == Node::Kind::Word || node.kind == Node::Kind::Phrase) {
    Leaf leaf;
    leaf.stemmed = node.kind == Node::Kind::Word;
    leaf.negated = negated;
    for (const std::string& word : node.words) {
      if (leaf.stemmed) {
        const std::string_view stem = stemmer_.stem(word);
        leaf.words.push_back(forms_.intern(stem_form(stem)));
        possible_stem_[fingerprint(stem)] = true;
        has_stems_ = true;
      } else {
        leaf.words.push_back(forms_.intern(word));
        possible_[fingerprint(word)] = true;
      }
    }
    leaves_.push_back(std::move(leaf));
  }
  if (node.kind == Node::Kind::Title) has_titles_ = true;
  for (const Node& child : node.children) collect(child, negated != (node.kind == Node::Kind::Not));
}

bool TextMatcher::matches(const StoredArticle& stored) {
  read(stored.article);
  std::size_t leaf = 0;
  return evaluate(query_, stored, false, leaf);
}

void TextMatcher::read(const Article& article) {
  constexpr std::size_t kLargestMemory = 64 * 1024 * 1024;
  if (stemmer_.memory_bytes() > kLargestMemory) stemmer_.forget();
  for (auto& places : places_) places.clear();
  // One position is left free between title and text, so that no phrase runs across.
  text_position_ = read_words(article.title, 0) + 1;
  read_words(article.text, text_position_);
  if (has_titles_) find_headline(article);
}

// The headline is the title or a part of the text: which words are in it shows from their bytes.
void TextMatcher::find_headline(const Article& article) {
  headline_begin_ = 0;
  headline_end_ = text_position_;
  const Headline headline = headline_of(article);
  if (headline.from_title) return;
  const auto first = static_cast<std::uint32_t>(headline.text.data() - article.text.data());
  const auto last = first + static_cast<std::uint32_t>(headline.text.size());
  headline_begin_ = headline_end_ = text_position_;
  Tokenizer tokenizer(article.text);
  Token token;
  while (tokenizer.next(token) && token.begin < last) {
    if (token.begin < first) ++headline_begin_;
    ++headline_end_;
  }
}

// Notes where the words looked for stand in `text`, whose first word has `position`; returns the
// position behind its last.
std::uint32_t TextMatcher::read_words(std::string_view text, std::uint32_t position) {
  Tokenizer tokenizer(text);
  Token token;
  while (tokenizer.next(token)) {
    const Place place{position++, token.begin, token.end};
    if (possible_[fingerprint(token.folded)]) note(token.folded, place);
    if (has_stems_) {
      const std::string_view stem = stemmer_.stem(token.folded);
      if (possible_stem_[fingerprint(stem)]) note(stem_form(stem), place);
    }
  }
  return position;
}

void TextMatcher::note(std::string_view form, const Place& place) {
  if (const auto number = forms_.find(form)) places_[*number].push_back(place);
}

// `leaf` counts the leaves passed, which stand in leaves_ in the same order.
bool TextMatcher::evaluate(const Node& node, const StoredArticle& stored, bool in_title,
                           std::size_t& leaf) {
  const Article& article = stored.article;
  switch (node.kind) {
    case Node::Kind::All:
      return true;
    case Node::Kind::Word:
    case Node::Kind::Phrase:
      return stands(leaves_[leaf++], in_title);
    case Node::Kind::Title:
      return evaluate(node.children[0], stored, true, leaf);
    case Node::Kind::Not:
      return !evaluate(node.children[0], stored, in_title, leaf);
    case Node::Kind::And:
    case Node::Kind::Or: {
      const bool is_and = node.kind == Node::Kind::And;
      bool result = is_and;
      for (const Node& child : node.children) {
        const bool matched = evaluate(child, stored, in_title, leaf);
        result = is_and ? result && matched : result || matched;
      }
      return result;
    }
    case Node::Kind::DateRange:
      return article.date && node.range.first <= *article.date && *article.date <= node.range.last;
    case Node::Kind::DateNone:
      return !article.date;
    case Node::Kind::DateConflict:
      return (article.flags & ArticleFlags::kDateConflict) != 0;
    case Node::Kind::Source:
      return fold(stored.source) == fold(node.value);
    case Node::Kind::Path:
      return path_matches(stored.path, node.value);
  }
  return false;
}

bool TextMatcher::stands(const Leaf& leaf, bool in_title) const {
  const std::uint32_t begin = in_title ? headline_begin_ : 0;
  const std::uint32_t end = in_title ? headline_end_ : UINT32_MAX;
  const auto length = static_cast<std::uint32_t>(leaf.words.size());
  const auto& starts = places_[leaf.words.front()];
  return std::any_of(starts.begin(), starts.end(), [&](const Place& place) {
    return place.position >= begin && place.position + length <= end &&
           continues(leaf, place.position);
  });
}

/// Whether the leaf's second and later words follow its first at `position`.
bool TextMatcher::continues(const Leaf& leaf, std::uint32_t position) const {
  for (std::size_t i = 1; i < leaf.words.size(); ++i) {
    if (find(leaf.words[i], ++position) == nullptr) return false;
  }
  return true;
}

const TextMatcher::Place* TextMatcher::find(std::uint32_t word, std::uint32_t position) const {
  const auto& places = places_[word];
  const auto place =
      std::lower_bound(places.begin(), places.end(), position,
                       [](const Place& p, std::uint32_t value) { return p.position < value; });
  return place != places.end() && place->position == position ? &*place : nullptr;
}

std::vector<Occurrence> TextMatcher::occurrences(const Article& article) {
  read(article);
  std::vector<Occurrence> found;
  for (std::uint32_t number = 0; number < leaves_.size(); ++number) {
    const Leaf& leaf = leaves_[number];
    if (leaf.negated) continue;
    for (const Place& place : places_[leaf.words.front()]) {
      if (place.position < text_position_ || !continues(leaf, place.position)) continue;
      const auto last = place.position + static_cast<std::uint32_t>(leaf.words.size()) - 1;
      found.push_back({place.begin, find(leaf.words.back(), last)->end, number});
    }
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
