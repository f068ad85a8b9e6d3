#include "searcher/names/entity_key.h"

#include <algorithm>
#include <iterator>

namespace dateline {

namespace {

/// A word that stands for others, where a name writes it in capitals.
struct ShortForm {
  std::string_view word;
  std::string_view capitals;
  std::string_view points;
  std::string_view spelled_out;
};

constexpr ShortForm kShortForms[] = {{"us", "US", "U.S.", "united states"},
                                     {"uk", "UK", "U.K.", "united kingdom"},
                                     {"un", "UN", "U.N.", "united nations"},
                                     {"eu", "EU", "E.U.", "european union"}};

/// "us", of "U.S. Department" -> "united states"
std::string_view spelled_out(std::string_view word, std::string_view name) {
  if (word.size() != 2) return word;
  for (const ShortForm& form : kShortForms) {
    const bool is_it = word == form.word && (name.find(form.capitals) != std::string_view::npos ||
                                             name.find(form.points) != std::string_view::npos);
    if (is_it) return form.spelled_out;
  }
  return word;
}

template <class See>
void for_each_word(std::string_view words, const See& see) {
  for (std::size_t begin = 0; begin < words.size();) {
    const std::size_t end = std::min(words.find(' ', begin), words.size());
    see(words.substr(begin, end - begin), begin == 0, end == words.size());
    begin = end + 1;
  }
}

bool has_word(std::string_view words, std::string_view wanted) {
  bool found = false;
  for_each_word(words, [&](std::string_view word, bool, bool) { found = found || word == wanted; });
  return found;
}

std::vector<std::string> split(std::string_view words) {
  std::vector<std::string> all;
  for_each_word(words, [&](std::string_view word, bool, bool) { all.emplace_back(word); });
  return all;
}

}  // namespace

std::string entity_key(EntityType type, std::string_view name, std::string_view folded) {
  std::string key;
  entity_key(type, name, folded, key);
  return key;
}

void entity_key(EntityType type, std::string_view name, std::string_view folded, std::string& key) {
  key.assign(1, static_cast<char>(type));
  if (folded.empty()) {
    key += name;
    return;
  }
  for_each_word(folded, [&](std::string_view word, bool is_first, bool is_last) {
    if (type == EntityType::Person) {
      if (!is_first && !is_last && word.size() == 1) return;
    } else {
      const bool is_filling = word == "and" || (word == "the" && is_first);
      if (is_filling && !(is_first && is_last)) return;
      word = spelled_out(word, name);
    }
    if (key.size() > 1) key += ' ';
    key += word;
  });
}

std::vector<std::vector<std::string>> words_with_key(std::string_view key) {
  const std::string_view words = key.substr(1);
  if (key.front() == static_cast<char>(EntityType::Person)) return {split(words)};
  std::vector<std::string> certain;
  for_each_word(words, [&](std::string_view word, bool, bool) {
    if (is_in_all_forms(word)) certain.emplace_back(word);
  });
  if (!certain.empty()) return {certain};
  std::vector<std::vector<std::string>> lists = {split(words)};
  for (const ShortForm& form : kShortForms) {
    if (words.find(form.spelled_out) != std::string_view::npos) {
      lists.push_back({std::string(form.word)});
    }
  }
  return lists;
}

bool is_in_all_forms(std::string_view word) {
  return word.size() > 1 && word != "and" && word != "the" &&
         std::none_of(std::begin(kShortForms), std::end(kShortForms), [&](const ShortForm& form) {
           return word == form.word || has_word(form.spelled_out, word);
         });
}

}  // namespace dateline
