// How a query is narrowed to one value of a facet: what a front end puts behind a value to click
// on. Pure functions.
#pragma once

#include <optional>
#include <string>

#include "searcher/search.h"

namespace dateline {

/// What stands in a query for that value: person:"Angela Merkel", date:2022-01. None where the
/// language has no way to say it: no name at all, or a quote in it.
std::optional<std::string> clause_of(FacetField field, const std::string& value);

/// `query` and the clause: (oil OR gas) source:"Reuters". The clause alone where the query is
/// empty.
std::string narrowed_query(const std::string& query, const std::string& clause);

}  // namespace dateline
