// A query as a tree: what the parser makes, --explain prints, and the matcher runs. Plain data;
// knows neither syntax nor Xapian.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "common/date.h"
#include "common/entity.h"

namespace dateline {

/// How far apart the two sides of a proximity may be.
struct Proximity {
  enum class Unit { Words, Sentence, Paragraph };

  Unit unit = Unit::Words;
  std::uint32_t words = 0;  ///< Words: at most this many from the end of one to the start of the other;
                            ///< 1: next to each other
  bool ordered = false;     ///< the left side stands first
  bool negated = false;     ///< an occurrence of the left side with none of the right so near
};

/// Where in an article something must stand.
struct Zone {
  enum class Part { Title, Lead, TitleOrLead, FirstWords };

  Part part = Part::Title;
  std::uint32_t words = 0;  ///< FirstWords: the first so many of the text
};

/// How the letters of a word are written.
enum class Letters {
  Caps,     ///< at least one capital: US, Nato, iPhone
  AllCaps,  ///< no small letter: WHO
  NoCaps,   ///< no capital: apple
};

/// A word that is known by its spelling only in part.
enum class PatternKind {
  Wildcard,  ///< * any letters, ? one letter, ! one or none: "protest*", "wom?n"
  Fuzzy,     ///< at most `edits` letters put in, left out or changed, or neighbours swapped
  Regex,     ///< ECMAScript, of the whole folded word
};

/// One operator or operand with all below it. Kinds in "What has occurrences" below stand somewhere
/// in the text; the others are true or false of a whole article.
///
/// What has occurrences: Word, Phrase, Pattern, Name; Letters, Zone and Near of such; Or of such; And
/// of such (its occurrences are those of its children where all of them match). Operands of Near,
/// Letters and AtLeast must have some; the parser refuses others, and gives And inside Near by its
/// parts: (a AND b) w/5 c is (and (near/5 a c) (near/5 b c)).
struct Node {
  enum class Kind {
    All,           ///< every article
    Word,          ///< words[0] in any inflected form
    Phrase,        ///< words next to each other in this order, in these very forms; one word too
    Pattern,       ///< any one word that fits `value` as `pattern` says
    And,           ///< all children
    Or,            ///< any child
    Not,           ///< every article that does not match children[0]
    Near,          ///< children[0] and children[1] as near as `proximity` says
    Letters,       ///< occurrences of children[0] all of whose words are written as `letters` says
    Zone,          ///< children[0], looked for in `zone` only; no date, source or path in it
    AtLeast,       ///< children[0] stands at least `number` times
    WordCount,     ///< title and text together have number..number_to words
    DateRange,     ///< dated within `range`
    DateNone,      ///< without a date
    DateConflict,  ///< the sources of its date disagree
    Source,        ///< `value` folded is the source's folded name
    Author,        ///< the author's folded name has the words of `value` next to each other
    Section,       ///< `value` folded is the section's folded name
    Language,      ///< `value` is the ISO 639 code of the language it is written in
    Name,          ///< has one of the names that `value` means: see `type`, `whole`, `terms`
    Path,          ///< `value` is a glob (* ? [] with * matching / too) or else a part of the path
    Url,           ///< the same of the article's url
    Id,            ///< the article of this `number`
  };

  Kind kind = Kind::All;
  std::size_t column = 0;          ///< 1-based byte column in the query where it starts
  std::vector<std::string> words;  ///< folded by the tokeniser; Word: 1, Phrase: 1 or more
  std::vector<Node> children;
  double weight = 1;  ///< of this and all below it in the ranking: x^3
  Proximity proximity;
  Zone zone;
  Letters letters = Letters::Caps;
  PatternKind pattern = PatternKind::Wildcard;
  int edits = 0;                ///< Pattern, Fuzzy: 1 or 2
  std::uint32_t number = 0;     ///< AtLeast, WordCount (at least), Id
  std::uint32_t number_to = 0;  ///< WordCount: at most; kMostWords: any number
  DateRange range;    ///< an open end is the first day of kFirstYear or the last of kLastYear
  std::string value;  ///< valid UTF-8, as written in the query; Pattern: folded
  std::optional<EntityType> type;  ///< Name: of that type only
  bool whole = false;              ///< Name: just this name where there is one, not any with its words
  /// What the index has of it, sorted; empty until looked up there. Name: typed names
  /// (searcher/names/resolve.h). Pattern: the folded words that fit (searcher/words/expand.h).
  std::vector<std::string> terms;
  /// Name: the numbers, ascending, of the articles that have one of `terms`; null until looked up.
  std::shared_ptr<const std::vector<std::uint32_t>> articles;
  /// Pattern, with `terms`: no other word of the index has a stem of theirs, so that an article with such
  /// a stem matches, whatever its text.
  bool stems_decide = false;
};

/// An open end of a range of dates.
inline constexpr Date kEarliestDate{kFirstYear, 1, 1};
inline constexpr Date kLatestDate{kLastYear, 12, 31};

/// WordCount: no upper bound.
inline constexpr std::uint32_t kMostWords = 0xFFFFFFFF;

/// Whether a node asks something of an article's record, its date, source, names ..., not of its words.
bool is_fact(Node::Kind kind);

/// A weight as it is written behind ^: "3", "2.5". At most nine decimals.
std::string weight_text(double weight);

/// The tree as one line of text, different for different trees. A single day is (date 2022-01-07), an open end is left out, values
/// are in quotes, a weight other than 1 stands behind:
///   (and (word protest)^2 (not (phrase oil prices)) (source "Reuters") (date 2022-01-01..))
///   (wildcard protest*) (fuzzy/1 tokaev) (regex "k[ae]z.*") (near/5 A B) (pre/s A B) (not-near/p A B)
///   (caps A) (title A) (lead A) (hlead A) (first/50 A) (atleast 5 A) (wc 200..800) (id 5)
std::string to_text(const Node& node);

/// The tree indented, one node a line, each line ended: what --explain shows.
std::string to_indented_text(const Node& node);

}  // namespace dateline
