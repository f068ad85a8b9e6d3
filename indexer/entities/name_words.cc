#include "indexer/entities/name_words.h"

#include <algorithm>

#include "indexer/entities/word_form.h"

namespace dateline {

Words split(std::string_view text) {
  Words words;
  std::string word;
  for (const char c : text) {
    if (static_cast<unsigned char>(c) > ' ') {
      word += c;
    } else if (!word.empty()) {
      words.push_back(std::move(word));
      word.clear();
    }
  }
  if (!word.empty()) words.push_back(std::move(word));
  return words;
}

std::string join(const Words& words) {
  std::string text;
  for (const auto& word : words) {
    if (!text.empty()) text += ' ';
    text += word;
  }
  return text;
}

std::string key_of(std::string_view word) {
  std::string key = lower_case(word);
  key.erase(std::remove(key.begin(), key.end(), '.'), key.end());
  return key;
}

Words keys_of(const Words& words) {
  Words keys;
  for (const auto& word : words) keys.push_back(key_of(word));
  return keys;
}

void strip_suffix(std::string& word, std::string_view suffix) {
  if (word.size() > suffix.size() &&
      word.compare(word.size() - suffix.size(), suffix.size(), suffix) == 0) {
    word.resize(word.size() - suffix.size());
  }
}

bool ends_with(const Words& whole, const Words& part) {
  return whole.size() >= part.size() && std::equal(part.rbegin(), part.rend(), whole.rbegin());
}
bool starts_with(const Words& whole, const Words& part) {
  return whole.size() >= part.size() && std::equal(part.begin(), part.end(), whole.begin());
}
bool contains(const Words& whole, const Words& part) {
  return std::search(whole.begin(), whole.end(), part.begin(), part.end()) != whole.end();
}

}  // namespace dateline
