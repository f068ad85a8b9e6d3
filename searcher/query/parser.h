// From the text of a query to its tree. The language is documented in searcher/query/README.md.
// Mistakes are values: one message with the column and a hint; nothing is silently reinterpreted.
// Pure functions, safe in any thread; depth and length of the input are bounded.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/date.h"
#include "common/error.h"
#include "searcher/query/tree.h"

namespace dateline {

/// What the meaning of a query depends on besides its text.
struct QueryContext {
  Date today;  ///< what date:today and date:yesterday count from
};

/// How deep parentheses and NOTs may be nested.
inline constexpr int kMaxQueryDepth = 100;

/// The tree of a query, And directly below And and Or below Or merged. Every Problem has a column
/// but that of too long a text. `protests -"oil prices" date:2022-01` ->
///   (and (word protests) (not (phrase oil prices)) (date 2022-01-01..2022-01-31))
Result<Node> parse_query(std::string_view text, const QueryContext& context);

/// `query` narrowed to articles that match `condition` too.
Node narrowed(Node query, Node condition);

/// `query` narrowed to articles dated within `range`.
Node with_date_range(Node query, const DateRange& range);

/// `query` narrowed to articles with any of `names`: one of several words is meant whole, as if in
/// quotes. REQUIRES one name or more.
Node with_any_name(Node query, EntityType type, const std::vector<std::string>& names);

}  // namespace dateline
