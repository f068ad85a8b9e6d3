#include "indexer/commands/index_command.h"

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <csignal>
#include <iostream>
#include <memory>

#include "common/text/columns.h"
#include "common/text/numbers.h"
#include "indexer/output/log.h"
#include "indexer/output/progress.h"
#include "indexer/report/summary.h"
#include "indexer/run/dry_run.h"

namespace dateline {

namespace {

/// The one that signals ask; a handler can reach nothing but a global.
StopRequest& stop_request() {
  static StopRequest stop;
  return stop;
}

extern "C" void ask_to_stop(int signal) { stop_request().ask(signal); }

/// The first signal ends the run in order; a second one ends the program at once.
void catch_signals() {
  stop_request();
  struct sigaction action {};
  action.sa_handler = ask_to_stop;
  action.sa_flags = SA_RESETHAND | SA_RESTART;
  for (const int signal : {SIGINT, SIGTERM, SIGHUP}) {
    // nohup has SIGHUP ignored, a shell's background job SIGINT: that stays.
    struct sigaction before {};
    ::sigaction(signal, nullptr, &before);
    if (before.sa_handler != SIG_IGN) ::sigaction(signal, &action, nullptr);
  }
}

/// Lowers the priority at processor and disk. No right is needed for that, and nothing lost if the
/// system knows no disk priorities.
void give_way() {
  constexpr int kNiceness = 10;
  constexpr int kIdleClass = 3 << 13;  // IOPRIO_CLASS_IDLE, of linux/ioprio.h
  ::setpriority(PRIO_PROCESS, 0, kNiceness);
  ::syscall(SYS_ioprio_set, 1 /* IOPRIO_WHO_PROCESS */, 0, kIdleClass);
}

void set_deadline(const IndexerOptions& options) {
  using Clock = StopRequest::Clock;
  std::optional<Clock::time_point> deadline;
  if (options.max_time) deadline = Clock::now() + *options.max_time;
  if (options.until) {
    const auto until = Clock::from_time_t(*options.until);
    if (!deadline || until < *deadline) deadline = until;
  }
  if (deadline) stop_request().set_deadline(*deadline);
}

std::unique_ptr<ProgressDisplay> display(const IndexerOptions& options,
                                         const RunProgress& progress) {
  auto style = ::isatty(STDERR_FILENO) == 1 && !options.verbose ? ProgressDisplay::Style::Bar
                                                                : ProgressDisplay::Style::Lines;
  if (options.progress_as_json) style = ProgressDisplay::Style::Json;
  if (options.quiet && !options.progress_as_json) return nullptr;
  return std::make_unique<ProgressDisplay>(style, progress, crawl_options(options.run));
}

int status_of(const RunRecord& record) {
  if (record.end == RunEnd::Stopped && stop_request().signal() != 0) {
    return 128 + stop_request().signal();
  }
  return static_cast<int>(record.report.failed == 0 ? ExitStatus::Done : ExitStatus::Partial);
}

/// What to do about a run that failed, and what the index holds in spite of it.
std::string hint_of_failure(const std::string& hint, const boost::filesystem::path& index) {
  std::string kept = "the index was not begun";
  try {
    if (const auto manifest = load_manifest(IndexPaths{index})) {
      std::uint64_t articles = 0;
      for (const SegmentInfo& segment : manifest->segments) {
        articles += segment.articles - segment.deleted;
      }
      kept = "the index holds what was published, " + counted(articles, "article") +
             "; the next run goes on from there";
    }
  } catch (const Error&) {
    return hint;  // the manifest itself is what went wrong
  }
  return hint.empty() ? kept : hint + "; " + kept;
}

}  // namespace

void throw_with_what_is_kept(const boost::filesystem::path& index) {
  try {
    throw;
  } catch (const IndexError& error) {
    throw IndexError(error.what(), hint_of_failure(error.hint(), index));
  } catch (const Error& error) {
    if (error.status() != ExitStatus::Failed) throw;
    throw Error(error.what(), hint_of_failure(error.hint(), index));
  } catch (const std::exception& error) {
    throw IndexError(error.what(), hint_of_failure("", index));
  }
}

int index_articles(const IndexerOptions& options) {
  catch_signals();
  set_deadline(options);
  if (options.nice) give_way();
  RunOptions run = options.run;
  run.stop = &stop_request();
  Log log(run.index, options.verbose);
  RunProgress progress;
  auto shown = display(options, progress);
  const LogFile log_file = [&log](const std::string& path, const std::string& what,
                                  bool is_failure) { log.file(path, what, is_failure); };
  const RunRecord record =
      telling_what_is_kept(run.index, [&] { return run_index(run, progress, log_file); });
  shown.reset();
  const std::string text = summary(record.report, terminal_columns(80));
  const std::string end =
      std::string(name_of(record.end)) + (record.why.empty() ? "" : ' ' + record.why);
  log.run(end + '\n' + text);
  if (!options.quiet) std::cout << text;
  if (!options.quiet && record.end == RunEnd::Stopped) std::cout << '\n' << end << '\n';
  return status_of(record);
}

ReportFolder reports_of(const IndexerOptions& options) {
  return ReportFolder(IndexPaths{options.run.index}.report());
}

int retry_failed(const IndexerOptions& options) {
  IndexerOptions again = options;
  for (const std::string& path : reports_of(options).failed_paths(std::nullopt)) {
    if (::faccessat(AT_FDCWD, path.c_str(), F_OK, AT_SYMLINK_NOFOLLOW) == 0 || errno != ENOENT) {
      again.run.crawl.roots.push_back(path);
    } else if (!options.quiet) {
      std::cout << printable(path) << " is gone\n";
    }
  }
  if (!again.run.crawl.roots.empty()) return index_articles(again);
  if (!options.quiet) std::cout << "nothing to read again\n";
  return static_cast<int>(ExitStatus::Done);
}

ExitStatus tell_dry_run(const IndexerOptions& options) {
  const RunReport report =
      dry_run(options.run, [&](const std::string& path, const std::string& what) {
        if (options.verbose) std::cout << printable(path + ": " + what) << '\n';
      });
  std::cout << "Nothing was written. A run would do this, as far as can be told without reading:\n"
            << account_of(report);
  return ExitStatus::Done;
}

}  // namespace dateline
