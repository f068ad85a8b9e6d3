#include "searcher/match/searcher.h"

#include <algorithm>
#include <utility>

#include "common/error.h"
#include "common/source_name.h"
#include "searcher/facets/facet_counter.h"
#include "searcher/match/match_set.h"
#include "searcher/names/name_places.h"
#include "searcher/names/nearby.h"
#include "searcher/names/resolve.h"
#include "searcher/time_bars.h"

namespace dateline {

namespace {

/// In an index of up to so many articles matches are always counted, as long as the postings alone
/// decide: in a larger one the total is Xapian's estimate unless an exact one is asked for.
constexpr std::uint64_t kAlwaysCounted = 1'000'000;

/// Candidates whose texts decide are all looked at if they are no more than this; else only as many
/// as the wanted page needs, and kSampled, from which the total is estimated.
constexpr std::uint64_t kVerifiedAll = 1000;
constexpr std::uint64_t kSampled = 100;
constexpr std::uint64_t kFirstLook = 50;

class NotDeleted : public Xapian::MatchDecider {
 public:
  explicit NotDeleted(const Snapshot& snapshot) : snapshot_(snapshot) {}
  bool operator()(const Xapian::Document& document) const override {
    return !snapshot_.is_deleted_number(document.get_docid());
  }

 private:
  const Snapshot& snapshot_;
};

/// Sorts undated articles behind all others, oldest first.
class OldestFirst : public Xapian::KeyMaker {
 public:
  std::string operator()(const Xapian::Document& document) const override {
    std::string date = document.get_value(schema::kDateSlot);
    return date.empty() ? std::string("\xFF") : date;
  }
};

/// An article out of the index, of which only what is asked for is read.
class IndexedCandidate : public Candidate {
 public:
  IndexedCandidate(Snapshot& snapshot, Xapian::docid document,
                   const std::function<StoredArticle(Xapian::docid)>& read)
      : snapshot_(snapshot), document_(document), read_(read) {}

  ArticleWords words() override {
    if (stored_) return {stored_->article.title, stored_->article.text};
    return decode_words(snapshot_.encoded_article(document_));
  }
  const StoredArticle& stored() override {
    if (!stored_) stored_ = read_(document_);
    return *stored_;
  }
  const std::vector<ArticleName>& names() override {
    if (!names_) names_ = snapshot_.article_names(document_);
    return *names_;
  }

 private:
  Snapshot& snapshot_;
  Xapian::docid document_;
  const std::function<StoredArticle(Xapian::docid)>& read_;
  std::optional<StoredArticle> stored_;
  std::optional<std::vector<ArticleName>> names_;
};

}  // namespace

Searcher::Searcher(const boost::filesystem::path& folder, bool raw_names,
                   std::vector<AuthorityRule> rules)
    : snapshot_(folder),
      stemmer_(snapshot_.manifest().settings.language),
      raw_names_(raw_names),
      rules_(std::move(rules)) {}

Plan Searcher::plan(const Node& query) {
  return make_plan(query, stemmer_, snapshot_.manifest().roots);
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
  std::vector<std::uint32_t> numbers;
  for (std::size_t part = 0; part < snapshot_.parts().size(); ++part) {
    const auto begin = static_cast<std::ptrdiff_t>(numbers.size());
    for (const std::string& name : typed_names) {
      NameTable& table = snapshot_.names(part);
      const auto id =
          table.find(static_cast<EntityType>(name.front()), std::string_view(name).substr(1));
      if (id) table.append_articles(*id, numbers);
    }
    if (typed_names.size() > 1) std::sort(numbers.begin() + begin, numbers.end());
  }
  numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
  if (snapshot_.has_tombstones()) {
    numbers.erase(std::remove_if(numbers.begin(), numbers.end(),
                                 [&](std::uint32_t number) {
                                   return snapshot_.is_deleted_number(number);
                                 }),
                  numbers.end());
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
    return plan.exact() ? search_postings(plan, request) : search_texts(plan, request);
  });
}

// Everything Xapian is asked goes through here.
Xapian::MSet Searcher::match(const Plan& plan, SortOrder sort, std::uint64_t first,
                             std::uint64_t limit, Xapian::doccount check_at_least) const {
  Xapian::Enquire enquire(snapshot_.database());
  enquire.set_query(plan.candidates);
  if (sort == SortOrder::Relevance && plan.ranked) {
    enquire.set_weighting_scheme(Xapian::BM25Weight());
  } else {
    enquire.set_weighting_scheme(Xapian::BoolWeight());
  }
  OldestFirst oldest_first;
  if (sort == SortOrder::Newest) enquire.set_sort_by_value(schema::kDateSlot, true);
  if (sort == SortOrder::Oldest) enquire.set_sort_by_key(&oldest_first, false);
  const NotDeleted not_deleted(snapshot_);
  return enquire.get_mset(static_cast<Xapian::doccount>(first),
                          static_cast<Xapian::doccount>(
                              std::min<std::uint64_t>(limit, snapshot_.database().get_doccount())),
                          check_at_least, nullptr,
                          snapshot_.has_tombstones() ? &not_deleted : nullptr);
}

std::vector<Searcher::Ranked> Searcher::ranked(const Xapian::MSet& mset) {
  std::vector<Ranked> all;
  for (auto at = mset.begin(); at != mset.end(); ++at) all.push_back({*at, at.get_weight()});
  return all;
}

// Without words all matches are equal and come in the order of the crawl: Xapian is not needed.
SearchResults Searcher::list_postings(const SearchRequest& request) {
  const std::vector<Xapian::docid> documents = candidate_documents(request.query);
  SearchResults results;
  results.total.count = documents.size();
  std::vector<Ranked> page;
  for (std::size_t i = request.offset; i < documents.size() && page.size() < request.limit; ++i) {
    page.push_back({documents[i], 0});
  }
  results.hits = fetch(page, request);
  return results;
}

SearchResults Searcher::search_postings(const Plan& plan, const SearchRequest& request) {
  if (!plan.ranked && request.sort == SortOrder::Relevance) return list_postings(request);
  SearchResults results;
  const Xapian::MSet mset = match(plan, request.sort, request.offset, request.limit, 0);
  if (request.exact || snapshot_.articles() <= kAlwaysCounted) {
    results.total.count = count_candidates(plan, request.query);
  } else {
    results.total.count = mset.get_matches_estimated();
    results.total.exact = mset.get_matches_lower_bound() == mset.get_matches_upper_bound();
  }
  results.hits = fetch(ranked(mset), request);
  return results;
}

std::uint64_t Searcher::count_candidates(const Plan& plan, const Node& query) {
  if (!plan.single_term.empty()) return count_term(plan.single_term);
  return candidate_documents(query).size();
}

std::vector<Xapian::docid> Searcher::candidate_documents(const Node& query) {
  MatchSet set(snapshot_, stemmer_);
  std::vector<Xapian::docid> documents;
  for (std::size_t part = 0; part < snapshot_.parts().size(); ++part) {
    for (const Xapian::docid number : set.candidates(query, part)) {
      documents.push_back(snapshot_.document_id(number, part));
    }
  }
  return documents;
}

bool Searcher::decide(TextMatcher& matcher, Xapian::docid document) {
  const std::function<StoredArticle(Xapian::docid)> read = [this](Xapian::docid wanted) {
    return stored(wanted, false);
  };
  IndexedCandidate candidate(snapshot_, document, read);
  return matcher.matches(candidate);
}

SearchResults Searcher::search_texts(const Plan& plan, const SearchRequest& request) {
  TextMatcher matcher(plan.residual, stemmer_);
  const std::uint64_t wanted = std::uint64_t{request.offset} + request.limit;
  const std::vector<Xapian::docid> candidates = candidate_documents(request.query);
  const bool all = request.exact || candidates.size() <= kVerifiedAll;
  std::vector<Ranked> page;
  std::uint64_t looked_at = 0;
  std::uint64_t matched = 0;
  // Each look fetches more candidates than the one before: a match is run again from its start.
  for (std::uint64_t look = kFirstLook; all || matched < wanted; look *= 16) {
    const Xapian::MSet mset = match(plan, request.sort, looked_at, look, 0);
    for (const Ranked& candidate : ranked(mset)) {
      if (!all && matched >= wanted) break;
      ++looked_at;
      if (!decide(matcher, candidate.document)) continue;
      if (matched >= request.offset && matched < wanted) page.push_back(candidate);
      ++matched;
    }
    if (mset.empty()) break;
  }
  SearchResults results;
  results.total.exact = looked_at >= candidates.size();
  results.total.count =
      results.total.exact ? matched : std::max(matched, estimate(matcher, candidates));
  results.hits = fetch(page, request);
  return results;
}

// The best candidates match more often than others, so these are taken evenly from all.
std::uint64_t Searcher::estimate(TextMatcher& matcher,
                                 const std::vector<Xapian::docid>& candidates) {
  std::uint64_t matched = 0;
  for (std::uint64_t i = 0; i < kSampled; ++i) {
    if (decide(matcher, candidates[i * candidates.size() / kSampled])) ++matched;
  }
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
  std::vector<Xapian::docid> numbers = MatchSet(snapshot_, stemmer_).candidates(query, part);
  if (plan.exact()) return numbers;
  TextMatcher matcher(plan.residual, stemmer_);
  numbers.erase(std::remove_if(numbers.begin(), numbers.end(),
                               [&](Xapian::docid number) {
                                 return !decide(matcher, snapshot_.document_id(number, part));
                               }),
                numbers.end());
  return numbers;
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
    Matches numbers = all_matches(query);
    counts.total = count_of(numbers);
    FacetCounter counter(snapshot_, *vocabulary_, *entities_, std::move(numbers));
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

StoredArticle Searcher::stored(Xapian::docid document, bool with_names) {
  StoredArticle stored;
  const schema::FileRecord file = snapshot_.file(document);
  const auto& roots = snapshot_.manifest().roots;
  stored.id = snapshot_.article_number(document);
  stored.path = schema::absolute_path(roots, file);
  stored.article =
      with_names ? snapshot_.article(document) : snapshot_.article_without_names(document);
  stored.source = source_name(stored.article.source, roots[file.root], file.path);
  return stored;
}

std::vector<Hit> Searcher::fetch(const std::vector<Ranked>& ranked, const SearchRequest& request) {
  std::vector<Hit> hits;
  TextMatcher matcher(request.query, stemmer_);
  const bool with_names = request.names || has_names(request.query);
  for (const Ranked& found : ranked) {
    Hit hit;
    static_cast<StoredArticle&>(hit) = stored(found.document, with_names);
    hit.score = found.score;
    if (request.occurrences) hit.occurrences = matcher.occurrences(hit.article);
    hits.push_back(std::move(hit));
  }
  return hits;
}

std::uint64_t Searcher::count_term(const std::string& term) const {
  const Xapian::Database& database = snapshot_.database();
  if (!snapshot_.has_tombstones()) return database.get_termfreq(term);
  return static_cast<std::uint64_t>(
      std::count_if(database.postlist_begin(term), database.postlist_end(term),
                    [&](Xapian::docid document) { return !snapshot_.is_deleted(document); }));
}

IndexStats Searcher::stats() {
  const Manifest& manifest = snapshot_.manifest();
  IndexStats stats;
  stats.path = snapshot_.paths().folder.string();
  stats.articles = snapshot_.articles();
  stats.segments = manifest.segments.size();
  stats.language = manifest.settings.language;
  stats.updated = manifest.updated;
  stats.roots = manifest.roots;
  for (const SegmentInfo& segment : manifest.segments) {
    stats.deleted += segment.deleted;
    stats.text_bytes += segment.text_bytes;
    stats.index_bytes += segment.file_bytes;
  }
  if (snapshot_.empty()) return stats;
  with_xapian("read the index's figures", [&] {
    const Xapian::Database& database = snapshot_.database();
    stats.words = database.get_total_length();
    for (auto term = database.allterms_begin(); term != database.allterms_end(); ++term) {
      const std::string text = *term;
      if (text.front() < 'A' || text.front() > 'Z') ++stats.distinct_stems;
    }
    stats.undated = count_term(schema::undated_term());
    stats.date_conflicts = count_term(schema::date_conflict_term());
    stats.sources = count_sources();
    stats.languages = count_languages();
  });
  stats.years = timeline(Node{}, TimelineUnit::Year).bars;
  find_span(stats);
  return stats;
}

void Searcher::find_span(IndexStats& stats) {
  for_each_date(Node{}, [&](std::optional<Date> date) {
    if (!date) return;
    if (!stats.first_date || *date < *stats.first_date) stats.first_date = date;
    if (!stats.last_date || *stats.last_date < *date) stats.last_date = date;
  });
}

std::vector<IndexStats::LanguageCount> Searcher::count_languages() const {
  const Xapian::Database& database = snapshot_.database();
  const std::string prefix = schema::language_term("");
  std::vector<IndexStats::LanguageCount> languages;
  for (auto term = database.allterms_begin(prefix); term != database.allterms_end(prefix); ++term) {
    const std::uint64_t articles = count_term(*term);
    if (articles > 0) languages.push_back({(*term).substr(prefix.size()), articles});
  }
  std::stable_sort(languages.begin(), languages.end(),
                   [](const auto& a, const auto& b) { return a.articles > b.articles; });
  return languages;
}

std::vector<IndexStats::SourceCount> Searcher::count_sources() {
  const Xapian::Database& database = snapshot_.database();
  const std::string prefix(1, schema::kSourcePrefix);
  std::vector<IndexStats::SourceCount> sources;
  for (auto term = database.allterms_begin(prefix); term != database.allterms_end(prefix); ++term) {
    // The term is folded: one of its articles has the name as written.
    const auto end = database.postlist_end(*term);
    const auto example =
        std::find_if(database.postlist_begin(*term), end,
                     [&](Xapian::docid document) { return !snapshot_.is_deleted(document); });
    if (example != end) sources.push_back({stored(*example, false).source, count_term(*term)});
  }
  std::stable_sort(sources.begin(), sources.end(),
                   [](const auto& a, const auto& b) { return a.articles > b.articles; });
  return sources;
}

}  // namespace dateline
