#include "tests/integration/brute_force.h"

#include <algorithm>

#include "common/entity.h"
#include "searcher/names/name_places.h"
#include "searcher/passages/headline.h"

namespace dateline {

namespace {

using Kind = Node::Kind;

/// An occurrence: the words it is made of, by their places in title or text, ascending; and the bytes of the
/// words, phrases and names among them.
struct Stretch {
  bool in_text = true;
  std::vector<std::size_t> words;
  std::vector<std::pair<std::size_t, std::size_t>> solid;

  std::size_t first() const { return words.front(); }
  std::size_t last() const { return words.back(); }
};
using Stretches = std::vector<Stretch>;

struct Limit {
  bool in_text;
  std::size_t begin;
  std::size_t end;
};

bool is_operand(const Node& node) {
  switch (node.kind) {
    case Kind::Word:
    case Kind::Phrase:
    case Kind::Pattern:
    case Kind::Name:
    case Kind::Near:
    case Kind::Letters:
    case Kind::Zone:
    case Kind::AtLeast:
      return true;
    default:
      return node.kind == Kind::And || node.kind == Kind::Or;
  }
}

class Scan {
 public:
  /// `with_facts`: else all that is asked beside words counts as true.
  explicit Scan(const PlainArticle& article, bool with_facts = true)
      : article_(article), with_facts_(with_facts) {}

  bool holds(const Node& node) {
    switch (node.kind) {
      case Kind::All:
        return true;
      case Kind::And:
        return std::all_of(node.children.begin(), node.children.end(),
                           [&](const Node& child) { return holds(child); });
      case Kind::Or:
        return std::any_of(node.children.begin(), node.children.end(),
                           [&](const Node& child) { return holds(child); });
      case Kind::Not:
        return !holds(node.children[0]);
      case Kind::Zone:
        return in_zone(node.zone, [&] { return holds(node.children[0]); });
      case Kind::AtLeast:
        return most_apart(stretches(node.children[0])) >= node.number;
      case Kind::Name:
        if (limits_.empty()) return !with_facts_ || has_name(node);
        return !stretches(node).empty();
      case Kind::WordCount: {
        const std::size_t words = article_.title.size() + article_.text.size();
        return !with_facts_ || (words >= node.number && words <= node.number_to);
      }
      default:
        if (is_operand(node)) return !stretches(node).empty();
        return !with_facts_ || match_fact(node, article_.stored);
    }
  }

  void collect(const Node& node, Stretches& found) {
    if (node.kind == Kind::And || node.kind == Kind::Or) {
      for (const Node& child : node.children) {
        if (node.kind == Kind::And || child.kind != Kind::And || holds(child)) {
          collect(child, found);
        }
      }
    } else if (node.kind == Kind::Zone) {
      in_zone(node.zone, [&] {
        collect(node.children[0], found);
        return true;
      });
    } else if (node.kind == Kind::Name && limits_.empty()) {
      // Of the article as a whole: what is written anywhere is not what is asked for.
    } else if (is_operand(node)) {
      for (Stretch& stretch : stretches(node)) found.push_back(std::move(stretch));
    }
  }

 private:
  const std::vector<PlainWord>& words(bool in_text) const {
    return in_text ? article_.text : article_.title;
  }

  Stretches stretches(const Node& node) {
    switch (node.kind) {
      case Kind::Word:
      case Kind::Phrase:
      case Kind::Pattern:
        return leaf(node);
      case Kind::Name:
        return named(node);
      case Kind::Or:
        return all_of(node);
      case Kind::And:
        return holds(node) ? all_of(node) : Stretches{};
      case Kind::Near:
        return near(node);
      case Kind::Letters: {
        Stretches found = stretches(node.children[0]);
        found.erase(std::remove_if(found.begin(), found.end(),
                                   [&](const Stretch& s) { return !is_written(s, node.letters); }),
                    found.end());
        return found;
      }
      case Kind::AtLeast:
        return holds(node) ? stretches(node.children[0]) : Stretches{};
      case Kind::Zone: {
        Stretches found;
        in_zone(node.zone, [&] {
          found = stretches(node.children[0]);
          return true;
        });
        return found;
      }
      default:
        return {};
    }
  }

  Stretches all_of(const Node& node) {
    Stretches found;
    for (const Node& child : node.children) {
      for (Stretch& stretch : stretches(child)) found.push_back(std::move(stretch));
    }
    return found;
  }

  Stretches leaf(const Node& node) const {
    Stretches found;
    const std::size_t length = node.kind == Kind::Phrase ? node.words.size() : 1;
    for (const bool in_text : {false, true}) {
      const auto& all = words(in_text);
      for (std::size_t at = 0; at + length <= all.size(); ++at) {
        if (!stands(node, all, at) || !is_allowed(in_text, all[at].begin, all[at + length - 1].end)) {
          continue;
        }
        Stretch stretch{in_text, {}, {{all[at].begin, all[at + length - 1].end}}};
        for (std::size_t i = 0; i < length; ++i) stretch.words.push_back(at + i);
        found.push_back(std::move(stretch));
      }
    }
    return found;
  }

  static bool is_meant(const Node& node, const ArticleName& name) {
    return std::binary_search(node.terms.begin(), node.terms.end(),
                              typed_name(name.type, name.name));
  }

  bool has_name(const Node& node) const {
    const auto& names = article_.stored.article.names;
    return std::any_of(names.begin(), names.end(),
                       [&](const ArticleName& name) { return is_meant(node, name); });
  }

  Stretches named(const Node& node) const {
    Stretches found;
    for (const bool in_text : {false, true}) {
      for (const NamePlace& place : in_text ? article_.text_names : article_.title_names) {
        if (!is_meant(node, article_.stored.article.names[place.name])) continue;
        if (!is_allowed(in_text, place.begin, place.end)) continue;
        Stretch stretch{in_text, {}, {{place.begin, place.end}}};
        const auto& all = words(in_text);
        for (std::size_t at = 0; at < all.size(); ++at) {
          if (all[at].begin < place.end && place.begin < all[at].end) stretch.words.push_back(at);
        }
        found.push_back(std::move(stretch));
      }
    }
    return found;
  }

  static bool stands(const Node& node, const std::vector<PlainWord>& all, std::size_t at) {
    if (node.kind == Kind::Pattern) {
      return std::binary_search(node.terms.begin(), node.terms.end(), all[at].folded);
    }
    if (node.kind == Kind::Word) {
      static std::string word, stem;
      if (word != node.words[0]) {
        word = node.words[0];
        stem = plain_words(word).at(0).stem;
      }
      return all[at].stem == stem;
    }
    for (std::size_t i = 0; i < node.words.size(); ++i) {
      if (all[at + i].folded != node.words[i]) return false;
    }
    return true;
  }

  bool is_allowed(bool in_text, std::size_t begin, std::size_t end) const {
    return std::all_of(limits_.begin(), limits_.end(), [&](const std::vector<Limit>& limits) {
      return std::any_of(limits.begin(), limits.end(), [&](const Limit& limit) {
        return limit.in_text == in_text && limit.begin <= begin && end <= limit.end;
      });
    });
  }

  template <class Action>
  bool in_zone(const Zone& zone, const Action& action) {
    const Article& article = article_.stored.article;
    std::vector<Limit> limits;
    if (zone.part == Zone::Part::Title || zone.part == Zone::Part::TitleOrLead) {
      const Headline line = headline_of(article);
      const auto begin = static_cast<std::size_t>(
          line.text.data() - (line.from_title ? article.title.data() : article.text.data()));
      if (!line.text.empty()) limits.push_back({!line.from_title, begin, begin + line.text.size()});
    }
    if (zone.part == Zone::Part::Lead || zone.part == Zone::Part::TitleOrLead) {
      limits.push_back({true, 0, plain_lead_end(article.text)});
    }
    if (zone.part == Zone::Part::FirstWords) {
      const std::size_t count = std::min<std::size_t>(zone.words, article_.text.size());
      limits.push_back({true, 0, count == 0 ? 0 : article_.text[count - 1].end});
    }
    limits_.push_back(limits);
    const bool result = action();
    limits_.pop_back();
    return result;
  }

  bool is_written(const Stretch& stretch, Letters letters) const {
    return std::all_of(stretch.words.begin(), stretch.words.end(), [&](std::size_t at) {
      const PlainWord& word = words(stretch.in_text)[at];
      if (letters == Letters::Caps) return word.has_capital;
      return letters == Letters::AllCaps ? !word.has_small : !word.has_capital;
    });
  }

  bool is_in_one(const Stretch& a, const Stretch& b, Proximity::Unit unit) const {
    const auto& all = words(a.in_text);
    const auto unit_of = [&](std::size_t at) {
      return unit == Proximity::Unit::Sentence ? all[at].sentence : all[at].paragraph;
    };
    const std::size_t first = unit_of(a.first());
    return first == unit_of(a.last()) && first == unit_of(b.first()) && first == unit_of(b.last());
  }

  bool are_near(const Stretch& a, const Stretch& b, const Proximity& how) const {
    if (a.in_text != b.in_text) return false;
    if (how.ordered && a.last() >= b.first()) return false;
    if (how.unit != Proximity::Unit::Words) return is_in_one(a, b, how.unit);
    std::size_t apart = 0;
    if (b.first() > a.last()) apart = b.first() - a.last();
    if (a.first() > b.last()) apart = a.first() - b.last();
    return apart <= how.words;
  }

  static bool share_a_word(const Stretch& a, const Stretch& b) {
    return std::any_of(a.words.begin(), a.words.end(), [&](std::size_t word) {
      return std::binary_search(b.words.begin(), b.words.end(), word);
    });
  }

  Stretches near(const Node& node) {
    const Proximity& how = node.proximity;
    const Stretches left = stretches(node.children[0]);
    const Stretches right = stretches(node.children[1]);
    Stretches found;
    for (const Stretch& a : left) {
      bool alone = true;
      for (const Stretch& b : right) {
        if (!are_near(a, b, how)) continue;
        if (how.negated) {
          // Itself, or a part of itself, is not another.
          alone = alone && std::includes(a.words.begin(), a.words.end(), b.words.begin(),
                                         b.words.end());
        } else if (!share_a_word(a, b)) {
          Stretch both = a;
          both.words.insert(both.words.end(), b.words.begin(), b.words.end());
          std::sort(both.words.begin(), both.words.end());
          both.solid.insert(both.solid.end(), b.solid.begin(), b.solid.end());
          found.push_back(std::move(both));
        }
      }
      if (how.negated && alone) found.push_back(a);
    }
    return found;
  }

  /// Of stretches from first to last word: always the one that ends first is one of the most.
  static std::size_t most_apart(Stretches all) {
    std::size_t count = 0;
    for (const bool in_text : {false, true}) {
      std::size_t free_from = 0;
      while (true) {
        const Stretch* best = nullptr;
        for (const Stretch& one : all) {
          if (one.in_text != in_text || one.first() < free_from) continue;
          if (best == nullptr || one.last() < best->last()) best = &one;
        }
        if (best == nullptr) break;
        ++count;
        free_from = best->last() + 1;
      }
    }
    return count;
  }

  const PlainArticle& article_;
  const bool with_facts_;
  std::vector<std::vector<Limit>> limits_;  ///< of all zones around
};

}  // namespace

PlainArticle plain_article(StoredArticle stored) {
  PlainArticle article;
  article.title = plain_words(stored.article.title);
  article.text = plain_words(stored.article.text);
  article.title_names = name_places(stored.article.title, stored.article.names);
  article.text_names = name_places(stored.article.text, stored.article.names);
  article.stored = std::move(stored);
  return article;
}

bool matches_by_scan(const Node& query, const PlainArticle& article) {
  return Scan(article).holds(query);
}

std::vector<std::pair<std::size_t, std::size_t>> places_by_scan(const Node& query,
                                                                const PlainArticle& article,
                                                                bool in_text) {
  Stretches found;
  Scan(article, false).collect(query, found);
  std::vector<std::pair<std::size_t, std::size_t>> places;
  for (const Stretch& stretch : found) {
    if (stretch.in_text != in_text) continue;
    places.insert(places.end(), stretch.solid.begin(), stretch.solid.end());
  }
  std::sort(places.begin(), places.end());
  places.erase(std::unique(places.begin(), places.end()), places.end());
  return places;
}

}  // namespace dateline
