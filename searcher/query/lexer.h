// Cuts the text of a query into tokens: quotes, parentheses, operators, fields and bare words.
// Knows what a piece of the text is, not whether it may stand where it stands: that is the
// parser's.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "common/error.h"

namespace dateline {

enum class QueryField { Date, Source, Path, Title, Person, Organisation, Place, Entity };

struct QueryToken {
  enum class Kind {
    Word,    ///< text as typed, up to a space, quote or parenthesis; after a field, its value
    Phrase,  ///< text between quotes, "straight" or “curly”
    Field,   ///< `date:`; the next token is its value: a Word, a Phrase or an Open
    Open,    ///< (
    Close,   ///< )
    And,     ///< AND
    Or,      ///< OR
    Not,     ///< NOT, or a - at the start of a word, phrase, field or group
    End,     ///< once, as the last token
  };

  Kind kind = Kind::End;
  std::string_view text;   ///< a view of the query; of a phrase, what is in the quotes
  std::size_t column = 1;  ///< 1-based, in bytes, of the token (of the quote, for a phrase)
  QueryField field = QueryField::Date;  ///< where kind is Field
};

/// The longest query that is read, in bytes.
inline constexpr std::size_t kMaxQueryBytes = 65536;

/// The tokens of a query, the last of kind End. A Problem for text that is not UTF-8 or too long,
/// for a quote that is not closed, an unknown field, a field without a value. `oil -"rate rise"
/// date:2022` -> Word oil, Not -, Phrase, Field date, Word 2022, End REQUIRES `query` to outlive
/// the tokens.
Result<std::vector<QueryToken>> read_tokens(std::string_view query);

}  // namespace dateline
