// What a search is asked and what it answers: plain data between the matcher, which knows Xapian,
// and the output, which knows terminals and file formats.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "common/article.h"
#include "searcher/match/article_facts.h"
#include "searcher/match/occurrence.h"
#include "searcher/query/tree.h"
#include "searcher/rank/score_parts.h"
#include "searcher/rank/settings.h"

namespace dateline {

enum class SortOrder { Relevance, Newest, Oldest };

/// A limit that is none.
inline constexpr std::uint32_t kNoLimit = 0xFFFFFFFF;

struct SearchRequest {
  Node query;
  SortOrder sort = SortOrder::Relevance;
  std::uint32_t offset = 0;
  std::uint32_t limit = 10;
  RankSettings ranking;
  bool texts = true;        ///< fill Hit::article and source; else of a hit only id, path and score
  bool exact = false;       ///< count every match, whatever it costs
  bool occurrences = true;  ///< fill Hit::occurrences; costs a walk over the text of each hit
  bool names = true;        ///< fill Article::names of the hits
  bool title_occurrences = false;  ///< fill Hit::title_occurrences; each() only
};

/// How many articles match. `exact` false: an estimate, to be shown as "about".
struct Total {
  std::uint64_t count = 0;
  bool exact = true;
};

/// Where a name of an article stands in its text.
struct NamePlace {
  std::uint32_t begin = 0;  ///< byte offsets
  std::uint32_t end = 0;
  EntityType type = EntityType::Person;
  std::uint32_t name = 0;  ///< which of the article's names

  friend bool operator==(const NamePlace& a, const NamePlace& b) {
    return a.begin == b.begin && a.end == b.end && a.type == b.type;
  }
};

/// The near copies of an article in the whole index, whatever was searched for.
struct NearCopies {
  struct First {
    std::uint32_t id = 0;
    std::optional<Date> date;
    std::string source;
  };

  std::uint32_t count = 0;  ///< without the article itself
  First first;              ///< the earliest published of them and the article
};

/// An article among its near copies.
struct ArticleCopy : StoredArticle {
  double similarity = 1;  ///< share of the runs of five words that it has in common with the one asked for
};

/// One article found. All text is valid UTF-8, but for the path.
struct Hit : StoredArticle {
  double score = 0;  ///< BM25; 0 where the order is by date or nothing is ranked
  std::vector<Occurrence> occurrences;  ///< in article.text, as TextMatcher gives them
  std::vector<Occurrence> title_occurrences;  ///< in article.title, where they were asked for
  std::vector<NamePlace> name_places;   ///< in article.text; of a single article only
  std::optional<NearCopies> copies;     ///< where near copies were left out
  std::optional<ScoreParts> score_parts;  ///< where they were asked for
};

/// Which names of the index a name in a query was taken for.
struct NamesTaken {
  struct Name {
    EntityType type = EntityType::Person;
    std::string name;
    std::uint64_t articles = 0;
  };

  std::optional<EntityType> type;  ///< asked for; none: any
  std::string asked;               ///< as written
  std::vector<Name> names;         ///< most articles first; empty: it is not known
  std::vector<Name> suggestions;   ///< where it is not known: what was probably meant
};

struct SearchResults {
  Total total;             ///< near copies counted
  bool collapsed = false;  ///< `hits` are without near copies of earlier ones
  /// How many matches are no near copies of earlier ones; filled by who asked.
  std::optional<std::uint64_t> without_copies;
  std::vector<Hit> hits;
  std::vector<NamesTaken> names;  ///< in the order of the query; filled by who resolved them
};

enum class TimelineUnit { Year, Month, Week, Day };

/// Articles in one year, month, week (of ISO 8601: from Monday on) or day. `first` is its first day.
struct TimelineBar {
  Date first;
  std::uint64_t count = 0;
};

/// Exact counts over time, oldest first, empty units in between included (count 0).
struct Timeline {
  TimelineUnit unit = TimelineUnit::Month;
  std::vector<TimelineBar> bars;
  std::uint64_t undated = 0;  ///< matches without a date
};

/// What matches can be counted by.
enum class FacetField { Person, Organisation, Place, Source, Year, Month };

/// How many matches have each value of a field. Exact.
struct Facet {
  struct Value {
    std::string name;  ///< as written; a year or month as ISO has it
    std::uint64_t count = 0;
    bool selected = false;  ///< the options have chosen it
  };

  FacetField field = FacetField::Person;
  std::vector<Value> values;  ///< the largest, most matches first, then by name
};

struct FacetCounts {
  std::uint64_t total = 0;  ///< matches
  std::vector<Facet> facets;
  std::vector<NamesTaken> names = {};  ///< of the query; filled by who resolved them
};

/// What is in an index.
struct IndexStats {
  std::string path;
  std::uint64_t articles = 0;
  std::uint64_t deleted = 0;  ///< tombstones not yet merged away
  std::uint64_t segments = 0;
  std::uint64_t text_bytes = 0;  ///< of the articles as stored
  std::uint64_t index_bytes = 0;
  std::uint64_t words = 0;  ///< running words
  std::uint64_t distinct_stems = 0;
  std::uint64_t undated = 0;
  std::uint64_t date_conflicts = 0;
  std::optional<Date> first_date;
  std::optional<Date> last_date;
  std::string language;  ///< of the stemmer
  std::string updated;   ///< ISO time of the last change
  std::vector<std::string> roots;
  std::vector<TimelineBar> years;
  struct SourceCount {
    std::string source;
    std::uint64_t articles = 0;
  };
  std::vector<SourceCount> sources;  ///< most articles first
  struct LanguageCount {
    std::string code;  ///< ISO 639; "und": not known
    std::uint64_t articles = 0;
  };
  std::vector<LanguageCount> languages;  ///< most articles first
};

}  // namespace dateline
