// dateline-index: options in, a run, its summary out.

#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <exception>
#include <iostream>
#include <memory>

#include "common/error.h"
#include "indexer/options.h"
#include "indexer/output/log.h"
#include "indexer/output/progress.h"
#include "indexer/output/summary.h"
#include "indexer/run/index_dump.h"

namespace dateline {

namespace {

ExitStatus dump(const IndexerOptions& options) {
  dump_index(options.run.index, std::cout);
  std::cout.flush();
  if (!std::cout) throw Error("cannot write to standard output");
  return ExitStatus::Done;
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

void print(const std::string& summary) {
  if (std::fputs(summary.c_str(), stdout) < 0 || std::fflush(stdout) != 0) {
    throw Error(std::string("cannot write to standard output: ") + std::strerror(errno),
                "the index is complete; its log holds the summary");
  }
}

ExitStatus run(const IndexerOptions& options) {
  if (options.dump) return dump(options);
  Log log(options.run.index, options.verbose);
  RunProgress progress;
  auto shown = display(options, progress);
  const RunReport report = run_index(options.run, progress,
                                     [&log](const std::string& path, const std::string& what,
                                            bool is_failure) { log.file(path, what, is_failure); });
  shown.reset();
  const std::string text = summary(report, terminal_columns(80));
  log.run("done\n" + text);
  if (!options.quiet) print(text);
  return report.failed == 0 ? ExitStatus::Done : ExitStatus::Partial;
}

}  // namespace

}  // namespace dateline

int main(int argc, char** argv) {
  using dateline::ExitStatus;
  const auto parsed = dateline::parse_options(argc, argv);
  if (!parsed.options) return static_cast<int>(parsed.status);
  try {
    return static_cast<int>(dateline::run(*parsed.options));
  } catch (const dateline::Error& error) {
    std::fprintf(stderr, "dateline-index: %s\n", error.what());
    if (!error.hint().empty()) std::fprintf(stderr, "  %s\n", error.hint().c_str());
    return static_cast<int>(error.status());
  } catch (const std::exception& error) {
    std::fprintf(stderr, "dateline-index: %s\n", error.what());
    return static_cast<int>(ExitStatus::Failed);
  }
}
