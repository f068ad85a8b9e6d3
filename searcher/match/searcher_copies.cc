// Near copies: pages without them, all of an article.
#include <algorithm>
#include <tuple>

#include "searcher/match/searcher.h"

namespace dateline {

namespace {

/// So many matches are compared with each other to count those without near copies.
constexpr std::uint64_t kCompared = 1000;

/// Earliest first, undated ones last; then in the order of the crawl.
bool is_earlier(const StoredArticle& a, const StoredArticle& b) {
  const bool undated_a = !a.article.date;
  const bool undated_b = !b.article.date;
  if (undated_a != undated_b) return undated_b;
  if (!undated_a && *a.article.date != *b.article.date) return *a.article.date < *b.article.date;
  return a.id < b.id;
}

}  // namespace

CopyFinder& Searcher::copy_finder() {
  if (!copies_) copies_.emplace(snapshot_);
  return *copies_;
}

// Without copies a page needs more hits than it has: how many more is known when they are compared.
SearchResults Searcher::search_collapsed(const SearchRequest& request) {
  const std::uint64_t wanted = std::uint64_t{request.offset} + request.limit;
  SearchRequest wider = request;
  wider.offset = 0;
  for (std::uint64_t look = wanted + wanted / 2 + 10;; look *= 4) {
    wider.limit = static_cast<std::uint32_t>(std::min<std::uint64_t>(look, kNoLimit));
    SearchResults results = search(wider);
    const bool is_all = results.hits.size() < wider.limit;
    std::vector<Hit> page = with_xapian(
        "compare articles", [&] { return without_copies(std::move(results.hits), request); });
    if (page.size() < request.limit && !is_all) continue;
    results.hits = std::move(page);
    results.collapsed = true;
    return results;
  }
}

std::optional<std::uint64_t> Searcher::count_without_copies(const SearchRequest& request,
                                                            const Total& total) {
  if (!total.exact || total.count > kCompared) return std::nullopt;
  SearchRequest all = request;
  all.offset = 0;
  all.limit = kNoLimit;
  all.texts = false;
  return with_xapian("compare articles", [&] {
    CopyGroups groups(copy_finder());
    std::uint64_t count = 0;
    for (const Hit& hit : search(all).hits) {
      const auto document = snapshot_.find(hit.id);
      if (document && groups.take(*document)) ++count;
    }
    return count;
  });
}

std::vector<Hit> Searcher::without_copies(std::vector<Hit> hits, const SearchRequest& request) {
  CopyGroups groups(copy_finder());
  std::vector<Hit> page;
  std::uint64_t taken = 0;
  for (Hit& hit : hits) {
    if (page.size() >= request.limit) break;
    const auto document = snapshot_.find(hit.id);
    if (!document || !groups.take(*document) || taken++ < request.offset) continue;
    hit.copies = copies_told(hit, *document);
    page.push_back(std::move(hit));
  }
  return page;
}

NearCopies Searcher::copies_told(const StoredArticle& article, Xapian::docid document) {
  NearCopies told;
  told.first = {article.id, article.article.date, article.source};
  StoredArticle first = article;
  for (const CopyFinder::Copy& copy : copy_finder().find(document, false)) {
    ++told.count;
    const auto date = snapshot_.date(copy.document);
    if (!date || (first.article.date && *first.article.date < *date)) continue;
    StoredArticle other = stored_article(snapshot_, copy.document, false);
    if (is_earlier(other, first)) first = std::move(other);
  }
  told.first = {first.id, first.article.date, first.source};
  return told;
}

void Searcher::each_collapsed(const SearchRequest& request,
                              const std::function<bool(Hit&)>& see) {
  const std::uint64_t wanted = std::uint64_t{request.offset} + request.limit;
  if (snapshot_.empty() || request.limit == 0) return;
  if (wanted <= kRankedPage) {
    for (Hit& hit : search_collapsed(request).hits) {
      if (!see(hit)) return;
    }
    return;
  }
  SearchRequest all = request;
  all.offset = 0;
  all.limit = kNoLimit;
  CopyGroups groups(copy_finder());
  std::uint64_t taken = 0;
  each(all, [&](Hit& hit) {
    const auto document = snapshot_.find(hit.id);
    if (!document || !groups.take(*document) || taken++ < request.offset) return true;
    return see(hit) && taken < wanted;
  });
}

std::optional<std::vector<ArticleCopy>> Searcher::copies(std::uint32_t id) {
  const auto document = snapshot_.find(id);
  if (!document) return std::nullopt;
  return with_xapian("look for near copies", [&] {
    std::vector<ArticleCopy> copies;
    copies.push_back({stored_article(snapshot_, *document, false), 1});
    for (const CopyFinder::Copy& copy : copy_finder().find(*document, true)) {
      copies.push_back({stored_article(snapshot_, copy.document, false), copy.similarity});
    }
    std::sort(copies.begin(), copies.end(), is_earlier);
    return copies;
  });
}

}  // namespace dateline
