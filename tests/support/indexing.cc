#include "tests/support/indexing.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <sstream>

#include "indexer/run/index_dump.h"

namespace dateline {

RunOptions run_over(const std::vector<std::string>& folders, const std::string& index) {
  RunOptions options;
  options.crawl.roots = folders;
  options.index = index;
  options.today = Date{2024, 1, 1};
  options.jobs = 2;
  return options;
}

RunOptions run_in_small_pieces(const std::vector<std::string>& folders, const std::string& index) {
  RunOptions options = run_over(folders, index);
  options.pipeline.smallest_batch_files = options.pipeline.largest_batch_files = 7;
  options.pipeline.segment_articles = 20;
  return options;
}

RunOptions with_names(RunOptions options) {
  options.settings.entities = true;
  return options;
}

RunReport index_articles(const RunOptions& options) {
  RunProgress progress;
  const auto log = [](const std::string& path, const std::string& what, bool is_failure) {
    EXPECT_FALSE(is_failure) << path << ": " << what;
  };
  return run_index(options, progress, log).report;
}

std::string dump_of(const std::string& index) {
  std::ostringstream out;
  dump_index(index, out);
  return out.str();
}

std::string dump_by_path(const std::string& index) {
  std::istringstream in(dump_of(index));
  std::map<std::string, std::string> paths;
  std::vector<std::string> lines;
  for (std::string line; std::getline(in, line);) {
    std::istringstream words(line);
    std::string kind, name, posting;
    words >> kind >> name;
    if (kind == "article") {
      words >> paths[name];
      lines.push_back("article " + line.substr(line.find(' ', 8) + 1));
      continue;
    }
    if (kind == "name") {
      lines.push_back("name " + paths.at(name) + line.substr(line.find(' ', 5)));
      continue;
    }
    std::vector<std::string> postings;
    while (words >> posting) {
      const std::size_t colon = posting.find(':');
      postings.push_back(paths.at(posting.substr(0, colon)) + posting.substr(colon));
    }
    std::sort(postings.begin(), postings.end());
    lines.push_back("term " + name);
    for (const std::string& one : postings) lines.back() += ' ' + one;
  }
  std::sort(lines.begin(), lines.end());
  std::string dump;
  for (const std::string& line : lines) dump += line + '\n';
  return dump;
}

}  // namespace dateline
