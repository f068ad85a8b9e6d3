// Queries and judgements of relevance in the files of TREC. Throws Error with the file and line of a
// mistake.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "scripts/ranking/measures.h"

namespace dateline {

struct TestQuery {
  std::string id;
  std::string text;
};

/// `id TAB text` a line; empty lines are passed over.
std::vector<TestQuery> read_queries(const std::string& file);

/// `query 0 document grade` a line, the document a path below the corpus without a space in it.
std::map<std::string, Grades> read_judgements(const std::string& file);

/// The answer to a query: paths below the corpus, best first.
struct RankedList {
  std::string query;
  std::vector<std::string> paths;
  std::vector<double> scores;
};

/// `query Q0 document rank score name` a line. Throws Error if it cannot be written.
void write_run(const std::string& file, const std::string& name, const std::vector<RankedList>& run);

}  // namespace dateline
