// A query as a tree: what the parser makes, --explain prints, and the matcher runs. Plain data;
// knows neither syntax nor Xapian.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "common/date.h"
#include "common/entity.h"

namespace dateline {

/// One operator or operand with all below it.
struct Node {
  enum class Kind {
    All,           ///< every article
    Word,          ///< words[0] in any inflected form
    Phrase,        ///< words next to each other in this order, in these very forms; one word too
    And,           ///< all children
    Or,            ///< any child
    Not,           ///< every article that does not match children[0]
    Title,         ///< children[0], looked for in the headline only; no date, source or path in it
    DateRange,     ///< dated within `range`
    DateNone,      ///< without a date
    DateConflict,  ///< the sources of its date disagree
    Source,        ///< `value` folded is the source's folded name
    Name,          ///< has one of the names that `value` means: see `type`, `whole`, `terms`
    Path,          ///< `value` is a glob (* ? [] with * matching / too) or else a part of the path
  };

  Kind kind = Kind::All;
  std::size_t column = 0;          ///< 1-based byte column in the query where it starts
  std::vector<std::string> words;  ///< folded by the tokeniser; Word: 1, Phrase: 1 or more
  std::vector<Node> children;
  DateRange range;    ///< an open end is the first day of kFirstYear or the last of kLastYear
  std::string value;  ///< valid UTF-8, as written in the query
  std::optional<EntityType> type;  ///< Name: of that type only
  bool whole = false;              ///< Name: just this name where there is one, not any with its words
  /// Name: the index's terms for it, sorted. Empty until searcher/names/resolve.h has been at it.
  std::vector<std::string> terms;
};

/// An open end of a range of dates.
inline constexpr Date kEarliestDate{kFirstYear, 1, 1};
inline constexpr Date kLatestDate{kLastYear, 12, 31};

/// The tree as one line of text. A single day is (date 2022-01-07), an open end is left out, values
/// are in quotes: (and (word protest) (not (phrase oil prices)) (source "Reuters") (date
/// 2022-01-01..))
std::string to_text(const Node& node);

/// The tree indented, one node a line, each line ended: what --explain shows.
std::string to_indented_text(const Node& node);

}  // namespace dateline
