#include "common/text/stemmer.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <cstdio>

#include "common/error.h"
#include "common/text/utf8.h"

namespace dateline {

namespace {

Xapian::Stem make_snowball(const std::string& language) {
  try {
    return Xapian::Stem(language);
  } catch (const Xapian::InvalidArgumentError&) {
    throw Error("no stemmer for language \"" + language + "\"",
                "there are: none " + Xapian::Stem::get_available_languages(), ExitStatus::Usage);
  }
}

std::string shortened(const std::string& stem) {
  char hash[17];
  std::snprintf(hash, sizeof hash, "%016llx",
                static_cast<unsigned long long>(XXH3_64bits(stem.data(), stem.size())));
  const std::size_t kept = utf8_floor(stem, kLongestTerm - 16);
  return stem.substr(0, kept) + hash;
}

}  // namespace

Stemmer::Stemmer(const std::string& language) : snowball_(make_snowball(language)) {}

std::uint32_t Stemmer::stem_number(std::string_view folded) {
  const std::uint32_t word = words_.intern(folded);
  if (word < stem_of_word_.size()) return stem_of_word_[word];
  std::string stem(folded);
  // Snowball takes time quadratic in the length of a word.
  if (stem.size() <= kLongestTerm) stem = snowball_(stem);
  if (stem.size() > kLongestTerm) stem = shortened(stem);
  stem_of_word_.push_back(stems_.intern(stem));
  return stem_of_word_.back();
}

std::size_t Stemmer::memory_bytes() const {
  return words_.memory_bytes() + stems_.memory_bytes() +
         stem_of_word_.capacity() * sizeof(std::uint32_t);
}

void Stemmer::forget() {
  words_.clear();
  stems_.clear();
  stem_of_word_.clear();
}

}  // namespace dateline
