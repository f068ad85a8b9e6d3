// Runs a program to its end and keeps what it printed.
#pragma once

#include <map>
#include <string>
#include <vector>

namespace dateline {

struct ProgramRun {
  int status = 0;  ///< of exit, or 128 + the signal that ended it
  std::string out;
  std::string err;
};

struct ProgramSettings {
  std::string input;  ///< on its standard input
  std::map<std::string, std::string>
      environment;          ///< beside the test's own, without DATELINE_INDEX
  std::string output_file;  ///< takes its standard output instead of ProgramRun::out
  std::string folder;       ///< where it runs; empty: here
  bool as_nobody = false;   ///< without root's right to read everything, if the test is root
};

/// `command`: the program's path and its arguments. Fails the test if there is no such program, so
/// that a missing one (exit status 126 and 127) is never taken for one that fails as expected.
ProgramRun run_program(const std::vector<std::string>& command,
                       const ProgramSettings& settings = {});

}  // namespace dateline
