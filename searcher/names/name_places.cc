#include "searcher/names/name_places.h"

#include <algorithm>
#include <iterator>
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

/// What is looked for, by its first word.
class Forms {
 public:
  explicit Forms(const std::vector<ArticleName>& names) {
    for (std::uint32_t number = 0; number < names.size(); ++number) {
      const ArticleName& name = names[number];
      std::vector<std::string> words;
      for (Word& word : words_of(name.name)) words.push_back(std::move(word.folded));
      if (words.empty()) continue;
      const std::string last = words.back();
      const std::string initials = initials_of(words);
      const bool is_person = name.type == EntityType::Person;
      add({name.type, number, std::move(words)});
      if (is_person && last.size() >= kShortestFamilyName) add({name.type, number, {last}});
      if (!is_person && initials.size() >= kFewestInitials) {
        add({name.type, number, {initials}, true});
      }
    }
  }

  struct Form {
    EntityType type;
    std::uint32_t name;
    std::vector<std::string> words;
    bool in_capitals = false;  ///< stands only where the text has no small letter
  };

  /// The longest that stands at words[at], the first of equals; null: none.
  const Form* at(const std::vector<Word>& words, std::size_t at) const {
    const auto forms = by_first_.find(words[at].folded);
    if (forms == by_first_.end()) return nullptr;
    const Form* longest = nullptr;
    for (const Form& form : forms->second) {
      if (longest != nullptr && form.words.size() <= longest->words.size()) continue;
      const bool stands =
          words.size() - at >= form.words.size() &&
          (!form.in_capitals || words[at].is_in_capitals) &&
          std::equal(
              form.words.begin(), form.words.end(), words.begin() + static_cast<std::ptrdiff_t>(at),
              [](const std::string& form_word, const Word& w) { return form_word == w.folded; });
      if (stands) longest = &form;
    }
    return longest;
  }

 private:
  void add(Form form) {
    const std::string first = form.words.front();
    by_first_[first].push_back(std::move(form));
  }

  std::unordered_map<std::string, std::vector<Form>> by_first_;
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
    const std::size_t last = i + form->words.size() - 1;
    places.push_back({words[i].begin, words[last].end, form->type, form->name});
    i = last;
  }
  return places;
}

}  // namespace dateline
