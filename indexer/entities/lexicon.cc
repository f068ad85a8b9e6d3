#include "indexer/entities/lexicon.h"

#include <xxhash.h>

#include <algorithm>

namespace dateline {

std::uint32_t hash_word(std::string_view word) {
  return static_cast<std::uint32_t>(XXH3_64bits(word.data(), word.size()) >> 16);
}

template <class Value>
void HashTable<Value>::assign(std::vector<std::pair<std::uint32_t, Value>> entries) {
  entries_ = std::move(entries);
  starts_.assign((std::size_t{1} << kIndexBits) + 1, 0);
  for (const auto& entry : entries_) ++starts_[(entry.first >> (32 - kIndexBits)) + 1];
  for (std::size_t i = 1; i < starts_.size(); ++i) starts_[i] += starts_[i - 1];
}

template <class Value>
Value HashTable<Value>::find(std::uint32_t hash) const {
  if (starts_.empty()) return {};
  const std::size_t bucket = hash >> (32 - kIndexBits);
  for (std::uint32_t i = starts_[bucket]; i < starts_[bucket + 1]; ++i) {
    if (entries_[i].first == hash) return entries_[i].second;
  }
  return {};
}

template class HashTable<NameFacts>;
template class HashTable<WordFacts>;
template class HashTable<VectorClasses>;

void Lexicon::assign(Names names, Words words, Vectors vectors) {
  names_.assign(std::move(names));
  words_.assign(std::move(words));
  vectors_.assign(std::move(vectors));
}

}  // namespace dateline
