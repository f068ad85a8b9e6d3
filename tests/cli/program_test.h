// What all tests of the real programs share: a scratch folder and calls of both programs.
#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <sstream>
#include <string>
#include <vector>

#include "tests/support/program.h"
#include "tests/support/scratch_folder.h"

namespace dateline {

class ProgramTest : public testing::Test {
 protected:
  using Arguments = std::vector<std::string>;

  static ProgramRun indexer(Arguments arguments, const ProgramSettings& settings = {}) {
    arguments.insert(arguments.begin(), DATELINE_INDEX_PROGRAM);
    return run_program(arguments, settings);
  }
  static ProgramRun search(Arguments arguments, const ProgramSettings& settings = {}) {
    arguments.insert(arguments.begin(), DATELINE_SEARCH_PROGRAM);
    return run_program(arguments, settings);
  }

  /// Indexes the folder `news`, which must go well.
  void make_index(const Arguments& options = {}) const {
    Arguments arguments{scratch.path("news"), "--index", index};
    arguments.insert(arguments.end(), options.begin(), options.end());
    const ProgramRun run = indexer(arguments);
    ASSERT_EQ(run.status, 0) << run.err << run.out;
  }

  /// The paths of all articles that match, sorted.
  Arguments found(const std::string& query) const {
    const ProgramRun run = search({query, "--index", index, "--limit", "1000", "-0"});
    EXPECT_LE(run.status, 1) << run.err;
    Arguments paths;
    std::istringstream in(run.out);
    for (std::string path; std::getline(in, path, '\0');) paths.push_back(path);
    std::sort(paths.begin(), paths.end());
    return paths;
  }

  const ScratchFolder scratch;
  const std::string index = scratch.path("index");
};

}  // namespace dateline
