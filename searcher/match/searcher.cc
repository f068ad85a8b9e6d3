#include "searcher/match/searcher.h"

#include <algorithm>
#include <utility>

#include "common/error.h"
#include "searcher/facets/facet_counter.h"
#include "searcher/facets/make_set.h"
#include "searcher/match/match_set.h"
#include "searcher/names/name_places.h"
#include "searcher/names/nearby.h"
#include "searcher/names/resolve.h"
#include "searcher/rank/ranking.h"
#include "searcher/rank/reranker.h"
#include "searcher/rank/top_articles.h"
#include "searcher/time_bars.h"

namespace dateline {

namespace {

/// Candidates whose texts decide are all looked at if they are no more than this; else only as many
/// as the wanted page needs, and kSampled, from which the total is estimated.
constexpr std::uint64_t kVerifiedAll = 1000;
constexpr std::uint64_t kSampled = 100;
constexpr std::uint64_t kFirstLook = 50;

/// What stands on the page asked for.
std::vector<RankedArticle> page_of(const std::vector<RankedArticle>& ranked, const SearchRequest& request) {
  const std::size_t begin = std::min<std::size_t>(request.offset, ranked.size());
  const std::size_t end = begin + std::min<std::size_t>(request.limit, ranked.size() - begin);
  return {ranked.begin() + static_cast<std::ptrdiff_t>(begin), ranked.begin() + static_cast<std::ptrdiff_t>(end)};
}

}  // namespace

Searcher::Searcher(const boost::filesystem::path& folder, bool raw_names,
                   std::vector<AuthorityRule> rules)
    : snapshot_(folder),
      stemmer_(snapshot_.manifest().settings.language),
      verifier_(snapshot_, stemmer_),
      lengths_(snapshot_),
      postings_(snapshot_.parts(), snapshot_.manifest().segments),
      raw_names_(raw_names),
      rules_(std::move(rules)) {}

Plan Searcher::plan(const Node& query) {
  return make_plan(query, stemmer_);
}

void Searcher::read_names() {
  if (vocabulary_) return;
  with_xapian("read the names", [&] { vocabulary_.emplace(snapshot_); });
  entities_.emplace(*vocabulary_, raw_names_, rules_);
}

std::vector<NamesTaken> Searcher::resolve(Node& query) {
  if (!has_names(query)) return {};
  return with_xapian("look up names", [&] {
    std::optional<std::vector<NamesTaken>> taken;
    if (rules_.empty()) taken = resolve_nearby(query);
    if (!taken) {
      read_names();
      taken = resolve_with(query, *vocabulary_, *entities_);
    }
    fill_articles(query);
    return std::move(*taken);
  });
}

std::vector<NamesTaken> Searcher::resolve_with(Node& query, const Vocabulary& vocabulary,
                                               const Entities& entities) {
  return resolve_names(query, vocabulary, entities, counter_of_names());
}

/// The same without reading all names; none if they are needed nevertheless: to suggest some.
std::optional<std::vector<NamesTaken>> Searcher::resolve_nearby(Node& query) {
  auto names = nearby_names(query, snapshot_);
  if (!names) return std::nullopt;
  const Vocabulary vocabulary(std::move(*names));
  const Entities entities(vocabulary, raw_names_);
  auto taken = resolve_with(query, vocabulary, entities);
  const bool knows_all = std::none_of(taken.begin(), taken.end(), [](const NamesTaken& one) {
    return one.names.empty();
  });
  return knows_all ? std::make_optional(std::move(taken)) : std::nullopt;
}

/// The numbers, ascending, of the articles that have any of some names.
std::vector<std::uint32_t> Searcher::articles_with(const std::vector<std::string>& typed_names) {
  std::vector<std::uint32_t> numbers, of_part;
  for (std::size_t part = 0; part < snapshot_.parts().size(); ++part) {
    of_part.clear();
    NameTable& table = snapshot_.names(part);
    std::size_t lists = 0;
    for (const std::string& name : typed_names) {
      const auto id =
          table.find(static_cast<EntityType>(name.front()), std::string_view(name).substr(1));
      if (!id) continue;
      table.append_articles(*id, of_part);
      ++lists;
    }
    if (lists > 1) make_set(of_part);
    if (snapshot_.has_tombstones()) {
      const auto is_deleted = [&](std::uint32_t number) { return snapshot_.is_deleted(number, part); };
      of_part.erase(std::remove_if(of_part.begin(), of_part.end(), is_deleted), of_part.end());
    }
    numbers.insert(numbers.end(), of_part.begin(), of_part.end());
  }
  return numbers;
}

void Searcher::fill_articles(Node& query) {
  for (Node& child : query.children) fill_articles(child);
  if (query.kind != Node::Kind::Name) return;
  query.articles = std::make_shared<const std::vector<std::uint32_t>>(articles_with(query.terms));
}

Words& Searcher::words() {
  if (!words_) with_xapian("read the words", [&] { words_.emplace(snapshot_.parts()); });
  return *words_;
}

Result<std::vector<PatternTaken>> Searcher::expand(Node& query, std::size_t most) {
  if (!has_patterns(query)) return std::vector<PatternTaken>{};
  Words& words = this->words();
  return with_xapian("look up words", [&] { return fill_patterns(query, words, most); });
}

SearchResults Searcher::search(const SearchRequest& request) {
  if (snapshot_.empty()) return {};
  return with_xapian("search", [&] {
    const Plan plan = this->plan(request.query);
    return plan.exact() ? search_postings(request) : search_texts(plan, request);
  });
}

// Without words all matches are equal and come in the order of the crawl.
SearchResults Searcher::list_postings(const SearchRequest& request) {
  const std::vector<Xapian::docid> documents = candidate_documents(request.query);
  SearchResults results;
  results.total.count = documents.size();
  std::vector<RankedArticle> page;
  for (std::size_t i = request.offset; i < documents.size() && page.size() < request.limit; ++i) {
    page.push_back({documents[i], 0});
  }
  results.hits = fetch(page, request);
  return results;
}

SearchResults Searcher::search_postings(const SearchRequest& request) {
  const Ranking ranking(snapshot_, lengths_, postings_, stemmer_, request);
  if (!ranking.orders()) return list_postings(request);
  const std::size_t wanted = std::size_t{request.offset} + request.limit;
  Reranker reranker(snapshot_, stemmer_, ranking, request.ranking);
  TopArticles best(std::max(wanted, reranker.depth()));
  SearchResults results;
  each_candidate(request.query, ranking, [&](Xapian::docid document, double key) {
    ++results.total.count;
    best.add(document, key);
  });
  std::vector<RankedArticle> ranked = best.take();
  reranker.rerank(ranked, wanted);
  results.hits = fetch(page_of(ranked, request), request);
  return results;
}

/// Calls see(document, key) for all, segment by segment.
template <class See>
void Searcher::each_candidate(const Node& query, const Ranking& ranking, const See& see) {
  for (std::size_t part = 0; part < snapshot_.parts().size(); ++part) {
    const auto numbers = MatchSet(snapshot_, stemmer_, postings_).candidates(query, part);
    const std::vector<double> keys = ranking.keys(numbers, part, postings_.of(part));
    for (std::size_t i = 0; i < numbers.size(); ++i) {
      see(snapshot_.document_id(numbers[i], part), keys[i]);
    }
    postings_.shrink();
  }
}

std::vector<RankedArticle> Searcher::candidates(const Node& query, const Ranking& ranking) {
  std::vector<RankedArticle> all;
  each_candidate(query, ranking, [&](Xapian::docid document, double key) {
    all.push_back({document, key});
  });
  return all;
}

std::uint64_t Searcher::count_candidates(const Plan& plan, const Node& query) {
  if (!plan.single_term.empty()) return count_term(plan.single_term);
  return candidate_documents(query).size();
}

std::vector<Xapian::docid> Searcher::candidate_documents(const Node& query) {
  MatchSet set(snapshot_, stemmer_, postings_);
  std::vector<Xapian::docid> documents;
  for (std::size_t part = 0; part < snapshot_.parts().size(); ++part) {
    for (const Xapian::docid number : set.candidates(query, part)) {
      documents.push_back(snapshot_.document_id(number, part));
    }
    postings_.shrink();
  }
  return documents;
}

SearchResults Searcher::search_texts(const Plan& plan, const SearchRequest& request) {
  const std::uint64_t wanted = std::uint64_t{request.offset} + request.limit;
  const Ranking ranking(snapshot_, lengths_, postings_, stemmer_, request);
  std::vector<RankedArticle> candidates = this->candidates(request.query, ranking);
  const std::vector<Xapian::docid> documents = documents_of(candidates, 0, candidates.size());
  const bool all = request.exact || documents.size() <= kVerifiedAll;
  BestFirst best_first(std::move(candidates));
  std::vector<RankedArticle> matching;  // best first
  std::uint64_t looked_at = 0;
  // Whether many have shown that about all will have to be looked at: in one go, in the order of the disk, is the least work.
  const auto hardly_any_match = [&] {
    return looked_at >= kVerifiedAll && matching.size() * documents.size() < 2 * wanted * looked_at;
  };
  // More at a time the longer it takes: enough for all cores, not many more than the page needs.
  for (std::size_t at_once = all ? documents.size() : kFirstLook; all || matching.size() < wanted;
       at_once = hardly_any_match() ? documents.size() : at_once * 2) {
    const std::vector<RankedArticle> best = best_first.next(at_once);
    if (best.empty()) break;
    const std::vector<char> decided =
        verifier_.decide(plan.residual, documents_of(best, 0, best.size()));
    const auto before = static_cast<std::ptrdiff_t>(matching.size());
    for (std::size_t i = 0; i < best.size(); ++i) {
      if (decided[i] != 0) matching.push_back(best[i]);
    }
    std::sort(matching.begin() + before, matching.end());
    looked_at += best.size();
  }
  SearchResults results;
  results.total.exact = looked_at >= documents.size();
  results.total.count = matching.size();
  if (!results.total.exact) results.total.count = std::max(results.total.count, estimate(plan, documents));
  results.hits = fetch(page_of(matching, request), request);
  return results;
}

std::vector<Xapian::docid> Searcher::documents_of(const std::vector<RankedArticle>& ranked,
                                                  std::size_t from, std::size_t to) {
  std::vector<Xapian::docid> documents;
  for (std::size_t i = from; i < to; ++i) documents.push_back(ranked[i].document);
  return documents;
}

// The best candidates match more often than others, so these are taken evenly from all.
std::uint64_t Searcher::estimate(const Plan& plan, const std::vector<Xapian::docid>& candidates) {
  std::vector<Xapian::docid> sample;
  for (std::uint64_t i = 0; i < kSampled; ++i) {
    sample.push_back(candidates[i * candidates.size() / kSampled]);
  }
  const std::vector<char> decided = verifier_.decide(plan.residual, sample);
  const auto matched =
      static_cast<std::uint64_t>(std::count(decided.begin(), decided.end(), char{1}));
  return matched * candidates.size() / kSampled;
}

std::uint64_t Searcher::count(const Node& query) {
  if (snapshot_.empty()) return 0;
  return with_xapian("count", [&]() -> std::uint64_t {
    const Plan plan = this->plan(query);
    if (plan.exact()) return count_candidates(plan, query);
    std::uint64_t count = 0;
    for (std::size_t part = 0; part < snapshot_.parts().size(); ++part) {
      count += matches(query, plan, part).size();
    }
    return count;
  });
}

/// The numbers, ascending, of all matches in a segment.
std::vector<Xapian::docid> Searcher::matches(const Node& query, const Plan& plan,
                                             std::size_t part) {
  const std::vector<Xapian::docid> numbers =
      MatchSet(snapshot_, stemmer_, postings_).candidates(query, part);
  postings_.shrink();
  if (plan.exact()) return numbers;
  std::vector<Xapian::docid> documents;
  for (const Xapian::docid number : numbers) {
    documents.push_back(snapshot_.document_id(number, part));
  }
  const std::vector<char> decided = verifier_.decide(plan.residual, documents);
  std::vector<Xapian::docid> matching;
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    if (decided[i] != 0) matching.push_back(numbers[i]);
  }
  return matching;
}

void Searcher::for_each_date(const Node& query,
                             const std::function<void(std::optional<Date>)>& see) {
  with_xapian("count over time", [&] {
    const Plan plan = this->plan(query);
    for (std::size_t part = 0; part < snapshot_.parts().size(); ++part) {
      const Xapian::Database& database = snapshot_.parts()[part];
      auto value = database.valuestream_begin(schema::kDateSlot);
      const auto end = database.valuestream_end(schema::kDateSlot);
      for (const Xapian::docid number : matches(query, plan, part)) {
        if (value != end) value.skip_to(number);
        const bool has_date = value != end && value.get_docid() == number;
        see(has_date ? std::make_optional(schema::decode_date(*value)) : std::nullopt);
      }
    }
  });
}

FacetCounts Searcher::facets(const Node& query, const std::vector<FacetField>& fields,
                             std::size_t limit) {
  FacetCounts counts;
  read_names();
  with_xapian("count by " + std::to_string(fields.size()) + " fields", [&] {
    EntityCounter matches(snapshot_, *vocabulary_, *entities_, all_matches(query));
    counts.total = matches.total();
    FacetCounter counter(snapshot_, *entities_, matches);
    for (const FacetField field : fields) counts.facets.push_back(counter.count(field, limit));
  });
  return counts;
}

Timeline Searcher::timeline(const Node& query, TimelineUnit unit) {
  TimeBars bars(unit);
  for_each_date(query, [&](std::optional<Date> date) { bars.add(date); });
  return bars.timeline();
}

std::optional<Hit> Searcher::find(std::uint32_t id, const Node& query) {
  const auto document = snapshot_.find(id);
  if (!document) return std::nullopt;
  SearchRequest request;
  request.query = query;
  Hit hit = std::move(fetch({{*document, 0}}, request).front());
  hit.name_places = name_places(hit.article.text, hit.article.names);
  return hit;
}

std::vector<Hit> Searcher::fetch(const std::vector<RankedArticle>& articles,
                                 const SearchRequest& request) {
  std::vector<Hit> hits;
  TextMatcher matcher(request.query, stemmer_);
  for (const RankedArticle& found : articles) hits.push_back(hit(found, request, matcher));
  return hits;
}

/// `matcher` is of the request's query.
Hit Searcher::hit(const RankedArticle& found, const SearchRequest& request, TextMatcher& matcher) {
  Hit hit;
  if (request.sort == SortOrder::Relevance) hit.score = found.key;
  if (!request.texts) {
    hit.id = snapshot_.article_number(found.document);
    hit.path = schema::absolute_path(snapshot_.manifest().roots, snapshot_.file(found.document));
    return hit;
  }
  const bool with_names = request.names || has_names(request.query);
  static_cast<StoredArticle&>(hit) = stored_article(snapshot_, found.document, with_names);
  if (request.occurrences) hit.occurrences = matcher.occurrences(hit.article);
  if (request.title_occurrences) hit.title_occurrences = matcher.title_occurrences(hit.article);
  return hit;
}

std::uint64_t Searcher::count_term(const std::string& term) const {
  const Xapian::Database& database = snapshot_.database();
  if (!snapshot_.has_tombstones()) return database.get_termfreq(term);
  return static_cast<std::uint64_t>(
      std::count_if(database.postlist_begin(term), database.postlist_end(term),
                    [&](Xapian::docid document) { return !snapshot_.is_deleted(document); }));
}

}  // namespace dateline
