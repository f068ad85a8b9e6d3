// dateline-index: options in, a run, its summary out.

#include <unistd.h>

#include <cstdio>
#include <exception>
#include <iostream>
#include <memory>
#include <string>

#include "common/cli/help.h"
#include "common/error.h"
#include "common/text/columns.h"
#include "common/version.h"
#include "indexer/options.h"
#include "indexer/output/log.h"
#include "indexer/output/progress.h"
#include "indexer/output/summary.h"
#include "indexer/run/index_dump.h"

namespace dateline {

namespace {

int status_of(ExitStatus status) { return static_cast<int>(status); }

/// What is wrong, and what to do about it.
void complain(const std::string& message, const std::string& hint) {
  std::fprintf(stderr, "dateline-index: %s\n", printable(message).c_str());
  if (!hint.empty()) std::fprintf(stderr, "  %s\n", printable(hint).c_str());
}

ExitStatus annotate(const AnnotationOptions& options) {
  const std::size_t failures =
      annotate_files(options, std::cout, [](const std::string& path, const std::string& what) {
        complain(path + ": " + what, "");
      });
  return failures == 0 ? ExitStatus::Done : ExitStatus::Partial;
}

std::unique_ptr<ProgressDisplay> display(const IndexerOptions& options,
                                         const RunProgress& progress) {
  if (options.quiet) return nullptr;
  const auto style = ::isatty(STDERR_FILENO) == 1 && !options.verbose
                         ? ProgressDisplay::Style::Bar
                         : ProgressDisplay::Style::Lines;
  CrawlOptions crawl = options.run.crawl;
  crawl.index_folder = options.run.index.string();
  return std::make_unique<ProgressDisplay>(style, progress, crawl);
}

ExitStatus index(const IndexerOptions& options) {
  Log log(options.run.index, options.verbose);
  RunProgress progress;
  auto shown = display(options, progress);
  const RunReport report = run_index(options.run, progress,
                                     [&log](const std::string& path, const std::string& what,
                                            bool is_failure) { log.file(path, what, is_failure); });
  shown.reset();
  const std::string text = summary(report, terminal_columns(80));
  log.run("done\n" + text);
  if (!options.quiet) std::cout << text;
  return report.failed == 0 ? ExitStatus::Done : ExitStatus::Partial;
}

ExitStatus run(const IndexerOptions& options) {
  ExitStatus status = ExitStatus::Done;
  switch (options.command) {
    case IndexerCommand::Index:
      status = index(options);
      break;
    case IndexerCommand::Dump:
      dump_index(options.run.index, std::cout);
      break;
    case IndexerCommand::Annotate:
      status = annotate(options.annotation);
      break;
    case IndexerCommand::Help:
      std::cout << short_help(index_program());
      break;
    case IndexerCommand::LongHelp:
      std::cout << long_help(index_program());
      break;
    case IndexerCommand::Version:
      std::cout << "dateline-index " << kVersion << '\n';
      break;
  }
  std::cout.flush();
  if (!std::cout) throw Error("cannot write to standard output");
  return status;
}

}  // namespace

}  // namespace dateline

int main(int argc, char** argv) {
  using namespace dateline;
  const auto options = parse_options(argc, argv);
  if (!options) {
    complain(options.problem().message, options.problem().hint);
    return status_of(ExitStatus::Usage);
  }
  try {
    return status_of(run(options.value()));
  } catch (const Error& error) {
    complain(error.what(), error.hint());
    return status_of(error.status());
  } catch (const std::exception& error) {
    complain(error.what(), "");
    return status_of(ExitStatus::Failed);
  }
}
