#include "indexer/commands/commands.h"

#include <cstdio>
#include <iostream>

#include "common/cli/generated.h"
#include "common/cli/help.h"
#include "common/error.h"
#include "common/index/crash.h"
#include "common/index/durable_file.h"
#include "common/index/integrity.h"
#include "common/text/columns.h"
#include "common/version.h"
#include "indexer/commands/check_command.h"
#include "indexer/commands/index_command.h"
#include "indexer/output/printable_output.h"
#include "indexer/report/report_folder.h"
#include "indexer/run/index_dump.h"

namespace dateline {

namespace {

int status_of(ExitStatus status) { return static_cast<int>(status); }

ExitStatus annotate(const AnnotationOptions& options) {
  const std::size_t failures =
      annotate_files(options, std::cout, [](const std::string& path, const std::string& what) {
        complain(path + ": " + what, "");
      });
  return failures == 0 ? ExitStatus::Done : ExitStatus::Partial;
}

/// Prints a file that is installed beside the program.
ExitStatus generate(const std::string& what) {
  const auto text = generated(index_program(), kVersion, what);
  if (!text) {
    complain(text.problem().message, "");
    return ExitStatus::Usage;
  }
  std::cout << text.value();
  return ExitStatus::Done;
}

void print_report(const IndexerOptions& options) {
  const ReportFolder folder = reports_of(options);
  const unsigned run = folder.find(options.report_run);
  std::cout << read_file(options.report_as_json ? folder.json(run) : folder.page(run));
}

/// Done if there are any.
ExitStatus print_failed(const IndexerOptions& options) {
  const std::vector<std::string> paths = reports_of(options).failed_paths(options.report_run);
  for (const std::string& path : paths) {
    std::cout << path << (options.null_separated ? '\0' : '\n');
  }
  return paths.empty() ? ExitStatus::Partial : ExitStatus::Done;
}

int dispatch(const IndexerOptions& options) {
  switch (options.command) {
    case IndexerCommand::Index:
      return index_articles(options);
    case IndexerCommand::RetryFailed:
      return retry_failed(options);
    case IndexerCommand::Check:
      return status_of(tell_check(options));
    case IndexerCommand::Repair:
      return repair_index(options);
    case IndexerCommand::DryRun:
      return status_of(tell_dry_run(options));
    case IndexerCommand::Report:
      print_report(options);
      break;
    case IndexerCommand::Failed:
      return status_of(print_failed(options));
    case IndexerCommand::Dump:
      dump_index(options.run.index, std::cout);
      break;
    case IndexerCommand::Annotate:
      return status_of(annotate(options.annotation));
    case IndexerCommand::Help:
      std::cout << short_help(index_program());
      break;
    case IndexerCommand::LongHelp:
      std::cout << long_help(index_program());
      break;
    case IndexerCommand::Generate:
      return status_of(generate(options.generate));
    case IndexerCommand::PrintConfig:
      std::cout << options.config;
      break;
    case IndexerCommand::Version:
      std::cout << "dateline-index " << kVersion << '\n';
      break;
  }
  return status_of(ExitStatus::Done);
}

}  // namespace

void complain(const std::string& message, const std::string& hint) {
  std::fprintf(stderr, "dateline-index: %s\n", printable(message).c_str());
  if (!hint.empty()) std::fprintf(stderr, "  %s\n", printable(hint).c_str());
}

int run_command(const IndexerOptions& options) {
  const PrintableOutput printable_output;
  const int status =
      with_diagnosis(options.run.index, [&options] { return dispatch(options); });
  std::cout.flush();
  if (!std::cout) throw Error("cannot write to standard output");
  return status;
}

int run_program(int argc, const char* const* argv,
                const std::function<void(IndexerOptions&)>& adjust) {
  try {
    tell_crash(argc, argv);
    auto options = parse_options(argc, argv);
    if (options) {
      if (adjust) adjust(options.value());
      watch_for_crash(options.value().run.index);
      return run_command(options.value());
    }
    complain(options.problem().message, options.problem().hint);
    return static_cast<int>(ExitStatus::Usage);
  } catch (const Error& error) {
    complain(error.what(), error.hint());
    return static_cast<int>(error.status());
  } catch (const std::exception& error) {
    complain(error.what(), "");
    return static_cast<int>(ExitStatus::Failed);
  }
}

}  // namespace dateline
