// Cuts the text of a query into tokens: quotes, parentheses, operators, fields, functions and bare
// words. Knows what a piece of the text is, not whether it may stand where it stands: that is the
// parser's.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "common/error.h"
#include "searcher/query/fields.h"
#include "searcher/query/tree.h"

namespace dateline {

struct QueryToken {
  enum class Kind {
    Word,     ///< text as typed, up to a space, quote or parenthesis; after a field, its value
    Phrase,   ///< text between quotes, "straight" or “curly”
    Regex,    ///< text between slashes
    Field,    ///< `date:` `wc>=` `hd=` `lead`; its value follows: a Word, a Phrase or an Open, and of
              ///< a zone any operand
    Letters,  ///< `caps`; the next token is an Open
    AtLeast,  ///< `ATLEAST5`; an operand follows
    Open,     ///< (
    Close,    ///< )
    And,      ///< AND & &&
    Or,       ///< OR | ||
    Not,      ///< NOT, or a - at the start of a word, phrase, field or group
    Near,     ///< NEAR/5, w/s, SAME, /5 ...
    First,    ///< /F50/
    Weight,   ///< ^3 right behind an operand
    End,      ///< once, as the last token
  };

  Kind kind = Kind::End;
  std::string_view text;   ///< a view of the query; of a phrase or regex, what is between the marks
  std::size_t column = 1;  ///< 1-based, in bytes, of the token (of the quote, for a phrase)
  QueryField field = QueryField::Date;    ///< Field
  std::string_view comparison;            ///< Field: ":" "=" "<" "<=" ">" ">="; of lead(x) nothing
  Letters letters = Letters::Caps;        ///< Letters
  Proximity proximity;                    ///< Near
  std::uint32_t number = 0;               ///< First, AtLeast
  double weight = 1;                      ///< Weight
  bool is_raw = false;                    ///< Word: a value, in which no sign has a meaning
};

/// The longest query that is read, in bytes.
inline constexpr std::size_t kMaxQueryBytes = 65536;

/// What a weight may be.
inline constexpr double kSmallestWeight = 0.001;
inline constexpr double kLargestWeight = 100;

/// The tokens of a query, the last of kind End. A Problem for text that is not UTF-8 or too long,
/// for a quote or regular expression that is not closed, an unknown field, a field without a value,
/// a distance or weight that is none. `oil -"rate rise" date:2022` -> Word oil, Not -, Phrase,
/// Field date, Word 2022, End REQUIRES `query` to outlive the tokens.
Result<std::vector<QueryToken>> read_tokens(std::string_view query);

}  // namespace dateline
