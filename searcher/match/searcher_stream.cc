// Every match, one at a time: what exports and concordances are made of.
#include <algorithm>
#include <limits>

#include "searcher/match/match_set.h"
#include "searcher/match/searcher.h"
#include "searcher/names/resolve.h"

namespace dateline {

namespace {

/// Up to here a ranked list comes from search(), which ranks with more care.
constexpr std::uint64_t kRankedPage = 1000;

/// Sorts as `order` has it when the numbers ascend: the day above, the article's number below,
/// undated articles behind all others.
std::uint64_t sort_key(std::optional<Date> date, std::uint32_t number, SortOrder order) {
  constexpr std::uint32_t kBias = 1U << 31;
  std::uint32_t day = std::numeric_limits<std::uint32_t>::max();
  if (date && order != SortOrder::Relevance) {
    day = static_cast<std::uint32_t>(day_number(*date)) + kBias;
    if (order == SortOrder::Newest) day = std::numeric_limits<std::uint32_t>::max() - 1 - day;
  }
  return std::uint64_t{day} << 32 | number;
}

}  // namespace

void Searcher::each(const SearchRequest& request, const std::function<bool(Hit&)>& see) {
  if (snapshot_.empty()) return;
  with_xapian("search", [&] {
    const Plan plan = this->plan(request.query);
    const bool ranks = plan.ranked && request.sort == SortOrder::Relevance;
    if (ranks && std::uint64_t{request.offset} + request.limit <= kRankedPage) {
      for (Hit& hit : search(request).hits) {
        if (!see(hit)) return;
      }
      return;
    }
    std::vector<Ranked> order;
    if (ranks) {
      order = ranked(match(plan, request.sort, 0, all_documents(), 0));
    } else {
      order = listed(request);
    }
    pass_matches(order, plan, request, see);
  });
}

// All candidates in the order of the crawl or of their dates.
std::vector<Searcher::Ranked> Searcher::listed(const SearchRequest& request) {
  std::vector<std::uint64_t> keys;
  MatchSet set(snapshot_, stemmer_);
  for (std::size_t part = 0; part < snapshot_.parts().size(); ++part) {
    const Xapian::Database& database = snapshot_.parts()[part];
    auto value = database.valuestream_begin(schema::kDateSlot);
    const auto end = database.valuestream_end(schema::kDateSlot);
    for (const Xapian::docid number : set.candidates(request.query, part)) {
      if (value != end) value.skip_to(number);
      const bool has_date = value != end && value.get_docid() == number;
      keys.push_back(
          sort_key(has_date ? std::make_optional(schema::decode_date(*value)) : std::nullopt,
                   number, request.sort));
    }
  }
  std::sort(keys.begin(), keys.end());
  std::vector<Ranked> order;
  order.reserve(keys.size());
  for (const std::uint64_t key : keys) {
    const auto document = snapshot_.find(static_cast<std::uint32_t>(key));
    if (document) order.push_back({*document, 0});
  }
  return order;
}

// Decides one candidate after the other, so that the first is seen at once.
void Searcher::pass_matches(const std::vector<Ranked>& order, const Plan& plan,
                            const SearchRequest& request, const std::function<bool(Hit&)>& see) {
  TextMatcher decider(plan.residual, stemmer_);
  TextMatcher finder(request.query, stemmer_);
  const bool with_names = request.names || has_names(request.query);
  std::uint64_t matched = 0;
  for (const Ranked& candidate : order) {
    if (matched >= std::uint64_t{request.offset} + request.limit) return;
    if (!plan.exact() && !decide(decider, candidate.document)) continue;
    if (matched++ < request.offset) continue;
    Hit hit;
    static_cast<StoredArticle&>(hit) = stored(candidate.document, with_names);
    hit.score = candidate.score;
    if (request.occurrences) hit.occurrences = finder.occurrences(hit.article);
    if (request.title_occurrences) hit.title_occurrences = finder.title_occurrences(hit.article);
    if (!see(hit)) return;
  }
}

}  // namespace dateline
