// Runs queries on one index: candidates from the postings, ranked, decided on their texts best first,
// counted, fetched. Sees one published state of the index for its whole life. Not thread-safe.
#pragma once

#include <boost/filesystem/path.hpp>
#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

#include "common/index/snapshot.h"
#include "common/text/stemmer.h"
#include "searcher/about/answers.h"
#include "searcher/facets/entity_counter.h"
#include "searcher/copies/copy_finder.h"
#include "searcher/match/plan.h"
#include "searcher/match/verifier.h"
#include "searcher/names/entities.h"
#include "searcher/names/find_entities.h"
#include "searcher/rank/ranking.h"
#include "searcher/rank/top_articles.h"
#include "searcher/search.h"
#include "searcher/words/expand.h"

namespace dateline {

class Searcher {
 public:
  /// Throws Error if there is no index in `folder` or it cannot be opened; so may all others.
  /// `raw_names`: each name of the index is an entity of its own. `rules`: see authority.h.
  explicit Searcher(const boost::filesystem::path& folder, bool raw_names = false,
                    std::vector<AuthorityRule> rules = {});

  /// Finds out which names of the index the names in `query` mean; a query with names must pass
  /// here before anything else is done with it. Reads what it needs of
  /// the names; all of them, some milliseconds, only to suggest others for one that is not there.
  std::vector<NamesTaken> resolve(Node& query);

  /// Finds out which words of the index fit the patterns in `query`; a query with patterns must pass
  /// here too. A Problem if one is no pattern or fits more than `most` words.
  Result<std::vector<PatternTaken>> expand(Node& query, std::size_t most = kMostExpansions);

  /// The words of the index: for suggestions and completion. Read when first asked for.
  Words& words();
  const Snapshot& snapshot() const { return snapshot_; }

  /// From now on only articles of this number and above are there: what is new since then.
  void only_from(std::uint32_t article) { snapshot_.hide_before(article); }

  /// Whether the index is one with names.
  bool finds_names() const { return snapshot_.manifest().settings.finds_entities(); }

  /// The asked-for page of matches and how many there are. The total is exact where the postings
  /// alone decide, where few enough articles had to be looked at, and where `exact` is asked for.
  SearchResults search(const SearchRequest& request);

  /// Calls `see` with one match after the other, in the order asked for, until it returns false or
  /// the request's page ends. Counts nothing. Memory: 16 bytes a match, and one article.
  void each(const SearchRequest& request, const std::function<bool(Hit&)>& see);

  /// search() without near copies of earlier hits; each hit tells of its own in the whole index. The
  /// page is as long as it can be; which articles it has does not depend on how the pages are cut.
  SearchResults search_collapsed(const SearchRequest& request);

  /// How many of the `total` matches of a request are no near copies of earlier ones; none where these are too
  /// many to compare them all, or an estimate.
  std::optional<std::uint64_t> count_without_copies(const SearchRequest& request, const Total& total);

  /// each() without near copies of earlier ones.
  void each_collapsed(const SearchRequest& request, const std::function<bool(Hit&)>& see);

  /// The article with this number and all its near copies, the earliest published first; none if there
  /// is no such article.
  std::optional<std::vector<ArticleCopy>> copies(std::uint32_t id);

  /// Fills score_parts of hits that search() gave for the request, each the sum that its score is. Nothing
  /// where they are not ranked by relevance.
  void explain_scores(const SearchRequest& request, std::vector<Hit>& hits);

  /// A query for what is like an article, given by its number or the path of its file, or like any file
  /// of text: any of its words that tell it best from others (searcher/rank/telling_words.h), with weights;
  /// an article itself and its near copies left out. A Problem if there is no such article or file, or
  /// it has no such word.
  Result<Node> like(const std::string& what);

  /// How many articles match, exactly.
  std::uint64_t count(const Node& query);

  /// Calls `see` with the date of every match, in no order.
  void each_date(const Node& query, const std::function<void(std::optional<Date>)>& see) {
    if (!snapshot_.empty()) for_each_date(query, see);
  }

  /// Exact counts over time.
  Timeline timeline(const Node& query, TimelineUnit unit);

  /// Exact counts of the `limit` commonest values (0: of all) of each field over all matches.
  FacetCounts facets(const Node& query, const std::vector<FacetField>& fields, std::size_t limit);

  /// People, organisations and places by how many articles have them; all there is to tell of one;
  /// who stands in articles with whom. Exact over all matches. Queries are resolved ones.
  EntityList entities(const EntityListRequest& request);
  EntityPage entity_page(const EntityPageRequest& request);
  EntityNetwork entity_network(const EntityNetworkRequest& request);

  /// The article with this number, if there is one, with the occurrences of `query` and the
  /// places of its names in it.
  std::optional<Hit> find(std::uint32_t id, const Node& query);

  IndexStats stats();

 private:
  /// Pages that end here or before are ranked alone; for longer ones all matches are sorted.
  static constexpr std::uint64_t kRankedPage = 1000;

  Plan plan(const Node& query);
  SearchResults list_postings(const SearchRequest& request);
  SearchResults search_postings(const SearchRequest& request);
  template <class See>
  void each_candidate(const Node& query, const Ranking& ranking, const See& see);
  std::vector<RankedArticle> candidates(const Node& query, const Ranking& ranking);
  void pass_matches(const std::vector<RankedArticle>& order, const Plan& plan,
                    const SearchRequest& request, const std::function<bool(Hit&)>& see);
  Hit hit(const RankedArticle& found, const SearchRequest& request, TextMatcher& matcher);
  std::uint64_t count_candidates(const Plan& plan, const Node& query);
  std::vector<Xapian::docid> candidate_documents(const Node& query);
  static std::vector<Xapian::docid> documents_of(const std::vector<RankedArticle>& ranked,
                                                 std::size_t from, std::size_t to);
  std::uint64_t estimate(const Plan& plan, const std::vector<Xapian::docid>& candidates);
  std::vector<Xapian::docid> matches(const Node& query, const Plan& plan, std::size_t part);
  Matches all_matches(const Node& query);
  CountArticles counter_of_names();
  SearchResults search_texts(const Plan& plan, const SearchRequest& request);
  void for_each_date(const Node& query, const std::function<void(std::optional<Date>)>& see);
  std::vector<Hit> fetch(const std::vector<RankedArticle>& articles, const SearchRequest& request);
  std::uint64_t count_term(const std::string& term) const;
  std::vector<IndexStats::SourceCount> count_sources();
  std::vector<IndexStats::LanguageCount> count_languages() const;
  void find_span(IndexStats& stats);

  Result<Node> like_article(std::uint32_t number);
  std::optional<std::uint32_t> number_of(const std::string& path) const;

  CopyFinder& copy_finder();
  std::vector<Hit> without_copies(std::vector<Hit> hits, const SearchRequest& request);
  NearCopies copies_told(const StoredArticle& article, Xapian::docid document);

  void read_names();
  std::vector<NamesTaken> resolve_with(Node& query, const Vocabulary& vocabulary,
                                       const Entities& entities);
  std::optional<std::vector<NamesTaken>> resolve_nearby(Node& query);
  std::vector<std::uint32_t> articles_with(const std::vector<std::string>& typed_names);
  void fill_articles(Node& query);

  Snapshot snapshot_;
  Stemmer stemmer_;
  Verifier verifier_;
  ArticleLengths lengths_;
  KeptPostings postings_;
  const bool raw_names_;
  const std::vector<AuthorityRule> rules_;
  std::optional<Vocabulary> vocabulary_;  ///< from read_names() on, and so the next
  std::optional<Entities> entities_;
  std::optional<CopyFinder> copies_;  ///< from the first time that near copies are looked for
  std::optional<Words> words_;  ///< from words() on
};

}  // namespace dateline
