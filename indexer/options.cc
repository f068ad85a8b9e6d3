#include "indexer/options.h"

#include <algorithm>
#include <iterator>
#include <thread>
#include <utility>
#include <vector>

#include "common/cli/option_table.h"
#include "indexer/run/time_limit.h"

namespace dateline {

namespace {

constexpr const char* kSeeHelp = "dateline-index -h tells the options";

constexpr const char* kDescription =
    "Indexes folders of dated news articles for dateline-search. A later run with the\n"
    "same folders and index reads only what is new or changed, and removes what is gone.";

constexpr const char* kGlobs =
    R"(  * ? [a-z] within a name, ** across folders; without a / they match a name at
  any depth; with a / at their end, folders.
)";

constexpr const char* kExamples =
    R"(  dateline-index ~/news --index ~/news.index
  dateline-index guardian nyt --index idx --include '*.txt' --exclude drafts/
  find . -name '*.txt' -print0 | dateline-index --files-from - --index idx
  dateline-index --annotate article.txt
)";

constexpr const char* kExitStatus =
    R"(  0 done; 1 done, but some files could not be read, or --check found damage;
  2 bad usage; 3 failed, and the index is as it was last published; 130 or 143
  stopped by SIGINT or SIGTERM with all published that had been read
)";

/// What the option table fills: texts, where their meaning depends on other options.
struct Given {
  std::string index, files_from, date_order, language;
  std::string jobs, memory, largest_article;
  std::string entities = "on", annotation_format;
  std::vector<std::string> include, exclude;
  std::string max_time, until, progress;
  bool annotate = false, dump = false, tokens = false;
  bool check = false, repair = false;
  bool dry_run = false, retry_failed = false, report = false, failed = false;
  bool wait = false, nice = false, null_separated = false;
  bool hidden = false, keep_missing = false, verbose = false, quiet = false;
  bool help = false, long_help = false, version = false, print_config = false;
  std::string generate;
};

using Rows = OptionRows<Given>;

OptionRow<Given> row(const char* names, const char* value, const char* brief, Taker<Given> taker) {
  return option<Given>(names, value, brief, std::move(taker));
}

Taker<Given> glob(std::vector<std::string> Given::*member) {
  return {[member](const std::string&, const std::string& value, Given& given) {
    (given.*member).push_back(value);
    return std::optional<Problem>();
  }};
}

Rows input_rows() {
  return {
      "What to index",
      {
          row("--index", "DIR", "index folder, made if missing (else $DATELINE_INDEX)",
              text(&Given::index))
              .common()
              .environment("DATELINE_INDEX")
              .offers(Offer::Folders),
          row("--files-from", "FILE", "index the files listed there (- is stdin)",
              text(&Given::files_from))
              .common()
              .offers(Offer::Files)
              .more("One a line, or each ended by a NUL, as find -print0 has them."),
          row("--include", "GLOB", "only files that match", glob(&Given::include))
              .common()
              .repeatable(),
          row("--exclude", "GLOB", "no files or folders that match", glob(&Given::exclude))
              .common()
              .repeatable(),
          row("--hidden", "", "also what has a name that starts with a dot", flag(&Given::hidden))
              .common(),
          row("--max-article-size", "SIZE", "skip larger files (32MB, or as last time)",
              text(&Given::largest_article)),
          row("--keep-missing", "", "keep articles whose files are gone",
              flag(&Given::keep_missing))
              .common(),
      }};
}

Rows reading_rows() {
  return {"How it is read",
          {
              row("--date-order", "ORDER", "what 07/01/2022 means: dmy or mdy",
                  text(&Given::date_order))
                  .common()
                  .more("Later runs and --repair go on with what was given last, as they do with "
                        "--max-article-size; what is indexed is not read again for it."),
              row("--language", "NAME", "of a new index's word stems (english); or none",
                  text(&Given::language))
                  .common(),
              row("--entities", "WHEN",
                  "a new index has people, organisations, places: on or off (on)",
                  text(&Given::entities))
                  .common(),
              row("-j,--jobs", "N", "worker threads (one for each processor)", text(&Given::jobs))
                  .common(),
              row("--memory", "SIZE", "bound on memory (1GB): fewer workers if need be",
                  text(&Given::memory))
                  .common(),
          }};
}

Rows running_rows() {
  return {"How it runs",
          {
              row("--max-time", "TIME", "stop in time: 90m, 7h; the next run goes on",
                  text(&Given::max_time))
                  .common()
                  .more("What was read by then is published; so it is with --until and when the run "
                        "is told to end by SIGINT or SIGTERM."),
              row("--until", "HH:MM", "stop at that time of day", text(&Given::until)).common(),
              row("--nice", "", "give way to others at processor and disk", flag(&Given::nice))
                  .common(),
              row("--wait", "", "wait for another indexer to end", flag(&Given::wait)),
              row("--retry-failed", "", "read only the files that failed last time",
                  flag(&Given::retry_failed))
                  .common(),
              row("--dry-run", "", "say what would be done, write nothing", flag(&Given::dry_run))
                  .common(),
          }};
}

Rows other_rows() {
  return {
      "Instead of indexing",
      {
          row("--report", "", "print what the last run did, or run number N: --report N",
              flag(&Given::report))
              .common(),
          row("--failed", "", "print the paths of the files that failed then",
              flag(&Given::failed))
              .common(),
          row("-0,--null", "", "--failed ends each path by a zero byte, not a newline",
              flag(&Given::null_separated)),
          row("--check", "", "see whether the index is whole; 1 if something is damaged",
              flag(&Given::check))
              .common()
              .more("Checksums, Xapian's own check, and all that is stored: texts, words, names, "
                    "counts. Searching and indexing may go on meanwhile."),
          row("--repair", "", "drop what is damaged and read exactly its files again",
              flag(&Given::repair))
              .common()
              .more("They are read as by the last run. Stopped at any point, it goes on when run "
                    "again."),
          row("--annotate", "", "print the names in FILE... (-: standard input), index nothing", flag(&Given::annotate))
              .common(),
          row("--format", "FORM", "of --annotate: tsv or jsonl; of --report: text or json",
              text(&Given::annotation_format)),
          row("--tokens", "", "--annotate files of a word a line, as WORD TAB TAG",
              flag(&Given::tokens)),
          row("--dump", "", "print the index's articles and terms, index nothing",
              flag(&Given::dump)),
      }};
}

Rows telling_rows() {
  return {"What is told",
          {
              row("-v,--verbose", "", "tell of every file that is skipped or odd",
                  flag(&Given::verbose))
                  .common(),
              row("-q,--quiet", "", "no progress, no summary, only failures", flag(&Given::quiet))
                  .common(),
              row("--progress", "FORM", "a JSON line every second on standard error: json",
                  text(&Given::progress)),
              config_option<Given>("folders for what to index"),
              row("--print-config", "", "the options given, as such a file",
                  flag(&Given::print_config)),
              row("-h", "", "the common options, on a screen", flag(&Given::help)),
              row("--help", "", "all options, with examples", flag(&Given::long_help)),
              row("-V,--version", "", "the version", flag(&Given::version)),
              row("--generate", "WHAT", "man, bash, zsh or fish", text(&Given::generate)).hidden(),
          }};
}

const std::vector<Rows>& option_rows() {
  static const std::vector<Rows> table = {input_rows(), reading_rows(), running_rows(),
                                          other_rows(), telling_rows()};
  return table;
}

std::optional<Problem> set_date_order(const Given& given, RunOptions& run) {
  if (given.date_order.empty()) return std::nullopt;
  const Choices<DateOrder> orders(std::begin(kDateOrders), std::end(kDateOrders));
  return choose("--date-order", given.date_order, orders, run.date_order.emplace());
}

std::optional<Problem> set_bounds(const Given& given, RunOptions& run) {
  run.jobs = std::max(1U, std::thread::hardware_concurrency());
  if (!given.jobs.empty()) {
    if (auto problem = set_number("--jobs", given.jobs, run.jobs)) return problem;
    constexpr std::uint32_t kMostJobs = 1024;
    if (run.jobs < 1 || run.jobs > kMostJobs) {
      return Problem{"--jobs " + given.jobs + " is not from 1 to 1024", "", {}};
    }
  }
  if (!given.memory.empty()) {
    if (auto problem = set_size("--memory", given.memory, run.memory_bytes)) return problem;
  }
  if (given.largest_article.empty()) return std::nullopt;
  std::uint64_t& largest = run.largest_article_bytes.emplace();
  auto problem = set_size("--max-article-size", given.largest_article, largest);
  constexpr std::uint64_t kMostBytes = 1ULL << 31;  // Xapian's values end at 4 GB
  if (!problem && largest > kMostBytes) {
    return Problem{"--max-article-size " + given.largest_article + " is over 2GiB", "", {}};
  }
  return problem;
}

std::optional<Problem> set_names(const Given& given, IndexerOptions& options) {
  const Choices<bool> switches = {{"on", true}, {"off", false}};
  const Choices<AnnotationFormat> formats = {{"tsv", AnnotationFormat::Tsv},
                                             {"jsonl", AnnotationFormat::JsonLines}};
  if (auto problem =
          choose("--entities", given.entities, switches, options.run.settings.entities)) {
    return problem;
  }
  if (!given.annotate && !given.report && !given.annotation_format.empty()) {
    return Problem{"--format goes with --annotate and --report only", "", {}};
  }
  if (!given.annotate && options.annotation.tokens) {
    return Problem{"--tokens goes with --annotate only", "", {}};
  }
  if (given.annotate && !given.annotation_format.empty()) {
    auto problem = choose("--format", given.annotation_format, formats, options.annotation.format);
    if (problem) return problem;
  }
  options.annotation.files = options.run.crawl.roots;
  options.annotation.largest_bytes =
      options.run.largest_article_bytes.value_or(options.run.settings.largest_article_bytes);
  return std::nullopt;
}

std::optional<Problem> set_times(const Given& given, IndexerOptions& options) {
  options.nice = given.nice;
  options.run.wait = given.wait;
  if (!given.max_time.empty()) {
    const auto time = parse_duration("--max-time", given.max_time);
    if (!time) return time.problem();
    options.max_time = time.value();
  }
  if (!given.until.empty()) {
    const auto time = parse_time_of_day("--until", given.until, std::time(nullptr));
    if (!time) return time.problem();
    options.until = time.value();
  }
  if (given.progress.empty()) return std::nullopt;
  return choose("--progress", given.progress, Choices<bool>{{"json", true}},
                options.progress_as_json);
}

/// Of --report and --failed: which run, and in what form.
std::optional<Problem> set_report(const Given& given, IndexerOptions& options) {
  const bool tells_run =
      options.command == IndexerCommand::Report || options.command == IndexerCommand::Failed;
  options.null_separated = given.null_separated;
  if (given.null_separated && !given.failed) return Problem{"--null goes with --failed only", "", {}};
  if (!tells_run) return std::nullopt;
  auto& numbers = options.run.crawl.roots;
  if (numbers.size() > 1) return Problem{"name one run, by its number", "", {}};
  if (!numbers.empty()) {
    std::uint32_t run = 0;
    if (auto problem = set_number("the run", numbers.front(), run)) return problem;
    options.report_run = run;
    numbers.clear();
  }
  if (given.annotation_format.empty()) return std::nullopt;
  return choose("--format", given.annotation_format, Choices<bool>{{"text", false}, {"json", true}},
                options.report_as_json);
}

/// At most one of the options that are commands of their own.
std::optional<Problem> set_command(const Given& given, IndexerOptions& options) {
  const std::pair<bool, IndexerCommand> kCommands[] = {
      {given.dump, IndexerCommand::Dump},       {given.annotate, IndexerCommand::Annotate},
      {given.report, IndexerCommand::Report},   {given.failed, IndexerCommand::Failed},
      {given.check, IndexerCommand::Check},     {given.repair, IndexerCommand::Repair},
      {given.dry_run, IndexerCommand::DryRun},  {given.retry_failed, IndexerCommand::RetryFailed},
  };
  int asked = 0;
  for (const auto& [is_given, command] : kCommands) {
    if (!is_given) continue;
    options.command = command;
    ++asked;
  }
  if (asked <= 1) return std::nullopt;
  return Problem{
      "of --annotate, --check, --dump, --report, --failed, --dry-run, --repair and "
      "--retry-failed only one can be done at a time",
      "", {}};
}

std::optional<Problem> check_command(const Given& given, const IndexerOptions& options) {
  if (options.command == IndexerCommand::Annotate) {
    if (!options.annotation.files.empty()) return std::nullopt;
    return Problem{"--annotate: there is no file", "name one or more", {}};
  }
  if (given.index.empty()) {
    return Problem{
        "there is no index", "name its folder with --index DIR, or in DATELINE_INDEX", {}};
  }
  const bool has_input = !options.run.crawl.roots.empty() || options.run.crawl.files_from;
  const bool needs_input =
      options.command == IndexerCommand::Index || options.command == IndexerCommand::DryRun;
  if (needs_input && !has_input) {
    return Problem{"there is nothing to index",
                   std::string("name a folder, or --files-from; ") + kSeeHelp,
                   {}};
  }
  if (options.command == IndexerCommand::Dump && has_input) {
    return Problem{"--dump prints an index and takes no folders to index", "", {}};
  }
  if (options.command == IndexerCommand::Check && has_input) {
    return Problem{"--check looks at an index and takes no folders to index", "", {}};
  }
  if (options.command == IndexerCommand::Repair && has_input) {
    return Problem{"--repair reads the files again that were lost, and takes no folders", "", {}};
  }
  if (options.command == IndexerCommand::RetryFailed && has_input) {
    return Problem{"--retry-failed takes the files that failed last time, and no others", "", {}};
  }
  return std::nullopt;
}

/// What `given` and the rest of the command line mean for a run or another command on an index.
std::optional<Problem> set_options(Given& given, std::vector<std::string> positionals,
                                   IndexerOptions& options) {
  if (auto problem = set_command(given, options)) return problem;
  options.verbose = given.verbose;
  options.quiet = given.quiet;
  options.annotation.tokens = given.tokens;
  RunOptions& run = options.run;
  run.index = given.index;
  run.keep_missing = given.keep_missing;
  if (!given.language.empty()) run.settings.language = given.language;
  run.crawl.roots = std::move(positionals);
  run.crawl.include = given.include;
  run.crawl.exclude = given.exclude;
  run.crawl.hidden = given.hidden;
  if (!given.files_from.empty()) run.crawl.files_from = given.files_from;
  run.today = today();
  if (auto problem = set_date_order(given, run)) return problem;
  if (auto problem = set_bounds(given, run)) return problem;
  if (auto problem = set_report(given, options)) return problem;
  if (auto problem = set_names(given, options)) return problem;
  if (auto problem = set_times(given, options)) return problem;
  return check_command(given, options);
}

/// The command that tells of the program instead of doing something, if one is asked for.
std::optional<IndexerCommand> telling_command(const Given& given) {
  if (!given.generate.empty()) return IndexerCommand::Generate;
  if (given.version) return IndexerCommand::Version;
  if (given.long_help) return IndexerCommand::LongHelp;
  if (given.help) return IndexerCommand::Help;
  if (given.print_config) return IndexerCommand::PrintConfig;
  return std::nullopt;
}

}  // namespace

Result<IndexerOptions> parse_options(int argc, const char* const* argv) {
  Given given;
  const CommandLineHints hints{kSeeHelp, nullptr, "folders"};
  auto line = parse_command_line(argc, argv, option_rows(), hints, given);
  if (!line) return line.problem();
  IndexerOptions options;
  options.generate = given.generate;
  if (const auto command = telling_command(given)) {
    options.command = *command;
    if (*command != IndexerCommand::PrintConfig) return options;
    const Result<std::string>& config = *line.value().config;
    if (!config) return config.problem();
    options.config = config.value();
    return options;
  }
  if (auto problem = set_options(given, std::move(line.value().positionals), options)) {
    return blamed(*problem, line.value().options);
  }
  return options;
}

ProgramFacts index_program() {
  ProgramFacts program;
  program.name = "dateline-index";
  program.usage = "dateline-index [options] FOLDER... --index DIR";
  program.summary = "index an archive of news articles";
  program.description = kDescription;
  program.groups = facts_of(option_rows());
  program.sections = {{"Globs", kGlobs, false},
                      {"Examples", kExamples, true},
                      {"Exit status", kExitStatus, true},
                      {"More", "  dateline-index --help tells all options\n", true, false}};
  program.see_also = {{"dateline-search", "1"}};
  program.takes_files = true;
  return program;
}

}  // namespace dateline
