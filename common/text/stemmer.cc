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

}  // namespace

std::string shortened_term(const std::string& text) {
  if (text.size() <= kLongestTerm) return text;
  char hash[17];
  std::snprintf(hash, sizeof hash, "%016llx",
                static_cast<unsigned long long>(XXH3_64bits(text.data(), text.size())));
  return text.substr(0, utf8_floor(text, kLongestTerm - 16)) + hash;
}

// Others may take off beginnings too: Arabic, Indonesian, Irish.
Stemmer::Stemmer(const std::string& language)
    : snowball_(make_snowball(language)),
      keeps_first_byte_(language == "english" || language == "en" || language == "none") {
  number_common_words();
}

// In English each has a stem of its own, so that its number is the word's. Where some share one the numbers of stems are
// others than those of the words, but still the same for articles and queries.
void Stemmer::number_common_words() {
  for (unsigned number = 0; number < kCommonWords; ++number) word_number(common_word(number));
  common_stems_ = stems();
}

std::uint32_t Stemmer::word_number(std::string_view folded) {
  const std::uint32_t word = words_.intern(folded);
  if (word < stem_of_word_.size()) return word;
  std::string stem(folded);
  // Snowball takes time quadratic in the length of a word.
  if (stem.size() <= kLongestTerm) stem = snowball_(stem);
  stem_of_word_.push_back(stems_.intern(shortened_term(stem)));
  return word;
}

std::size_t Stemmer::memory_bytes() const {
  return words_.memory_bytes() + stems_.memory_bytes() +
         stem_of_word_.capacity() * sizeof(std::uint32_t);
}

void Stemmer::forget() {
  words_.clear();
  stems_.clear();
  stem_of_word_.clear();
  number_common_words();
}

}  // namespace dateline
