#include "indexer/entities/name_resolver.h"

#include <algorithm>
#include <unordered_map>

#include "indexer/entities/mention_repair.h"
#include "indexer/entities/name_words.h"
#include "indexer/entities/word_form.h"

namespace dateline {
namespace {

/// Names are compared in at most this many words.
constexpr std::size_t kMaxNameWords = 12;
/// The longest known name of a place that is looked for in front of a person.
constexpr std::size_t kMaxPlaceWords = 5;

/// "Barack H. Obama" and "Barack Obama": same first and last word, one without the middle.
bool same_but_for_middle(const Words& a, const Words& b) {
  return a.front() == b.front() && a.back() == b.back() && (a.size() == 2 || b.size() == 2);
}

/// "J. Smith" and "John Smith"
bool initial_of(const Words& whole, const Words& part) {
  return part.size() == 2 && part[0].size() == 1 && whole.size() >= 2 &&
         whole.back() == part[1] && whole[0].size() > 1 && whole[0][0] == part[0][0];
}

bool all_capitals(const std::string& word) {
  return (traits_of(word) & WordTraits::kAllCapital) != 0;
}

bool has_small_letter(const std::string& word) {
  return std::any_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

/// A mention on its way to its canonical name.
struct Name {
  Words words;  ///< stripped, as written
  Words keys;   ///< of the words
  EntityType kind = EntityType::Person;
  bool known = false;  ///< from the table: final
  std::string canonical;
};

class Resolver {
 public:
  Resolver(std::string_view text, const NameRules& rules, std::vector<Mention>& mentions)
      : text_(text), rules_(rules), mentions_(mentions) {}

  void run() {
    repair_mentions(text_, rules_, mentions_);
    for (const auto& mention : mentions_) names_.push_back(prepare(mention));
    index_full_names();
    for (std::size_t i = 0; i < names_.size(); ++i) correct_kind(names_[i]);
    for (std::size_t i = 0; i < names_.size(); ++i) resolve(i);
    finish();
  }

 private:
  std::string_view written(const Mention& mention) const {
    return text_.substr(mention.begin, mention.end - mention.begin);
  }

  /// A lone word that only one kind of full name has is of that kind: "Exxon" with "Exxon Mobil" is no
  /// person, "Tokayev" with "Kassym-Jomart Tokayev" no organisation.
  void correct_kind(Name& name) const {
    if (name.known || name.words.size() != 1 || name.kind == EntityType::Place) return;
    const auto found = full_names_.find(name.keys[0]);
    if (found == full_names_.end()) return;
    bool person = false;
    bool organisation = false;
    for (std::size_t n = 0; n < found->second.size() && n < kMostTried; ++n) {
      const Name& full = names_[found->second[n]];
      person = person || full.kind == EntityType::Person;
      organisation = organisation || (full.kind == EntityType::Organisation && full.keys[0] == name.keys[0]);
    }
    if (person != organisation) name.kind = person ? EntityType::Person : EntityType::Organisation;
  }

  Name prepare(const Mention& mention) {
    Name name;
    name.kind = mention.kind;
    name.words = split(written(mention));
    if (name.words.empty()) return name;
    for (const auto suffix : {"'s", "’s", "'S", "'", "’", ",", "-"}) strip_suffix(name.words.back(), suffix);
    name.keys = keys_of(name.words);
    if (look_up(name)) return name;
    drop_text_after_heading(name);
    strip_front(name);
    if (name.kind == EntityType::Organisation) strip_legal_suffix(name);
    if (name.words.size() > kMaxNameWords) {
      name.words.resize(kMaxNameWords);
      name.keys.resize(kMaxNameWords);
    }
    const bool is_event = name.keys.size() > 1 && rules_.is_event_head(name.keys[0]);
    if (is_event || rules_.is_never_a_name(join(name.keys))) {
      name.words.clear();
      name.keys.clear();
      return name;
    }
    if (!look_up(name)) restore_case(name);
    return name;
  }

  bool look_up(Name& name) const {
    if (name.kind == EntityType::Person || name.keys.empty()) return false;
    const auto known = rules_.known_name(join(name.keys));
    if (!known) return false;
    name.kind = known->kind;
    name.canonical = known->canonical;
    name.known = true;
    return true;
  }

  void drop_first(Name& name, std::size_t count = 1) const {
    const auto n = static_cast<std::ptrdiff_t>(count);
    name.words.erase(name.words.begin(), name.words.begin() + n);
    name.keys.erase(name.keys.begin(), name.keys.begin() + n);
  }

  /// Titles before persons, "the" before all.
  void strip_front(Name& name) const {
    const bool person = name.kind == EntityType::Person;
    bool title = false;
    while (!name.words.empty()) {
      if (rules_.is_article(name.keys[0])) {
        drop_first(name);
      } else if (person && rules_.is_title(name.keys[0])) {
        title = true;
        drop_first(name);
      } else if (person && title && rules_.is_of(name.keys[0])) {
        drop_first(name);
        drop_office(name);
      } else {
        break;
      }
    }
    if (person && name.keys.size() > 2) {
      drop_first(name, place_in_front(name, 2, name.keys.size() - 1));
    }
  }

  /// Words of the longest known place that the name begins with, 0 if it has none of so many.
  std::size_t place_in_front(const Name& name, std::size_t least, std::size_t most) const {
    for (std::size_t n = std::min(most, kMaxPlaceWords); n >= least; --n) {
      const auto end = name.keys.begin() + static_cast<std::ptrdiff_t>(n);
      const auto known = rules_.known_name(join(Words(name.keys.begin(), end)));
      if (known && known->kind == EntityType::Place) return n;
    }
    return 0;
  }

  /// What a title is of: "(Vice President of) the United States", "(Secretary of) State".
  void drop_office(Name& name) const {
    if (!name.words.empty() && rules_.is_article(name.keys[0])) drop_first(name);
    if (name.words.empty()) return;
    drop_first(name, std::max(place_in_front(name, 1, name.keys.size()), std::size_t{1}));
  }

  /// "THE WHITE HOUSE Office": a heading in capitals that runs on into the text.
  void drop_text_after_heading(Name& name) const {
    const auto text = std::find_if(name.words.begin(), name.words.end(), has_small_letter);
    const auto long_words = std::count_if(name.words.begin(), text,
                                          [](const std::string& word) { return word.size() > 4; });
    if (long_words < 2) return;
    name.words.erase(text, name.words.end());
    name.keys.resize(name.words.size());
  }

  void strip_legal_suffix(Name& name) const {
    while (name.words.size() > 1 && rules_.is_legal_suffix(name.keys.back())) {
      const bool follows_and = name.words[name.words.size() - 2] == "&";
      if (follows_and) return;
      name.words.pop_back();
      name.keys.pop_back();
      strip_suffix(name.words.back(), ",");
      name.keys.back() = key_of(name.words.back());
    }
  }

  /// "VLADIMIR PUTIN" -> "Vladimir Putin"; acronyms stay.
  void restore_case(Name& name) const {
    const bool all = std::all_of(name.words.begin(), name.words.end(), all_capitals);
    if (!all) return;
    const bool lone = name.words.size() == 1;
    if (lone && (name.words[0].size() < 5 || name.kind == EntityType::Organisation)) return;
    for (auto& word : name.words) word = title_case(word);
  }

  void index_full_names() {
    for (std::size_t i = 0; i < names_.size(); ++i) {
      const Name& name = names_[i];
      if (name.words.empty() || name.known) continue;
      if (name.kind == EntityType::Organisation) add_initials(i);
      if (name.words.size() < 2 || name.kind == EntityType::Place) continue;
      for (const auto& key : name.keys) {
        auto& list = full_names_[key];
        if (list.empty() || list.back() != i) list.push_back(i);
      }
    }
  }

  void add_initials(std::size_t i) {
    std::string all;
    std::string large;
    for (const auto& key : names_[i].keys) {
      all += key[0];
      if (!rules_.is_small_word(key)) large += key[0];
    }
    if (large.size() < 2) return;
    initials_.try_emplace(large, i);
    initials_.try_emplace(all, i);
  }

  void resolve(std::size_t i) {
    Name& name = names_[i];
    if (name.known || name.words.empty()) return;
    switch (name.kind) {
      case EntityType::Person: return resolve_person(i);
      case EntityType::Organisation: return resolve_organisation(i);
      case EntityType::Place: name.canonical = join(name.words);
    }
  }

  /// The best full name of the same kind for `i`: matches are tried in turn over the names before it,
  /// latest first, then over those after it.
  template <class Match>
  const Name* find_full(std::size_t i, const std::string& key, Match match) const {
    const auto found = full_names_.find(key);
    if (found == full_names_.end()) return nullptr;
    const auto& at = found->second;
    const auto here = std::lower_bound(at.begin(), at.end(), i);
    std::size_t tried = 0;
    for (auto k = here; k != at.begin() && tried < kMostTried; ++tried) {
      const Name& full = names_[*--k];
      if (full.kind == names_[i].kind && match(full.keys)) return &full;
    }
    tried = 0;
    for (auto k = here; k != at.end() && tried < kMostTried; ++k, ++tried) {
      const Name& full = names_[*k];
      if (*k != i && full.kind == names_[i].kind && match(full.keys)) return &full;
    }
    return nullptr;
  }

  void resolve_person(std::size_t i) {
    Name& name = names_[i];
    const Words& keys = name.keys;
    const Name* full = shorter_form(i);
    if (full == nullptr) {
      full = find_full(i, keys.back(), [&](const Words& other) {
        return other.size() > keys.size() && ends_with(other, keys);
      });
    }
    if (full == nullptr) {
      full = find_full(i, keys.back(), [&](const Words& other) {
        return other.size() > keys.size() && contains(other, keys);
      });
    }
    name.canonical = full == nullptr ? join(name.words) : canonical_person(*full);
  }

  /// "Barack Obama" for "Barack H. Obama", "John Smith" for "J. Smith".
  const Name* shorter_form(std::size_t i) const {
    const Words& keys = names_[i].keys;
    if (keys.size() < 2) return nullptr;
    const Name* full = find_full(i, keys.back(), [&](const Words& other) {
      return other.size() == 2 && keys.size() > 2 && same_but_for_middle(other, keys);
    });
    if (full != nullptr) return full;
    return find_full(i, keys.back(), [&](const Words& other) { return initial_of(other, keys); });
  }

  /// A full name may itself have a shorter full form in the article.
  std::string canonical_person(const Name& full) const {
    const auto i = static_cast<std::size_t>(&full - names_.data());
    const Name* shorter = shorter_form(i);
    return join(shorter == nullptr ? full.words : shorter->words);
  }

  void resolve_organisation(std::size_t i) {
    Name& name = names_[i];
    if (name.words.size() == 1) {
      if (const Name* spelled = spelled_out(i)) {
        name.canonical = join(spelled->words);
        return;
      }
    }
    const Words& keys = name.keys;
    const bool lone = keys.size() == 1;
    const bool generic = lone && rules_.is_generic(keys[0]);
    const Name* full = find_full(i, keys[0], [&](const Words& other) {
      return other.size() > keys.size() && !generic && starts_with(other, keys);
    });
    if (full == nullptr && lone) {
      full = find_full(i, keys[0], [&](const Words& other) {
        return other.size() > 1 && (ends_with(other, keys) || starts_with(other, keys));
      });
    }
    if (full != nullptr) {
      name.canonical = join(full->words);
    } else if (!generic) {
      name.canonical = join(name.words);
    }
  }

  /// The organisation of which a word in capitals is the acronym.
  const Name* spelled_out(std::size_t i) const {
    const Name& name = names_[i];
    const std::string& word = name.words[0];
    if ((traits_of(word) & WordTraits::kAllCapital) == 0 || word.size() < 2) return nullptr;
    const auto found = initials_.find(name.keys[0]);
    return found == initials_.end() || found->second == i ? nullptr : &names_[found->second];
  }

  /// Takes over the names, and what the tables know about the resolved ones.
  void finish() {
    std::size_t kept = 0;
    for (std::size_t i = 0; i < mentions_.size(); ++i) {
      Name& name = names_[i];
      if (name.canonical.empty()) continue;
      if (!name.known && name.kind != EntityType::Person) {
        const auto known = rules_.known_name(join(keys_of(split(name.canonical))));
        if (known) {
          name.kind = known->kind;
          name.canonical = known->canonical;
        }
      }
      Mention mention = mentions_[i];
      mention.kind = name.kind;
      mention.canonical = std::move(name.canonical);
      mentions_[kept++] = std::move(mention);
    }
    mentions_.resize(kept);
  }

  static constexpr std::size_t kMostTried = 64;

  std::string_view text_;
  const NameRules& rules_;
  std::vector<Mention>& mentions_;
  std::vector<Name> names_;
  std::unordered_map<std::string, std::vector<std::size_t>> full_names_;  ///< by each of their words
  std::unordered_map<std::string, std::size_t> initials_;
};

}  // namespace

void resolve_names(std::string_view text, const NameRules& rules, std::vector<Mention>& mentions) {
  Resolver(text, rules, mentions).run();
}

}  // namespace dateline
