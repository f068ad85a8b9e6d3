#include "indexer/output/printable_output.h"

#include <unistd.h>

#include <iostream>
#include <string>
#include <utility>

#include "common/text/columns.h"

namespace dateline {

namespace {

/// Hands on what it is given line by line, a line once it is whole.
class PrintableLines : public std::streambuf {
 public:
  explicit PrintableLines(std::streambuf* out) : out_(out) {}

  bool end() { return line_.empty() || put(printable(std::exchange(line_, {}))); }

 private:
  int_type overflow(int_type c) override {
    if (traits_type::eq_int_type(c, traits_type::eof())) return traits_type::not_eof(c);
    const char byte = traits_type::to_char_type(c);
    if (byte != '\n') {
      line_.push_back(byte);
      return c;
    }
    return put(printable(std::exchange(line_, {})) + '\n') ? c : traits_type::eof();
  }

  int sync() override { return out_->pubsync(); }

  bool put(const std::string& text) {
    const auto size = static_cast<std::streamsize>(text.size());
    return out_->sputn(text.data(), size) == size;
  }

  std::streambuf* out_;
  std::string line_;
};

}  // namespace

PrintableOutput::PrintableOutput() {
  if (::isatty(STDOUT_FILENO) == 0) return;
  standard_ = std::cout.rdbuf();
  lines_ = std::make_unique<PrintableLines>(standard_);
  std::cout.rdbuf(lines_.get());
}

PrintableOutput::~PrintableOutput() {
  if (!lines_) return;
  static_cast<PrintableLines&>(*lines_).end();
  std::cout.rdbuf(standard_);
  std::cout.flush();
}

}  // namespace dateline
