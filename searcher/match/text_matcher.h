// Decides on the text of one article whether it matches a query, and where the query's words stand
// in it. "Postings pick the candidates, the stored text decides": phrases, proximities, zones,
// letters and frequencies are decided here; highlights and passages come from here for all queries.
// What the operators mean is told in README.md. Not thread-safe: one a thread. Cost: where it can be,
// a look at the words around some word of the query; else one walk of the tokeniser over the text.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/article.h"
#include "common/index/text_codec.h"
#include "common/text/stemmer.h"
#include "searcher/match/article_facts.h"
#include "searcher/match/occurrence.h"
#include "searcher/match/query_words.h"
#include "searcher/match/spans.h"
#include "searcher/match/sparse_reader.h"
#include "searcher/match/text_reader.h"
#include "searcher/query/tree.h"

namespace dateline {

struct NamePlace;

/// An article to decide on: its words at hand, the rest fetched if the query asks for it.
class Candidate {
 public:
  virtual ~Candidate() = default;
  /// Valid until stored() is called for the first time.
  virtual ArticleWords words() = 0;
  virtual const StoredArticle& stored() = 0;  ///< perhaps without names
  virtual const std::vector<ArticleName>& names() { return stored().article.names; }
};

class TextMatcher {
 public:
  /// `stemmer` is of the index's language. REQUIRES both to outlive the matcher.
  TextMatcher(const Node& query, Stemmer& stemmer);
  ~TextMatcher();
  TextMatcher(const TextMatcher&) = delete;
  TextMatcher& operator=(const TextMatcher&) = delete;

  /// Whether the article matches the query.
  bool matches(Candidate& candidate);

  /// Where the query's words and phrases stand in the article's text (not its title): those that
  /// take part in a match, so of a proximity only words that are near enough. Sorted by begin, not
  /// overlapping. Words under a Not are not looked for; dates, sources and the like count as true.
  std::vector<Occurrence> occurrences(const Article& article);

  /// The same in its title.
  std::vector<Occurrence> title_occurrences(const Article& article);

 private:
  std::vector<Occurrence> occurrences(const Article& article, bool in_text);

  /// A node of the query, with what of it is looked for in texts.
  struct Operand {
    const Node* node = nullptr;
    std::uint32_t leaf = 0;
    std::vector<std::uint32_t> slots;  ///< Word, Phrase, Pattern: of each word
    std::vector<Operand> operands;
    std::optional<Surroundings> around;  ///< what suffices to decide it
  };
  /// Where to look: bytes of title or text.
  struct Interval {
    bool in_text = true;
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
  };
  using Scope = std::optional<std::vector<Interval>>;  ///< none: everywhere

  Operand compile(const Node& node, bool is_near_or_zoned);
  void open();
  void open(std::string_view title, std::string_view text);
  void read(const Scope& scope);
  bool holds(const Operand& operand, const Scope& scope);
  bool read_sparsely(const Operand& operand, const Scope& scope);
  bool decide(const Operand& operand, const Scope& scope);
  bool holds_near(const Operand& operand, const Scope& scope);
  bool match_fact_of(const Node& node);
  Spans spans(const Operand& operand, const Scope& scope);
  Spans all_spans(const Operand& operand, const Scope& scope);
  Spans name_spans(const Operand& operand, const Scope& scope);
  template <class See>
  bool visit(const Operand& leaf, const Scope& scope, const See& see);
  Scope zone_scope(const Zone& zone, const Scope& outer);
  Interval headline() const;
  bool is_written(const Span& span, Letters letters) const;
  const std::vector<ArticleName>& names();
  const std::vector<NamePlace>& name_places(bool in_text);
  void collect(const Operand& operand, const Scope& scope, Spans& found);

  Stemmer& stemmer_;
  QueryWords words_;
  bool asks_facts_ = false;
  bool places_names_ = false;
  std::uint32_t farthest_ = 0;  ///< in words, of all proximities
  std::uint32_t leaves_ = 0;
  Operand query_;
  TextReader reader_;
  SparseReader sparse_reader_;
  SpanMaker span_maker_;

  // Of the article at hand.
  Candidate* candidate_ = nullptr;    ///< null: occurrences() of
  const Article* article_ = nullptr;  ///< this article
  bool is_open_ = false;
  bool is_read_ = false;    ///< the whole text
  bool is_sparse_ = false;  ///< places are those of sparse_reader_
  std::array<std::string_view, 2> sections_;  ///< title, text
  std::array<std::optional<std::vector<NamePlace>>, 2> name_places_;
};

}  // namespace dateline
