#include "indexer/options.h"

#include <algorithm>
#include <memory>
#include <thread>

#include "common/cli/command_line.h"

namespace dateline {

namespace {

constexpr const char* kSeeHelp = "dateline-index -h tells all options";

constexpr const char* kDescription =
    "Indexes folders of dated news articles for dateline-search. A later run with the\n"
    "same folders and index reads only what is new or changed, and removes what is gone.";

constexpr const char* kFooter = R"(
Globs: * ? [a-z] within a name, ** across folders; without a / they match a name at
any depth; with a / at their end, folders.

Examples:
  dateline-index ~/news --index ~/news.index
  dateline-index guardian nyt --index idx --include '*.txt' --exclude drafts/
  find . -name '*.txt' -print0 | dateline-index --files-from - --index idx
  dateline-index --annotate article.txt

Exit status: 0 done; 1 done, but some files could not be read; 2 bad usage;
  3 failed, and the index is as it was last published
)";

/// What CLI11 fills: texts, given their meaning afterwards so that every mistake has a message of
/// ours.
struct Texts {
  std::string index, files_from, date_order;
  std::string jobs, memory, largest_article;
  std::string entities = "off", annotation_format;
  bool annotate = false, dump = false, help = false, version = false;
};

void declare_input(CLI::App& app, Texts& texts, RunOptions& run) {
  app.add_option("--index", texts.index, "index folder, made if missing (else $DATELINE_INDEX)")
      ->type_name("DIR")
      ->envname("DATELINE_INDEX");
  app.add_option("--files-from", texts.files_from, "index the files listed there (- is stdin)")
      ->type_name("FILE");
  for (const auto& [name, globs, help] :
       {std::make_tuple("--include", &run.crawl.include, "only files that match (repeatable)"),
        std::make_tuple("--exclude", &run.crawl.exclude, "no files or folders that match")}) {
    app.add_option(name, *globs, help)
        ->type_name("GLOB")
        ->expected(1)
        ->take_all()
        ->allow_extra_args(false);  // else CLI11 takes [ab] for a list
  }
  app.add_flag("--hidden", run.crawl.hidden, "also what has a name that starts with a dot");
  app.add_option("--max-article-size", texts.largest_article, "skip larger files (32MB)")
      ->type_name("SIZE");
  app.add_flag("--keep-missing", run.keep_missing, "keep articles whose files are gone");
}

void declare_rest(CLI::App& app, Texts& texts, IndexerOptions& options) {
  app.add_option("--date-order", texts.date_order, "what 07/01/2022 means: dmy or mdy")
      ->type_name("ORDER");
  app.add_option("--language", options.run.settings.language,
                 "of a new index's word stems (english); or none")
      ->type_name("NAME");
  app.add_option("--entities", texts.entities,
                 "a new index has people, organisations, places: on or off (off)")
      ->type_name("WHEN");
  app.add_option("-j,--jobs", texts.jobs, "worker threads (one for each processor)")
      ->type_name("N");
  app.add_option("--memory", texts.memory, "bound on memory (1GB): fewer workers if need be")
      ->type_name("SIZE");
  app.add_flag("--annotate", texts.annotate, "print the names in FILE..., index nothing");
  app.add_option("--format", texts.annotation_format, "of --annotate: tsv or jsonl")
      ->type_name("FORM");
  app.add_flag("--tokens", options.annotation.tokens,
               "--annotate files of a word a line, as WORD TAB TAG");
  app.add_flag("--dump", texts.dump, "print the index's articles and terms, index nothing");
  app.add_flag("-v,--verbose", options.verbose, "tell of every file that is skipped or odd");
  app.add_flag("-q,--quiet", options.quiet, "no progress, no summary, only failures");
  app.add_flag("-h,--help", texts.help, "this text");
  app.add_flag("-V,--version", texts.version, "the version");
}

void declare_options(CLI::App& app, Texts& texts, IndexerOptions& options) {
  app.set_help_flag();
  declare_input(app, texts, options.run);
  declare_rest(app, texts, options);
  app.formatter(std::make_shared<HelpFormat>("dateline-index [options] FOLDER... --index DIR"));
  app.get_formatter()->column_width(26);
  app.footer(kFooter);
}

std::optional<Problem> set_bounds(const Texts& texts, RunOptions& run) {
  run.jobs = std::max(1U, std::thread::hardware_concurrency());
  if (!texts.jobs.empty()) {
    if (auto problem = set_number("--jobs", texts.jobs, run.jobs)) return problem;
    constexpr std::uint32_t kMostJobs = 1024;
    if (run.jobs < 1 || run.jobs > kMostJobs) {
      return Problem{"--jobs " + texts.jobs + " is not from 1 to 1024", "", {}};
    }
  }
  if (!texts.memory.empty()) {
    if (auto problem = set_size("--memory", texts.memory, run.memory_bytes)) return problem;
  }
  if (texts.largest_article.empty()) return std::nullopt;
  auto problem = set_size("--max-article-size", texts.largest_article, run.largest_article_bytes);
  constexpr std::uint64_t kMostBytes = 1ULL << 31;  // Xapian's values end at 4 GB
  if (!problem && run.largest_article_bytes > kMostBytes) {
    return Problem{"--max-article-size " + texts.largest_article + " is over 2GiB", "", {}};
  }
  return problem;
}

std::optional<Problem> set_names(const Texts& texts, IndexerOptions& options) {
  const Choices<bool> switches = {{"on", true}, {"off", false}};
  const Choices<AnnotationFormat> formats = {{"tsv", AnnotationFormat::Tsv},
                                             {"jsonl", AnnotationFormat::JsonLines}};
  if (auto problem =
          choose("--entities", texts.entities, switches, options.run.settings.entities)) {
    return problem;
  }
  if (!texts.annotate && (!texts.annotation_format.empty() || options.annotation.tokens)) {
    return Problem{"--format and --tokens go with --annotate only", "", {}};
  }
  if (!texts.annotation_format.empty()) {
    auto problem = choose("--format", texts.annotation_format, formats, options.annotation.format);
    if (problem) return problem;
  }
  options.annotation.files = options.run.crawl.roots;
  options.annotation.largest_bytes = options.run.largest_article_bytes;
  return std::nullopt;
}

std::optional<Problem> check_command(const Texts& texts, const IndexerOptions& options) {
  if (options.command == IndexerCommand::Annotate) {
    if (!options.annotation.files.empty()) return std::nullopt;
    return Problem{"--annotate: there is no file", "name one or more", {}};
  }
  if (texts.index.empty()) {
    return Problem{
        "there is no index", "name its folder with --index DIR, or in DATELINE_INDEX", {}};
  }
  const bool has_input = !options.run.crawl.roots.empty() || options.run.crawl.files_from;
  if (options.command == IndexerCommand::Index && !has_input) {
    return Problem{"there is nothing to index",
                   std::string("name a folder, or --files-from; ") + kSeeHelp,
                   {}};
  }
  if (options.command == IndexerCommand::Dump && has_input) {
    return Problem{"--dump prints an index and takes no folders to index", "", {}};
  }
  return std::nullopt;
}

}  // namespace

Result<IndexerOptions> parse_options(int argc, const char* const* argv) {
  CLI::App app;
  Texts texts;
  IndexerOptions options;
  declare_options(app, texts, options);
  Result<Arguments> arguments = part_arguments(argc, argv, app, kSeeHelp);
  if (!arguments) return arguments.problem();
  try {
    app.parse(arguments.value().options);
  } catch (const CLI::ParseError& error) {
    return Problem{error.what(), kSeeHelp, {}};  // an option twice
  }
  if (texts.help) options.command = IndexerCommand::Help;
  if (texts.version) options.command = IndexerCommand::Version;
  if (texts.help || texts.version) return options;
  if (texts.dump) options.command = IndexerCommand::Dump;
  if (texts.annotate) options.command = IndexerCommand::Annotate;
  RunOptions& run = options.run;
  run.index = texts.index;
  run.crawl.roots = arguments.value().positionals;
  if (!texts.files_from.empty()) run.crawl.files_from = texts.files_from;
  run.dates.today = today();
  if (!texts.date_order.empty()) {
    const Choices<DateOrder> orders = {{"dmy", DateOrder::DayFirst},
                                       {"mdy", DateOrder::MonthFirst}};
    if (auto problem = choose("--date-order", texts.date_order, orders, run.dates.order)) {
      return *problem;
    }
  }
  if (auto problem = set_bounds(texts, run)) return *problem;
  if (auto problem = set_names(texts, options)) return *problem;
  if (auto problem = check_command(texts, options)) return *problem;
  return options;
}

std::string help_text() {
  CLI::App app(kDescription);
  Texts texts;
  IndexerOptions options;
  declare_options(app, texts, options);
  return app.help();
}

}  // namespace dateline
