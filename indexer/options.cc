#include "indexer/options.h"

#include <algorithm>
#include <thread>
#include <utility>
#include <vector>

#include "common/cli/option_table.h"

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
    R"(  0 done; 1 done, but some files could not be read; 2 bad usage;
  3 failed, and the index is as it was last published
)";

/// What the option table fills: texts, where their meaning depends on other options.
struct Given {
  std::string index, files_from, date_order, language;
  std::string jobs, memory, largest_article;
  std::string entities = "off", annotation_format;
  std::vector<std::string> include, exclude;
  bool annotate = false, dump = false, tokens = false;
  bool hidden = false, keep_missing = false, verbose = false, quiet = false;
  bool help = false, long_help = false, version = false;
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
          row("--max-article-size", "SIZE", "skip larger files (32MB)",
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
                  .common(),
              row("--language", "NAME", "of a new index's word stems (english); or none",
                  text(&Given::language))
                  .common(),
              row("--entities", "WHEN",
                  "a new index has people, organisations, places: on or off (off)",
                  text(&Given::entities))
                  .common(),
              row("-j,--jobs", "N", "worker threads (one for each processor)", text(&Given::jobs))
                  .common(),
              row("--memory", "SIZE", "bound on memory (1GB): fewer workers if need be",
                  text(&Given::memory))
                  .common(),
          }};
}

Rows other_rows() {
  return {
      "Instead of indexing",
      {
          row("--annotate", "", "print the names in FILE..., index nothing", flag(&Given::annotate))
              .common(),
          row("--format", "FORM", "of --annotate: tsv or jsonl", text(&Given::annotation_format)),
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
              row("-h", "", "the common options, on a screen", flag(&Given::help)),
              row("--help", "", "all options, with examples", flag(&Given::long_help)),
              row("-V,--version", "", "the version", flag(&Given::version)),
          }};
}

const std::vector<Rows>& option_rows() {
  static const std::vector<Rows> table = {input_rows(), reading_rows(), other_rows(),
                                          telling_rows()};
  return table;
}

std::optional<Problem> set_date_order(const Given& given, RunOptions& run) {
  if (given.date_order.empty()) return std::nullopt;
  const Choices<DateOrder> orders = {{"dmy", DateOrder::DayFirst}, {"mdy", DateOrder::MonthFirst}};
  return choose("--date-order", given.date_order, orders, run.dates.order);
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
  auto problem = set_size("--max-article-size", given.largest_article, run.largest_article_bytes);
  constexpr std::uint64_t kMostBytes = 1ULL << 31;  // Xapian's values end at 4 GB
  if (!problem && run.largest_article_bytes > kMostBytes) {
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
  if (!given.annotate && (!given.annotation_format.empty() || options.annotation.tokens)) {
    return Problem{"--format and --tokens go with --annotate only", "", {}};
  }
  if (!given.annotation_format.empty()) {
    auto problem = choose("--format", given.annotation_format, formats, options.annotation.format);
    if (problem) return problem;
  }
  options.annotation.files = options.run.crawl.roots;
  options.annotation.largest_bytes = options.run.largest_article_bytes;
  return std::nullopt;
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
  Given given;
  auto roots = parse_command_line(argc, argv, option_rows(), {kSeeHelp}, given);
  if (!roots) return roots.problem();
  IndexerOptions options;
  if (given.help) options.command = IndexerCommand::Help;
  if (given.long_help) options.command = IndexerCommand::LongHelp;
  if (given.version) options.command = IndexerCommand::Version;
  if (given.help || given.long_help || given.version) return options;
  if (given.dump) options.command = IndexerCommand::Dump;
  if (given.annotate) options.command = IndexerCommand::Annotate;
  options.verbose = given.verbose;
  options.quiet = given.quiet;
  options.annotation.tokens = given.tokens;
  RunOptions& run = options.run;
  run.index = given.index;
  run.keep_missing = given.keep_missing;
  if (!given.language.empty()) run.settings.language = given.language;
  run.crawl.roots = std::move(roots.value());
  run.crawl.include = given.include;
  run.crawl.exclude = given.exclude;
  run.crawl.hidden = given.hidden;
  if (!given.files_from.empty()) run.crawl.files_from = given.files_from;
  run.dates.today = today();
  if (auto problem = set_date_order(given, run)) return *problem;
  if (auto problem = set_bounds(given, run)) return *problem;
  if (auto problem = set_names(given, options)) return *problem;
  if (auto problem = check_command(given, options)) return *problem;
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
