#include "searcher/facets/facet_counter.h"

#include "common/source_name.h"
#include "searcher/facets/top_counts.h"

namespace dateline {

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
  Facet facet{field, {}};
  const auto top =
      entities_.top([&](std::uint32_t entity) { return known_[entity].type == type; }, limit);
  for (const CountedEntity& one : top) {
    facet.values.push_back({std::string(known_[one.entity].name), one.articles});
  }
  return facet;
}

Facet FacetCounter::count_terms(FacetField field, char prefix, std::size_t limit) {
  TopCounts top(limit);
  if (entities_.total() > 0) {
    const Xapian::Database& database = snapshot_.database();
    const std::string start(1, prefix);
    for (auto term = database.allterms_begin(start); term != database.allterms_end(start); ++term) {
      if (term.get_termfreq() >= top.least()) top.add(*term, count_articles(*term));
    }
  }
  Facet facet{field, top.take()};
  for (Facet::Value& value : facet.values) value.name = label(field, value.name);
  return facet;
}

/// How many matches have the term.
std::uint64_t FacetCounter::count_articles(const std::string& term) const {
  std::uint64_t count = 0;
  for (std::size_t part = 0; part < entities_.matches().size(); ++part) {
    if (entities_.matches()[part].empty()) continue;
    const Xapian::Database& database = snapshot_.parts()[part];
    const auto end = database.postlist_end(term);
    for (auto at = database.postlist_begin(term); at != end; ++at) {
      if (entities_.is_match(part, *at)) ++count;
    }
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
