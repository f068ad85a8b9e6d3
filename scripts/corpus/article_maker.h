// Makes the text of articles: sentences from a language model, with what a small model lacks and a
// real archive has: names and rare words without end, numbers that differ, a few known phrases, and
// articles that were published before.
//
// Deterministic: the text depends on the model, the seed and the number of the article, and on
// nothing else.
#pragma once

#include <cstdint>
#include <string>

#include "scripts/corpus/language_model.h"
#include "scripts/corpus/random.h"

namespace dateline {

/// A word that is in no dictionary, the same for the same rank: "Tamorek", "veluna".
std::string made_word(std::uint32_t rank);

/// The rank of a rare word, from 0; commoner words have lower ranks. Close to Zipf's law over four
/// million words, so that new words never cease to come (Heaps' law).
std::uint32_t rare_rank(Random& random);

/// A length in words, log-normal (sigma 0.62, as among the sample's news), 0.16 to 4.3 times
/// `mean`.
std::uint32_t article_length(std::uint32_t mean, Random& random);

/// An article of about `words` words, to the end of a sentence; paragraphs apart by a blank line.
std::string make_article(const LanguageModel& model, std::uint32_t words, Random& random);

/// `text` as another paper prints it: a word in 50 replaced or left out, often a paragraph less.
std::string near_copy(const std::string& text, Random& random);

}  // namespace dateline
