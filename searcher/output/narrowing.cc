#include "searcher/output/narrowing.h"

#include "common/text/columns.h"
#include "searcher/output/names.h"

namespace dateline {

std::optional<std::string> clause_of(FacetField field, const std::string& value) {
  if (value.empty() || value.find('"') != std::string::npos) return std::nullopt;
  if (field == FacetField::Year || field == FacetField::Month) return "date:" + value;
  return std::string(name_of(field)) + ":\"" + value + '"';
}

std::string narrowed_query(const std::string& query, const std::string& clause) {
  const std::string_view asked = trim(query);
  if (asked.empty()) return clause;
  // One word needs no parentheses, and neither does what is one phrase.
  const bool one = asked.find_first_of(" \t\n()\"") == std::string_view::npos;
  return (one ? std::string(asked) : '(' + std::string(asked) + ')') + ' ' + clause;
}

}  // namespace dateline
