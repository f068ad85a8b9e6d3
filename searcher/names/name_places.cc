#include "searcher/names/name_places.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <string>
#include <unordered_map>

#include "common/text/tokenizer.h"

namespace dateline {

namespace {

constexpr std::size_t kShortestFamilyName = 3;  // in bytes
constexpr std::size_t kFewestInitials = 2;

struct Word {
  std::uint32_t begin;
  std::uint32_t end;
  std::string folded;
  bool is_in_capitals;  ///< of ASCII: has no small letter
};

std::vector<Word> words_of(std::string_view text) {
  std::vector<Word> words;
  Tokenizer tokenizer(text);
  for (Token token; tokenizer.next(token);) {
    const std::string_view written = text.substr(token.begin, token.end - token.begin);
    const bool in_capitals =
        std::none_of(written.begin(), written.end(), [](char c) { return c >= 'a' && c <= 'z'; });
    words.push_back({token.begin, token.end, std::string(token.folded), in_capitals});
  }
  return words;
}

/// "united", "nations" -> "un"; of the words that such short forms leave out none. Empty of a
/// single word and where a word begins with another letter than ASCII's.
std::string initials_of(const std::vector<std::string>& words) {
  static constexpr std::string_view kLeftOut[] = {"and", "for", "of", "on", "the"};
  std::string initials;
  for (const std::string& word : words) {
    if (std::find(std::begin(kLeftOut), std::end(kLeftOut), word) != std::end(kLeftOut)) continue;
    if (word[0] < 'a' || word[0] > 'z') return "";
    initials += word[0];
  }
  return words.size() > 1 ? initials : "";
}

/// What is looked for. An article may have as many names as words: the cost of looking is one look-up for each number
/// of words that a form with the same first word has.
class Forms {
 public:
  explicit Forms(const std::vector<ArticleName>& names) {
    for (std::uint32_t number = 0; number < names.size(); ++number) {
      const ArticleName& name = names[number];
      std::vector<std::string> words;
      for (Word& word : words_of(name.name)) words.push_back(std::move(word.folded));
      if (words.empty()) continue;
      const std::string initials = initials_of(words);
      const bool is_person = name.type == EntityType::Person;
      add(words, {name.type, number, words.size()});
      if (is_person && words.back().size() >= kShortestFamilyName) {
        add({words.back()}, {name.type, number, 1});
      }
      if (!is_person && initials.size() >= kFewestInitials) {
        add({initials}, {name.type, number, 1, true});
      }
    }
  }

  struct Form {
    EntityType type;
    std::uint32_t name;
    std::size_t words;
    bool in_capitals = false;  ///< stands only where the text has no small letter
  };

  /// The longest that stands at words[at], the first of equals; null: none.
  const Form* at(const std::vector<Word>& words, std::size_t at) const {
    const auto lengths = lengths_.find(words[at].folded);
    if (lengths == lengths_.end()) return nullptr;
    const Form* longest = nullptr;
    std::string key;
    std::size_t end = at;
    for (const std::size_t length : lengths->second) {
      if (length > words.size() - at) break;
      while (end < at + length) key += words[end++].folded + ' ';
      const auto forms = forms_.find(key);
      if (forms == forms_.end()) continue;
      const auto stands = std::find_if(
          forms->second.begin(), forms->second.end(),
          [&](const Form& form) { return !form.in_capitals || words[at].is_in_capitals; });
      if (stands != forms->second.end()) longest = &*stands;
    }
    return longest;
  }

 private:
  void add(const std::vector<std::string>& words, const Form& form) {
    std::string key;
    for (const std::string& word : words) key += word + ' ';
    std::vector<Form>& forms = forms_[key];
    const bool is_hidden = std::any_of(forms.begin(), forms.end(), [&](const Form& earlier) {
      return !earlier.in_capitals || form.in_capitals;
    });
    if (is_hidden) return;
    forms.push_back(form);
    lengths_[words.front()].insert(words.size());
  }

  std::unordered_map<std::string, std::vector<Form>> forms_;  ///< by their words, two at most
  std::unordered_map<std::string, std::set<std::size_t>> lengths_;  ///< in words, by their first word
};

}  // namespace

std::vector<NamePlace> name_places(std::string_view text, const std::vector<ArticleName>& names) {
  std::vector<NamePlace> places;
  if (names.empty()) return places;
  const Forms forms(names);
  const std::vector<Word> words = words_of(text);
  for (std::size_t i = 0; i < words.size(); ++i) {
    const char first = text[words[i].begin];
    if (first >= 'a' && first <= 'z') continue;
    const auto* form = forms.at(words, i);
    if (form == nullptr) continue;
    const std::size_t last = i + form->words - 1;
    places.push_back({words[i].begin, words[last].end, form->type, form->name});
    i = last;
  }
  return places;
}

}  // namespace dateline
