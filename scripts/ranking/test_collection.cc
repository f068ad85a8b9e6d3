#include "scripts/ranking/test_collection.h"

#include <fstream>
#include <functional>
#include <sstream>

#include "common/error.h"
#include "searcher/output/trec_output.h"

namespace dateline {

namespace {

/// Calls see(line) for each line that is not empty; it returns what is wrong with it, or "".
void each_line(const std::string& file,
               const std::function<std::string(const std::string& line)>& see) {
  std::ifstream in(file);
  if (!in) throw Error("cannot open " + file);
  std::size_t number = 0;
  for (std::string line; std::getline(in, line);) {
    ++number;
    if (!line.empty() && line.back() == '\r') line.pop_back();
    if (line.find_first_not_of(" \t") == std::string::npos) continue;
    const std::string problem = see(line);
    if (!problem.empty()) throw Error(file + ", line " + std::to_string(number) + ": " + problem);
  }
}

}  // namespace

std::vector<TestQuery> read_queries(const std::string& file) {
  std::vector<TestQuery> queries;
  each_line(file, [&](const std::string& line) -> std::string {
    const std::size_t tab = line.find('\t');
    if (tab == 0 || tab == std::string::npos) return "not a query: id TAB text";
    queries.push_back({line.substr(0, tab), line.substr(tab + 1)});
    return "";
  });
  return queries;
}

std::map<std::string, Grades> read_judgements(const std::string& file) {
  std::map<std::string, Grades> judgements;
  each_line(file, [&](const std::string& line) -> std::string {
    std::istringstream words(line);
    std::string query, iteration, document;
    int grade = 0;
    if (!(words >> query >> iteration >> document >> grade)) {
      return "not a judgement: query 0 document grade";
    }
    judgements[query][document] = grade;
    return "";
  });
  return judgements;
}

void write_run(const std::string& file, const std::string& name,
               const std::vector<RankedList>& run) {
  std::ofstream out(file);
  for (const RankedList& list : run) {
    for (std::size_t i = 0; i < list.paths.size(); ++i) {
      out << trec_line(list.query, list.paths[i], i + 1, list.scores[i], name);
    }
  }
  if (!out.flush()) throw Error("cannot write " + file);
}

}  // namespace dateline
