#include "searcher/about/entity_page.h"

#include <algorithm>
#include <utility>

#include "searcher/about/association.h"
#include "searcher/facets/facet_counter.h"
#include "searcher/passages/headline.h"
#include "searcher/time_bars.h"

namespace dateline {

namespace {

constexpr std::uint64_t kExactNameWeight = 10;
constexpr std::size_t kOthersListed = 50;
constexpr int kMonthsByMonth = 36;  // so long a span is shown by month

/// What stands together fewer times says nothing of chance.
constexpr std::uint64_t kFewestTogether = 3;
/// As often as that at least, or what is everywhere would be first.
constexpr double kLeastTimes = 1.5;
/// Of log_likelihood_ratio: chance would be that far off once in 1,000 times.
constexpr double kLeastRatio = 10.83;

TimelineUnit unit_for(const Date& first, const Date& last) {
  const int months = (last.year - first.year) * 12 + last.month - first.month + 1;
  return months <= kMonthsByMonth ? TimelineUnit::Month : TimelineUnit::Year;
}

}  // namespace

std::vector<std::uint32_t> likeliest_entities(const std::string& name, const EntityTypes& types,
                                              const Vocabulary& vocabulary,
                                              const Entities& entities) {
  const EntityFinder finder(vocabulary, entities);
  std::vector<std::uint32_t> found = finder.find(types, name, false);
  const std::string folded = folded_name(name);
  const auto weight = [&](std::uint32_t place) {
    const KnownEntity entity = entities[place];
    const bool is_just_it =
        folded_name(entity.name) == folded ||
        std::any_of(entity.names.begin(), entity.names.end(),
                    [&](std::uint32_t one) { return vocabulary.folded(one) == folded; });
    return entity.articles * (is_just_it ? kExactNameWeight : 1);
  };
  std::vector<std::pair<std::uint64_t, std::uint32_t>> weighed;
  for (const std::uint32_t place : found) weighed.emplace_back(weight(place), place);
  std::stable_sort(weighed.begin(), weighed.end(),
                   [](const auto& a, const auto& b) { return a.first > b.first; });
  for (std::size_t i = 0; i < found.size(); ++i) found[i] = weighed[i].second;
  return found;
}

EntityPage EntityPageMaker::make(const EntityPageRequest& request) {
  EntityPage page;
  page.total = counter_.total();
  choose(request, page);
  if (!page.entity) return page;
  EntityCounter articles(snapshot_, vocabulary_, entities_,
                         counter_.with_names(entities_[entity_].names));
  page.articles = articles.total();
  if (page.articles == 0) return page;
  page.aliases = aliases();
  add_times(articles.matches(), request.headlines, page);
  page.sources = FacetCounter(snapshot_, entities_, articles)
                     .count(FacetField::Source, request.sources)
                     .values;
  page.in_lead = count_in_lead(articles.matches());
  for (const EntityType type : kEntityTypes) {
    page.companions.push_back(companions(type, articles.tally(), page, request.companions));
  }
  return page;
}

void EntityPageMaker::choose(const EntityPageRequest& request, EntityPage& page) {
  const EntityFinder finder(vocabulary_, entities_);
  const auto found = likeliest_entities(request.name, request.types, vocabulary_, entities_);
  if (found.empty()) {
    page.suggestions = finder.described(finder.suggest(request.types, request.name), count_);
    return;
  }
  entity_ = found.front();
  page.entity = finder.described({entity_}, count_).front();
  for (std::size_t i = 1; i < found.size() && i <= kOthersListed; ++i) {
    page.others.push_back(finder.described({found[i]}, count_).front());
  }
}

std::vector<Facet::Value> EntityPageMaker::aliases() const {
  std::vector<Facet::Value> aliases;
  for (const std::uint32_t place : entities_[entity_].names) {
    const std::uint64_t articles = counter_.count_names({&place, 1});
    if (articles > 0) aliases.push_back({std::string(vocabulary_.name(place)), articles});
  }
  std::stable_sort(aliases.begin(), aliases.end(),
                   [](const auto& a, const auto& b) { return a.count > b.count; });
  return aliases;
}

std::vector<EntityPageMaker::Dated> EntityPageMaker::dated(const Matches& articles) const {
  std::vector<Dated> all;
  for (std::size_t part = 0; part < articles.size(); ++part) {
    const Xapian::Database& database = snapshot_.parts()[part];
    auto value = database.valuestream_begin(schema::kDateSlot);
    const auto end = database.valuestream_end(schema::kDateSlot);
    for (const Xapian::docid number : articles[part]) {
      if (value != end) value.skip_to(number);
      if (value == end) break;
      if (value.get_docid() != number) continue;
      all.push_back({schema::decode_date(*value), snapshot_.document_id(number, part), number});
    }
  }
  return all;
}

DatedHeadline EntityPageMaker::headline(const Dated& article) {
  return {article.id, article.date, headline_line(snapshot_.article(article.document))};
}

/// Its first and last mention, its timeline and the newest headlines.
void EntityPageMaker::add_times(const Matches& articles, std::uint32_t headlines,
                                EntityPage& page) {
  std::vector<Dated> all = dated(articles);
  if (all.empty()) {
    page.timeline.undated = page.articles;
    return;
  }
  const auto older = [](const Dated& a, const Dated& b) {
    return a.date != b.date ? a.date < b.date : a.id < b.id;
  };
  const auto [first, last] = std::minmax_element(all.begin(), all.end(), older);
  page.first = headline(*first);
  page.last = headline(*last);
  TimeBars bars(unit_for(first->date, last->date));
  for (const Dated& one : all) bars.add(one.date);
  page.timeline = bars.timeline();
  page.timeline.undated = page.articles - all.size();
  const auto end =
      all.begin() + static_cast<std::ptrdiff_t>(std::min<std::size_t>(headlines, all.size()));
  std::partial_sort(all.begin(), end, all.end(),
                    [&](const Dated& a, const Dated& b) { return older(b, a); });
  for (auto one = all.begin(); one != end; ++one) page.recent.push_back(headline(*one));
}

/// In how many of its articles it is in the title or the lead, by any of its names.
std::uint64_t EntityPageMaker::count_in_lead(const Matches& articles) {
  std::uint64_t in_lead = 0;
  for (std::size_t part = 0; part < articles.size(); ++part) {
    for (const Xapian::docid number : articles[part]) {
      const auto names = snapshot_.names(part).of_article(number);
      in_lead += std::any_of(names.begin(), names.end(), [&](const NameInArticle& name) {
        return name.in_lead && entities_.of_name(vocabulary_.place_of(part, name.id)) == entity_;
      });
    }
  }
  return in_lead;
}

Companion EntityPageMaker::companion(const CountedEntity& counted, const EntityPage& page) const {
  const Together counts{counted.articles, page.articles, counter_.count(counted.entity),
                        page.total};
  return {std::string(entities_[counted.entity].name), counts.both, counts.other, times_expected(counts),
          log_likelihood_ratio(counts)};
}

Companions EntityPageMaker::companions(EntityType type, const std::vector<std::uint32_t>& together,
                                       const EntityPage& page, std::size_t limit) const {
  std::vector<CountedEntity> found;
  for (std::uint32_t i = 0; i < together.size(); ++i) {
    if (together[i] == 0 || i == entity_) continue;
    const KnownEntity other = entities_[i];
    if (other.type == type && !other.is_hidden) found.push_back({i, together[i]});
  }
  if (limit == 0) limit = found.size();
  const auto before = [&](const auto& a, const auto& b) {
    if (a.articles != b.articles) return a.articles > b.articles;
    return entities_[a.entity].name < entities_[b.entity].name;
  };
  // Most are seldom together, and in no answer.
  auto sorted = std::partition(found.begin(), found.end(), [](const CountedEntity& one) {
    return one.articles >= kFewestTogether;
  });
  if (sorted < found.begin() + static_cast<std::ptrdiff_t>(std::min(limit, found.size()))) {
    sorted = found.end();
  }
  std::sort(found.begin(), sorted, before);
  Companions companions;
  companions.type = type;
  for (std::size_t i = 0; i < found.size() && i < limit; ++i) {
    companions.most.push_back(companion(found[i], page));
  }
  companions.above_chance = above_chance(std::move(found), page, limit);
  return companions;
}

/// In how many matches a candidate is at all costs posting lists. With fewer of them its ratio is
/// larger, and there are at least as many as it has together: so those that could have the largest
/// ratio are looked at first, until no other can be among the best.
std::vector<Companion> EntityPageMaker::above_chance(std::vector<CountedEntity> candidates,
                                                     const EntityPage& page,
                                                     std::size_t limit) const {
  // Sorted by `together`, and so by the largest ratio that it allows.
  std::vector<Companion> best;
  const auto comes_before = [](const Companion& a, const Companion& b) {
    return a.log_likelihood != b.log_likelihood ? a.log_likelihood > b.log_likelihood
                                                : a.name < b.name;
  };
  for (const CountedEntity& candidate : candidates) {
    const std::uint64_t both = candidate.articles;
    if (both < kFewestTogether) break;
    const double most = log_likelihood_ratio({both, page.articles, both, page.total});
    if (most < kLeastRatio) break;
    if (best.size() == limit && most < best.back().log_likelihood) break;
    const Companion one = companion(candidate, page);
    if (one.times_expected < kLeastTimes || one.log_likelihood < kLeastRatio) continue;
    best.insert(std::upper_bound(best.begin(), best.end(), one, comes_before), one);
    if (best.size() > limit) best.pop_back();
  }
  return best;
}

}  // namespace dateline
