// From the text of a query to its tree. The language is documented in searcher/query/README.md.
// Mistakes are values: one message with the column and a hint; nothing is silently reinterpreted.
// Pure functions, safe in any thread; depth and length of the input, and what becomes of it, are
// bounded.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/date.h"
#include "common/error.h"
#include "searcher/query/note.h"
#include "searcher/query/synonyms.h"
#include "searcher/query/tree.h"

namespace dateline {

/// What the meaning of a query depends on besides its text.
struct QueryContext {
  Date today;                          ///< what date:today and date:2w count from
  const Synonyms* synonyms = nullptr;  ///< of the user; null: none
};

/// How deep parentheses and NOTs may be nested.
inline constexpr int kMaxQueryDepth = 100;

/// How many proximities may follow one another: a w/5 b w/5 c.
inline constexpr std::size_t kMaxNearChain = 32;

struct ParsedQuery {
  Node tree;
  QueryNotes notes;  ///< what may have been meant otherwise, by column
};

/// The tree of a query, And directly below And and Or below Or merged. Every Problem has a column
/// but that of too long a text. `protests -"oil prices" date:2022-01` ->
///   (and (word protests) (not (phrase oil prices)) (date 2022-01-01..2022-01-31))
Result<Node> parse_query(std::string_view text, const QueryContext& context);

/// The same, with what --explain says besides.
Result<ParsedQuery> parse_query_with_notes(std::string_view text, const QueryContext& context);

/// Any of the words of a pasted text, which has no syntax: an Or of Words, each once. A Problem if
/// there is no word or the text is longer than a query may be. `"What's next", he asked` -> (or
/// (word what) (word next) (word he) (word asked))
Result<Node> parse_free_text(std::string_view text);

/// `query` narrowed to articles that match `condition` too.
Node narrowed(Node query, Node condition);

/// `query` narrowed to articles dated within `range`.
Node with_date_range(Node query, const DateRange& range);

/// `query` narrowed to articles with any of `names`: one of several words is meant whole, as if in
/// quotes. REQUIRES one name or more.
Node with_any_name(Node query, EntityType type, const std::vector<std::string>& names);

}  // namespace dateline
