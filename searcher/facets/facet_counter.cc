#include "searcher/facets/facet_counter.h"

#include <algorithm>
#include <utility>

#include "common/source_name.h"
#include "searcher/facets/top_counts.h"

namespace dateline {

FacetCounter::FacetCounter(Snapshot& snapshot, const Vocabulary& vocabulary, Entities& entities,
                           std::vector<std::vector<Xapian::docid>> matches)
    : snapshot_(snapshot),
      vocabulary_(vocabulary),
      entities_(entities),
      matches_(std::move(matches)) {
  for (std::size_t part = 0; part < matches_.size(); ++part) {
    const SegmentInfo& segment = snapshot_.manifest().segments[part];
    is_match_.emplace_back(segment.last - segment.first + 1);
    for (const Xapian::docid number : matches_[part]) {
      is_match_.back()[number - segment.first] = true;
    }
    total_ += matches_[part].size();
  }
}

Facet FacetCounter::count(FacetField field, std::size_t limit) {
  switch (field) {
    case FacetField::Person:
      return count_names(field, EntityType::Person, limit);
    case FacetField::Organisation:
      return count_names(field, EntityType::Organisation, limit);
    case FacetField::Place:
      return count_names(field, EntityType::Place, limit);
    case FacetField::Source:
      return count_terms(field, schema::kSourcePrefix, limit);
    case FacetField::Year:
      return count_terms(field, schema::kYearPrefix, limit);
    case FacetField::Month:
      return count_terms(field, schema::kMonthPrefix, limit);
  }
  return {};
}

Facet FacetCounter::count_names(FacetField field, EntityType type, std::size_t limit) {
  if (counts_.empty()) tally_names();
  TopCounts top(limit);
  for (std::size_t place = 0; place < counts_.size(); ++place) {
    const KnownEntity& entity = entities_.all()[place];
    if (entity.type != type || entity.is_hidden || counts_[place].articles < top.least()) continue;
    top.add(entity.name, counts_[place].articles);
  }
  return {field, top.take()};
}

// Of all types at once. An article that has an entity by several names counts once.
void FacetCounter::tally_names() {
  counts_.resize(entities_.all().size());
  for (std::size_t part = 0; part < matches_.size(); ++part) {
    if (matches_[part].empty()) continue;
    snapshot_.names(part).for_each(
        matches_[part],
        [&](std::uint32_t number, const std::uint32_t* id, const std::uint32_t* end) {
          for (; id != end; ++id) {
            Count& count = counts_[entities_.of_name(vocabulary_.place_of(part, *id))];
            if (std::exchange(count.last_article, number) != number) ++count.articles;
          }
        });
  }
}

Facet FacetCounter::count_terms(FacetField field, char prefix, std::size_t limit) {
  TopCounts top(limit);
  if (total_ > 0) {
    const Xapian::Database& database = snapshot_.database();
    const std::string start(1, prefix);
    for (auto term = database.allterms_begin(start); term != database.allterms_end(start); ++term) {
      if (term.get_termfreq() >= top.least()) top.add(*term, count_articles({*term}));
    }
  }
  Facet facet{field, top.take()};
  for (Facet::Value& value : facet.values) value.name = label(field, value.name);
  return facet;
}

/// How many matches have any of the terms.
std::uint64_t FacetCounter::count_articles(const std::vector<std::string>& terms) const {
  std::uint64_t count = 0;
  for (std::size_t part = 0; part < matches_.size(); ++part) {
    if (matches_[part].empty()) continue;
    const Xapian::Database& database = snapshot_.parts()[part];
    const Xapian::docid first = snapshot_.manifest().segments[part].first;
    std::vector<Xapian::docid> found;
    for (const std::string& term : terms) {
      const auto end = database.postlist_end(term);
      for (auto at = database.postlist_begin(term); at != end; ++at) {
        if (is_match_[part][*at - first]) found.push_back(*at);
      }
    }
    if (terms.size() > 1) {
      std::sort(found.begin(), found.end());
      found.erase(std::unique(found.begin(), found.end()), found.end());
    }
    count += found.size();
  }
  return count;
}

/// A term of the field as people read it. That of a source is folded: one of its articles has it as
/// written.
std::string FacetCounter::label(FacetField field, const std::string& term) {
  if (field == FacetField::Year) return term.substr(1);
  if (field == FacetField::Month) return term.substr(1, 4) + '-' + term.substr(5);
  const Xapian::docid example = *snapshot_.database().postlist_begin(term);
  const schema::FileRecord file = snapshot_.file(example);
  return source_name(snapshot_.article_without_names(example).source, snapshot_.manifest().roots.at(file.root),
                     file.path);
}

}  // namespace dateline
