// Tables of queries: {name, query, tree as text or "COLUMN: message"}.
#pragma once

#include <gtest/gtest.h>

#include <ostream>
#include <string>
#include <string_view>

#include "searcher/query/parser.h"

namespace dateline {

/// A Friday.
inline constexpr QueryContext kContext{{2022, 1, 7}};

struct Row {
  const char* name;
  const char* query;
  const char* expected;
};

inline void PrintTo(const Row& row, std::ostream* out) { *out << row.query; }

inline std::string problem_of(const Problem& problem) {
  return (problem.column ? std::to_string(*problem.column) : "-") + ": " + problem.message;
}

/// The tree as text, or "COLUMN: message".
inline std::string parsed(std::string_view query) {
  const Result<Node> tree = parse_query(query, kContext);
  return tree ? to_text(tree.value()) : problem_of(tree.problem());
}

inline std::string row_name(const testing::TestParamInfo<Row>& info) { return info.param.name; }

}  // namespace dateline
