// Where everything that a program prints goes: a file descriptor with a buffer in front. A reader
// that has had enough (`| head -1`) is no error; a full disk is. REQUIRES SIGPIPE ignored, as
// main() does. Not thread-safe.
#pragma once

#include <string>
#include <string_view>

namespace dateline {

class Output {
 public:
  /// `fd` is not closed by this class. `name` is for messages: "standard output".
  Output(int fd, std::string name) : fd_(fd), name_(std::move(name)) {}

  /// Throws Error when the text cannot be written, now or at a later call. Once the reader has
  /// closed the pipe, does nothing.
  void write(std::string_view text);

  /// Everything written so far leaves the program. Must be the last call: the destructor does not
  /// write.
  void flush();

  /// The reader has closed the pipe: what follows need not be made.
  bool reader_gone() const { return reader_gone_; }

  /// Something could not be written: an Error said so.
  bool failed() const { return failed_; }

 private:
  int fd_;
  std::string name_;
  std::string buffer_;
  bool reader_gone_ = false;
  bool failed_ = false;
};

}  // namespace dateline
