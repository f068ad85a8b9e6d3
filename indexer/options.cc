#include "indexer/options.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdio>
#include <map>
#include <thread>

#include "common/version.h"

namespace dateline {

namespace {

constexpr const char* kDescription =
    "Indexes folders of dated news articles for dateline-search.\n"
    "A later run with the same folders and index reads only what is new or changed and removes "
    "what\n"
    "is gone.";

constexpr const char* kFooter = R"(
Examples:
  dateline-index ~/news --index ~/news.index
  dateline-index guardian/ nyt/ --index idx --include '*.txt' --exclude drafts/
  find . -name '*.txt' -print0 | dateline-index --files-from - --index idx

Globs: * ? [a-z] within a name, ** over folders; without a / they match a name at any depth.
Exit status: 0 done; 1 done, but some files could not be read; 2 bad usage; 3 the run failed, and the
index is as it was last published.)";

void add_input(CLI::App& app, RunOptions& run) {
  app.add_option("FOLDER", run.crawl.roots, "folders of articles (or single files)");
  app.add_option(
         "--files-from", run.crawl.files_from,
         "read the files to index from FILE (-: standard input), one a line or NUL separated")
      ->type_name("FILE");
  app.add_option("--include", run.crawl.include, "only files matching a glob (repeatable)")
      ->type_name("GLOB")
      ->take_all()
      ->expected(1)
      ->allow_extra_args(false);
  app.add_option("--exclude", run.crawl.exclude, "no files or folders matching a glob (repeatable)")
      ->type_name("GLOB")
      ->take_all()
      ->expected(1)
      ->allow_extra_args(false);
  app.add_flag("--hidden", run.crawl.hidden, "also files and folders whose name starts with a dot");
  app.add_option("--max-article-size", run.largest_article_bytes,
                 "skip larger files (default 32MB)")
      ->transform(CLI::AsSizeValue(true))
      ->type_name("SIZE");
  app.add_flag("--keep-missing", run.keep_missing, "keep articles whose files are gone");
}

void add_reading(CLI::App& app, RunOptions& run) {
  static const std::map<std::string, DateOrder> kOrders = {{"dmy", DateOrder::DayFirst},
                                                           {"mdy", DateOrder::MonthFirst}};
  app.add_option("--date-order", run.dates.order, "what 07/01/2022 means: dmy or mdy")
      ->transform(CLI::Transformer(kOrders).description(""))
      ->check(CLI::IsMember({DateOrder::DayFirst, DateOrder::MonthFirst}).description(""))
      ->type_name("ORDER");
  app.add_option("--language", run.settings.language,
                 "whose words are stemmed, for a new index (default english; none: as they are)")
      ->type_name("NAME");
}

void add_running(CLI::App& app, IndexerOptions& options) {
  RunOptions& run = options.run;
  app.add_option("--jobs,-j", run.jobs, "worker threads (default: as many as processors)")
      ->check(CLI::Range(1U, 1024U).description(""))
      ->type_name("N");
  app.add_option("--memory", run.memory_bytes, "bound on memory (default 1GB)")
      ->transform(CLI::AsSizeValue(true))
      ->type_name("SIZE");
  app.add_flag("--dump", options.dump,
               "print the articles and terms of the index, and do nothing else");
  app.add_flag("-v,--verbose", options.verbose, "tell of every file that is skipped or odd");
  app.add_flag("-q,--quiet", options.quiet, "no progress, no summary, only errors");
}

/// What CLI11 is given, last argument first. It takes a folder [a,b] for two, a and b; ./[a,b] names
/// the same one and is left whole. The values of --include and --exclude are safe.
std::vector<std::string> arguments_of(int argc, const char* const* argv) {
  std::vector<std::string> arguments;
  for (int i = 1; i < argc; ++i) {
    const std::string argument = argv[i];
    const std::string before = argv[i - 1];
    const bool is_glob = before == "--include" || before == "--exclude";
    arguments.push_back(argument[0] == '[' && !is_glob ? "./" + argument : argument);
  }
  std::reverse(arguments.begin(), arguments.end());
  return arguments;
}

std::string report_usage_error(const CLI::App& app, const CLI::ParseError& error) {
  return "dateline-index: " + std::string(error.what()) + "\nSee " + app.get_name() + " --help.\n";
}

}  // namespace

ParsedOptions parse_options(int argc, const char* const* argv) {
  IndexerOptions options;
  RunOptions& run = options.run;
  run.jobs = std::max(1U, std::thread::hardware_concurrency());
  run.dates.today = today();
  std::string index;

  CLI::App app(kDescription, "dateline-index");
  app.footer(kFooter);
  app.set_version_flag("--version,-V", std::string("dateline-index ") + kVersion);
  app.set_help_flag("-h,--help", "this text");
  app.get_formatter()->column_width(30);
  app.add_option("--index", index, "the index folder, made if missing (or DATELINE_INDEX)")
      ->envname("DATELINE_INDEX")
      ->type_name("DIR");
  add_input(app, run);
  add_reading(app, run);
  add_running(app, options);
  try {
    app.parse(arguments_of(argc, argv));
    if (index.empty()) throw CLI::RequiredError("--index DIR (or DATELINE_INDEX)");
    if (!options.dump && run.crawl.roots.empty() && !run.crawl.files_from) {
      throw CLI::RequiredError("a FOLDER to index, or --files-from");
    }
  } catch (const CLI::CallForHelp&) {
    std::fputs(app.help().c_str(), stdout);
    return {std::nullopt, ExitStatus::Done};
  } catch (const CLI::CallForVersion&) {
    std::printf("dateline-index %s\n", kVersion);
    return {std::nullopt, ExitStatus::Done};
  } catch (const CLI::ParseError& error) {
    std::fputs(report_usage_error(app, error).c_str(), stderr);
    return {std::nullopt, ExitStatus::Usage};
  }
  run.index = index;
  return {options, ExitStatus::Done};
}

}  // namespace dateline
