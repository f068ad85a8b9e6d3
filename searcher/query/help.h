// The reference of the query language: what --help-query prints, and the table it is made of.
#pragma once

#include <string>
#include <vector>

namespace dateline {

/// One line of the reference.
struct QueryHelpRow {
  const char* forms;    ///< queries, two spaces apart; each can be typed as it stands
  const char* meaning;  ///< what they find
};

struct QueryHelpSection {
  const char* title;
  std::vector<QueryHelpRow> rows;
  const char* remark;  ///< below the rows; may be empty
};

const std::vector<QueryHelpSection>& query_help();

/// All of it as text of at most 80 columns.
std::string query_help_text();

}  // namespace dateline
