// Errors of the whole project. Bad input (one malformed article, an unreadable date, a bad query)
// is a value: Result<T>, or std::optional where "none" is the whole story. A broken world (no
// index, wrong format, lock held, disk full) is an exception: Error, caught once, in each program's
// main.
#pragma once

#include <cassert>
#include <cstddef>
#include <optional>
#include <stdexcept>
#include <string>
#include <utility>
#include <variant>

namespace dateline {

/// What a program's exit status says; documented in both programs' --help.
enum class ExitStatus {
  Done = 0,     ///< all went well
  Partial = 1,  ///< ran, but nothing was found, or some articles failed
  Usage = 2,    ///< bad options or a bad query; nothing was done
  Failed = 3,   ///< the run failed; the old index is intact
};

/// A broken world. `what()` says what, where and why; `hint()` (may be empty) what to do about it.
class Error : public std::runtime_error {
 public:
  explicit Error(const std::string& message, std::string hint = "",
                 ExitStatus status = ExitStatus::Failed)
      : std::runtime_error(message), hint_(std::move(hint)), status_(status) {}

  const std::string& hint() const { return hint_; }
  ExitStatus status() const { return status_; }

 private:
  std::string hint_;
  ExitStatus status_;
};

/// An index that cannot be read, or holds what no indexer writes: perhaps it is damaged.
class IndexError : public Error {
 public:
  using Error::Error;
};

/// Why a piece of input could not be used.
struct Problem {
  std::string message;                ///< what, where, why
  std::string hint;                   ///< what to do about it; may be empty
  std::optional<std::size_t> column;  ///< 1-based, in bytes, where the input is one line of text
};

/// A value, or the Problem that there was instead of it.
template <class T>
class [[nodiscard]] Result {
 public:
  Result(T value) : content_(std::move(value)) {}            // NOLINT: implicit on purpose
  Result(Problem problem) : content_(std::move(problem)) {}  // NOLINT: implicit on purpose

  bool ok() const { return content_.index() == 0; }
  explicit operator bool() const { return ok(); }

  /// REQUIRES ok().
  T& value() {
    assert(ok());
    return *std::get_if<T>(&content_);
  }
  const T& value() const {
    assert(ok());
    return *std::get_if<T>(&content_);
  }
  /// REQUIRES !ok().
  const Problem& problem() const {
    assert(!ok());
    return *std::get_if<Problem>(&content_);
  }

 private:
  std::variant<T, Problem> content_;
};

}  // namespace dateline
