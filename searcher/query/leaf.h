// What stands in texts, from one token: words, phrases, patterns. "protests" -> Word, "x-ray" ->
// Phrase, "protest*" -> Pattern, "interest rat*" -> Near of Phrase and Pattern.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "common/error.h"
#include "searcher/query/note.h"
#include "searcher/query/tree.h"

namespace dateline {

/// How many words of one phrase or hyphenated word may have wildcards or stand beside such.
inline constexpr std::size_t kMaxPhrasePieces = 32;

/// The longest word with wildcards, and the longest regular expression, in bytes.
inline constexpr std::size_t kMaxPatternBytes = 200;

/// The folded words of a text.
std::vector<std::string> words_of(std::string_view text);

/// A bare word as typed: `oil`, `counter-terrorist`, `=protests`, `protest*`, `protest!`, `tokaev~1`.
Result<Node> read_bare_word(std::string_view typed, std::size_t column, QueryNotes& notes);

/// The text between quotes that begin at `column`. * at a word and ? ! inside one are wildcards.
Result<Node> read_phrase(std::string_view text, std::size_t column);

/// The text between slashes that begin at `column`. Its value is one that std::wregex takes as
/// ECMAScript, over code points.
Result<Node> read_regex(std::string_view text, std::size_t column);

}  // namespace dateline
