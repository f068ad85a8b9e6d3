// How a run is told to end early: by a signal, or by a time limit. It then finishes the batches its
// workers have begun, publishes them, and leaves the rest to the next run.
#pragma once

#include <atomic>
#include <chrono>
#include <csignal>
#include <optional>
#include <string>

namespace dateline {

class StopRequest {
 public:
  using Clock = std::chrono::system_clock;

  /// Safe to call from a signal handler and from any thread. The first signal is the one that
  /// counts.
  void ask(int signal) {
    int none = 0;
    signal_.compare_exchange_strong(none, signal);
  }
  void set_deadline(Clock::time_point deadline) { deadline_ = deadline; }

  bool is_asked() const {
    return signal_ != 0 || (deadline_ && Clock::now() >= *deadline_);
  }
  /// The signal that asked; 0: none did.
  int signal() const { return signal_; }

  /// "by SIGTERM", "by its time limit"
  std::string reason() const {
    switch (signal_) {
      case 0:
        return "by its time limit";
      case SIGINT:
        return "by SIGINT";
      case SIGTERM:
        return "by SIGTERM";
      case SIGHUP:
        return "by SIGHUP";
      default:
        return "by signal " + std::to_string(signal_);
    }
  }

 private:
  std::atomic<int> signal_{0};
  static_assert(std::atomic<int>::is_always_lock_free, "ask() is called from signal handlers");
  std::optional<Clock::time_point> deadline_;
};

}  // namespace dateline
