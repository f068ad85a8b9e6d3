#include "indexer/output/progress.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>

#include "common/error.h"
#include "common/text/numbers.h"
#include "indexer/report/summary.h"

namespace dateline {

namespace {

using Clock = std::chrono::steady_clock;

constexpr std::chrono::milliseconds kBarPeriod{200};
constexpr std::chrono::seconds kLinePeriod{30};
constexpr std::chrono::seconds kJsonPeriod{1};

Clock::duration period_of(ProgressDisplay::Style style) {
  switch (style) {
    case ProgressDisplay::Style::Bar:
      return kBarPeriod;
    case ProgressDisplay::Style::Json:
      return kJsonPeriod;
    default:
      return kLinePeriod;
  }
}

double seconds_between(Clock::time_point from, Clock::time_point to) {
  return std::chrono::duration<double>(to - from).count();
}

std::string bar(double share, std::size_t width) {
  const auto full = static_cast<std::size_t>(share * static_cast<double>(width));
  return '[' + std::string(full, '=') + std::string(width - full, ' ') + ']';
}

}  // namespace

std::size_t terminal_columns(std::size_t otherwise) {
  winsize size{};
  return ::ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0 ? size.ws_col
                                                                           : otherwise;
}

std::string progress_line(const ProgressState& state, std::size_t columns) {
  const double seconds = std::max(state.seconds, 0.001);
  const auto files = static_cast<double>(state.files);
  char rates[96];
  std::snprintf(rates, sizeof rates, "  %s/s  %.1f MB/s",
                with_commas(static_cast<std::uint64_t>(files / seconds)).c_str(),
                static_cast<double>(state.indexed_bytes) / 1e6 / seconds);
  std::string line = with_commas(state.files) + " files";
  if (!state.files_in_all) return line + rates;
  const auto all = static_cast<double>(*state.files_in_all);
  const double share = all > 0 ? std::min(1.0, files / all) : 1.0;
  line += "  " + std::to_string(static_cast<int>(share * 100)) + '%' + rates;
  if (share > 0) line += "  " + as_duration(seconds * (1 - share) / share) + " left";
  constexpr std::size_t kBarWidth = 24;
  return line.size() + kBarWidth + 4 <= columns ? bar(share, kBarWidth) + ' ' + line : line;
}

std::string progress_json(const ProgressState& state) {
  char seconds[32];
  std::snprintf(seconds, sizeof seconds, "%.1f", state.seconds);
  return "{\"files\":" + std::to_string(state.files) +
         ",\"bytes\":" + std::to_string(state.indexed_bytes) + ",\"seconds\":" + seconds +
         ",\"files_in_all\":" +
         (state.files_in_all ? std::to_string(*state.files_in_all) : "null") + '}';
}

ProgressDisplay::ProgressDisplay(Style style, const RunProgress& progress,
                                 const CrawlOptions& crawl)
    : style_(style), progress_(progress), start_(Clock::now()) {
  if (style_ != Style::Lines) {
    counter_ = std::thread([this, crawl] {
      try {
        if (const auto count = count_files(crawl, cancelled_)) {
          files_in_all_ = static_cast<std::int64_t>(*count);
        }
      } catch (const Error&) {
        // The run meets the same error and tells it; here it only means that no share is shown.
      }
    });
  }
  shower_ = std::thread([this] { show_until_stopped(); });
}

ProgressDisplay::~ProgressDisplay() {
  cancelled_ = true;
  {
    const std::lock_guard<std::mutex> lock(mutex_);
    is_stopped_ = true;
  }
  stopped_.notify_all();
  shower_.join();
  if (counter_.joinable()) counter_.join();
  if (style_ == Style::Bar) std::fputs("\r\033[K", stderr);
}

void ProgressDisplay::show_until_stopped() {
  std::unique_lock<std::mutex> lock(mutex_);
  while (!stopped_.wait_for(lock, period_of(style_), [this] { return is_stopped_; })) show(Clock::now());
}

void ProgressDisplay::show(Clock::time_point now) const {
  ProgressState state;
  state.files = progress_.files;
  state.indexed_bytes = progress_.indexed_bytes;
  state.seconds = seconds_between(start_, now);
  if (files_in_all_ >= 0) {
    state.files_in_all = std::max<std::uint64_t>(static_cast<std::uint64_t>(files_in_all_), 1);
  }
  const std::string line = style_ == Style::Json ? progress_json(state)
                                                 : progress_line(state, terminal_columns(80) - 1);
  std::fprintf(stderr, style_ == Style::Bar ? "\r%s\033[K" : "%s\n", line.c_str());
}

}  // namespace dateline
