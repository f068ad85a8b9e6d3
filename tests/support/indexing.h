// Runs of the indexer within the test's own process.
#pragma once

#include <string>
#include <vector>

#include "indexer/run/index_run.h"

namespace dateline {

/// The articles of tests/data/sample.tar.zst, unpacked by the build; read only.
inline const std::string& sample_folder() {
  static const std::string kFolder = DATELINE_SAMPLE_FOLDER;
  return kFolder;
}

/// A run over `folders` as the program would do it, with two jobs.
RunOptions run_over(const std::vector<std::string>& folders, const std::string& index);

/// The same with so small batches and segments that a hundred articles make several of each.
RunOptions run_in_small_pieces(const std::vector<std::string>& folders, const std::string& index);

/// The same options, for an index with people, organisations and places.
RunOptions with_names(RunOptions options);

/// Does the run. A failed file fails the test.
RunReport index_articles(const RunOptions& options);

/// What dateline-index --dump prints.
std::string dump_of(const std::string& index);

/// The same with the paths of articles in place of their numbers, sorted: equal for indexes that
/// hold the same articles, however they came to hold them.
std::string dump_by_path(const std::string& index);

}  // namespace dateline
