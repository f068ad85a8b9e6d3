#include "searcher/match/filter_terms.h"

#include "common/index/schema.h"

namespace dateline {

bool has_filter_terms(const Node& node) {
  switch (node.kind) {
    case Node::Kind::DateRange:
    case Node::Kind::DateNone:
    case Node::Kind::DateConflict:
    case Node::Kind::Source:
      return true;
    default:
      return false;
  }
}

std::vector<std::string> filter_terms(const Node& node) {
  switch (node.kind) {
    case Node::Kind::DateRange:
      return schema::range_terms(node.range);
    case Node::Kind::DateNone:
      return {schema::undated_term()};
    case Node::Kind::DateConflict:
      return {schema::date_conflict_term()};
    default:
      return {schema::source_term(node.value)};
  }
}

}  // namespace dateline
