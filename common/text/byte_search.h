// Looks for the beginnings of words in a text without reading its words: sixteen bytes at a time.
// What it finds are places worth reading, not words: the tokeniser decides. Pure functions.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dateline {

/// What a word written in ASCII begins with if its folded form is `folded`: its letters before the
/// first other character, or just its first digit. None: it does not begin so.
std::optional<std::string> written_beginning(std::string_view folded);

/// What every word with this English stem begins with: the stem, or where its last letter may not be the word's all but
/// that ("happi": happy; "hope": hoping; "capabl": capability; "die": dying).
std::string stem_beginning(std::string_view stem);

/// What to look for at the beginning of a word: written_beginning()'s kind of text.
struct Beginning {
  std::string text;
  bool in_any_case = true;  ///< else its letters stand as in `text`, which may be capitals
};

/// Appends where `beginning` stands, not behind an ASCII letter or digit.
void find_beginnings(std::string_view text, const Beginning& beginning,
                     std::vector<std::uint32_t>& places);

/// Appends a place in each word that may not be written as it is folded: with letters beyond ASCII,
/// invisible characters or as initials (U.S.). Ascending; a word may have several. False, and some
/// of them, if there are more than `most`.
bool find_odd_words(std::string_view text, std::size_t most, std::vector<std::uint32_t>& places);

/// A text with more odd words than so many is read whole: it is in another script.
std::size_t most_odd_words(std::string_view text);

/// The chunk of text between white space that has the byte at `position`: words do not reach beyond it, and
/// reading can begin there.
std::size_t chunk_begin(std::string_view text, std::size_t position);
std::size_t chunk_end(std::string_view text, std::size_t position);

}  // namespace dateline
