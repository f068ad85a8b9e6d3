// Characters as the tokeniser sees them: what belongs to a word, and its lower-case form without
// accents. Table look-ups of utf8proc (Unicode 14) with the exceptions that searching needs.
#pragma once

#include <cstdint>
#include <string>

namespace dateline {

enum class CharacterClass : std::uint8_t {
  Separator,    ///< not part of a word
  Word,         ///< letter, digit or mark
  Unspaced,     ///< a letter or mark of a script written without spaces between words
  Transparent,  ///< soft hyphen, joiners: inside a word, but not part of its folded form
};

CharacterClass classify(std::int32_t code_point);

/// Appends the folded form: nothing for an accent, two letters for ß or æ.
void append_folded(std::int32_t code_point, std::string& out);

}  // namespace dateline
