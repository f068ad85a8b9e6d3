#include "searcher/match/text_matcher.h"

#include <fnmatch.h>

#include <algorithm>

#include "common/index/schema.h"
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

bool has_any_name(const Article& article, const std::vector<std::string>& terms) {
  return std::any_of(article.names.begin(), article.names.end(), [&](const ArticleName& name) {
    return std::binary_search(terms.begin(), terms.end(),
                              schema::entity_term(name.type, name.name));
  });
}

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

TextMatcher::TextMatcher(const Node& query, Stemmer& stemmer) : query_(query), stemmer_(stemmer) {
  collect(query, false);
  if (!stemmer_.keeps_first_byte()) possible_first_.fill(has_stems_);
  all_.by_form.resize(forms_.size());
  headline_.by_form.resize(forms_.size());
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
        possible_first_[static_cast<unsigned char>(stem.front())] = true;
        has_stems_ = true;
      } else {
        leaf.words.push_back(forms_.intern(word));
        possible_[fingerprint(word)] = true;
      }
    }
    leaves_.push_back(std::move(leaf));
  }
  for (const Node& child : node.children) collect(child, negated != (node.kind == Node::Kind::Not));
}

bool TextMatcher::matches(Candidate& candidate) {
  forget_article();
  std::size_t leaf = 0;
  return evaluate(query_, candidate, false, leaf);
}

void TextMatcher::forget_article() {
  constexpr std::size_t kLargestMemory = 64 * 1024 * 1024;
  if (stemmer_.memory_bytes() > kLargestMemory) stemmer_.forget();
  for (Places* places : {&all_, &headline_}) {
    places->is_read = false;
    for (auto& of_form : places->by_form) of_form.clear();
  }
}

const TextMatcher::Places& TextMatcher::places(Candidate& candidate, bool in_headline) {
  Places& places = in_headline ? headline_ : all_;
  if (places.is_read) return places;
  places.is_read = true;
  if (in_headline) {
    read_words(headline_of(candidate.stored().article).text, 0, places);
  } else {
    const ArticleWords words = candidate.words();
    // One position is left free between title and text, so that no phrase runs across.
    const std::uint32_t end = read_words(words.title, 0, places);
    read_words(words.text, end + 1, places);
  }
  return places;
}

// Notes where the words looked for stand in `text`, whose first word has `position`; returns the
// position behind its last.
std::uint32_t TextMatcher::read_words(std::string_view text, std::uint32_t position,
                                      Places& places) {
  Tokenizer tokenizer(text);
  Token token;
  while (tokenizer.next(token)) {
    const Place place{position++, token.begin, token.end};
    if (possible_[fingerprint(token.folded)]) note(token.folded, place, places);
    if (possible_first_[static_cast<unsigned char>(token.folded.front())]) {
      const std::string_view stem = stemmer_.stem(token.folded);
      if (possible_stem_[fingerprint(stem)]) note(stem_form(stem), place, places);
    }
  }
  return position;
}

void TextMatcher::note(std::string_view form, const Place& place, Places& places) const {
  if (const auto number = forms_.find(form)) places.by_form[*number].push_back(place);
}

std::size_t TextMatcher::count_leaves(const Node& node) {
  std::size_t count = node.kind == Node::Kind::Word || node.kind == Node::Kind::Phrase ? 1 : 0;
  for (const Node& child : node.children) count += count_leaves(child);
  return count;
}

// `leaf` counts the leaves passed, which stand in leaves_ in the same order.
bool TextMatcher::evaluate(const Node& node, Candidate& candidate, bool in_headline,
                           std::size_t& leaf) {
  switch (node.kind) {
    case Node::Kind::All:
      return true;
    case Node::Kind::Word:
    case Node::Kind::Phrase:
      return stands(leaves_[leaf++], places(candidate, in_headline));
    case Node::Kind::Zone:
      return evaluate(node.children[0], candidate, true, leaf);
    case Node::Kind::Not:
      return !evaluate(node.children[0], candidate, in_headline, leaf);
    case Node::Kind::And:
    case Node::Kind::Or: {
      const bool decides = node.kind == Node::Kind::Or;  // one child like this decides
      bool decided = false;
      for (const Node& child : node.children) {
        if (decided) {
          leaf += count_leaves(child);
        } else {
          decided = evaluate(child, candidate, in_headline, leaf) == decides;
        }
      }
      return decided == decides;
    }
    case Node::Kind::DateRange: {
      const auto& date = candidate.stored().article.date;
      return date && node.range.first <= *date && *date <= node.range.last;
    }
    case Node::Kind::DateNone:
      return !candidate.stored().article.date;
    case Node::Kind::DateConflict:
      return (candidate.stored().article.flags & ArticleFlags::kDateConflict) != 0;
    case Node::Kind::Source:
      return fold(candidate.stored().source) == fold(node.value);
    case Node::Kind::Name:
      return has_any_name(candidate.stored().article, node.terms);
    case Node::Kind::Path:
      return path_matches(candidate.stored().path, node.value);
    default:  // the parser does not make the others yet
      return false;
  }
  return false;
}

bool TextMatcher::stands(const Leaf& leaf, const Places& places) const {
  const auto& starts = places.by_form[leaf.words.front()];
  return std::any_of(starts.begin(), starts.end(),
                     [&](const Place& place) { return continues(leaf, places, place.position); });
}

/// Whether the leaf's second and later words follow its first at `position`.
bool TextMatcher::continues(const Leaf& leaf, const Places& places, std::uint32_t position) const {
  for (std::size_t i = 1; i < leaf.words.size(); ++i) {
    if (find(places.by_form[leaf.words[i]], ++position) == nullptr) return false;
  }
  return true;
}

const TextMatcher::Place* TextMatcher::find(const std::vector<Place>& places,
                                            std::uint32_t position) {
  const auto place =
      std::lower_bound(places.begin(), places.end(), position,
                       [](const Place& p, std::uint32_t value) { return p.position < value; });
  return place != places.end() && place->position == position ? &*place : nullptr;
}

std::vector<Occurrence> TextMatcher::occurrences(std::string_view text) {
  forget_article();
  read_words(text, 0, all_);
  std::vector<Occurrence> found;
  for (std::uint32_t number = 0; number < leaves_.size(); ++number) {
    const Leaf& leaf = leaves_[number];
    if (leaf.negated) continue;
    for (const Place& place : all_.by_form[leaf.words.front()]) {
      if (!continues(leaf, all_, place.position)) continue;
      const auto last = place.position + static_cast<std::uint32_t>(leaf.words.size()) - 1;
      found.push_back({place.begin, find(all_.by_form[leaf.words.back()], last)->end, number});
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
