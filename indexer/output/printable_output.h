// Keeps what a terminal must not get from it: while there is one, every line printed to std::cout goes
// through printable(), if standard output is a terminal. Files and pipes get all bytes as they are. One
// at a time; for the whole of main's work.
#pragma once

#include <memory>
#include <streambuf>

namespace dateline {

class PrintableOutput {
 public:
  PrintableOutput();
  ~PrintableOutput();
  PrintableOutput(const PrintableOutput&) = delete;
  PrintableOutput& operator=(const PrintableOutput&) = delete;

 private:
  std::unique_ptr<std::streambuf> lines_;   ///< null: not a terminal
  std::streambuf* standard_ = nullptr;
};

}  // namespace dateline
