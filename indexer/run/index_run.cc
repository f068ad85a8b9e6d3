#include "indexer/run/index_run.h"

#include <sys/resource.h>
#include <sys/stat.h>

#include <algorithm>
#include <boost/filesystem/operations.hpp>
#include <cerrno>
#include <chrono>
#include <memory>
#include <mutex>
#include <set>
#include <thread>
#include <utility>
#include <vector>

#include "common/error.h"
#include "common/index/checksum.h"
#include "common/index/durable_file.h"
#include "common/index/file_list.h"
#include "common/index/snapshot.h"
#include "common/text/stemmer.h"
#include "indexer/build/catalog.h"
#include "indexer/build/index_writer.h"
#include "indexer/build/pipeline.h"
#include "indexer/crawl/posix_file.h"
#include "indexer/report/ledger.h"
#include "indexer/run/dictionaries.h"
#include "indexer/run/file_reader.h"
#include "indexer/run/root_table.h"

namespace dateline {

namespace {

/// What one worker takes at most beside the article it reads: its batch's stems and texts and
/// Xapian's maps of them (measured: 2,000 articles of 4 KB, 8 MB, take 90 MB), a
/// tagger with the words it remembers (20 MB), and the share of the queue.
constexpr std::uint64_t kWorkerBytes = 148ULL << 20;
/// What the rest of the program takes: code, dictionary, crawl, merging.
constexpr std::uint64_t kBaseBytes = 96ULL << 20;

class Run {
 public:
  Run(const RunOptions& options, RunProgress& progress, const LogFile& log);
  RunRecord run();

 private:
  void index_all();
  bool is_stopped() const { return options_.stop != nullptr && options_.stop->is_asked(); }
  void take(const CrawlEvent& event);
  void take_lost();
  void take_lost(const ListedFile& listed);
  void take(FileToIndex file, std::int64_t mtime_ns);
  void take_skipped(const std::string& path, const Skip& skip);
  void index(FileToIndex file);
  void start_pipeline();
  void observe(const FileOutcome& outcome);
  void remove_vanished();
  unsigned workers() const;
  void finish_report();
  void check_sum() const;

  const RunOptions& options_;
  RunProgress& progress_;
  const LogFile& log_;
  Crawler crawler_;
  IndexWriter writer_;
  std::vector<std::string> roots_;    ///< the manifest's
  std::unique_ptr<Snapshot> before_;  ///< null if there was nothing
  Catalog catalog_;
  std::vector<FileToIndex> first_files_;  ///< until the pipeline is started
  std::uint64_t first_bytes_ = 0;
  Dictionary dictionary_;
  std::set<std::string> unreadable_;  ///< files and folders that may still be there

  std::mutex report_mutex_;  ///< the pipeline's threads report while this one crawls
  RunRecord record_;
  RunReport& report_ = record_.report;
  Ledger ledger_;

  std::unique_ptr<Pipeline> pipeline_;  ///< last: its threads use the others
};

/// The index folder, once it is certain that there is something to index.
const boost::filesystem::path& checked_index(const RunOptions& options) {
  const auto& given = options.crawl.roots;
  const bool any = std::any_of(given.begin(), given.end(), [](const std::string& root) {
    boost::system::error_code ignored;  // a broken link is there, and is told of
    return boost::filesystem::exists(boost::filesystem::symlink_status(root, ignored));
  });
  if (!given.empty() && !any) {
    throw Error("there is no folder " + given.front(),
                given.size() > 1 ? "nor any of the others named" : "", ExitStatus::Usage);
  }
  // A new index would keep the name of a language that it cannot stem.
  Stemmer{options.settings.language};
  return options.index;
}

/// Whether to wait for another indexer: as long as nobody asks the run to stop.
IndexLock::Wait waiting(const RunOptions& options) {
  if (!options.wait) return nullptr;
  return [stop = options.stop](const std::string&) {
    std::this_thread::sleep_for(std::chrono::milliseconds(200));
    return stop == nullptr || !stop->is_asked();
  };
}

std::uint64_t peak_memory_bytes() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return static_cast<std::uint64_t>(usage.ru_maxrss) * 1024;
}

Run::Run(const RunOptions& options, RunProgress& progress, const LogFile& log)
    : options_(options),
      progress_(progress),
      log_(log),
      crawler_(crawl_options(options)),
      writer_(checked_index(options), options.settings, waiting(options)),
      ledger_(writer_.paths().report()) {
  writer_.read_files_as(options.date_order, options.largest_article_bytes);
  record_.run = ledger_.run();
  record_.started = std::time(nullptr);
  record_.index = options.index.string();
  record_.memory_bound_bytes = options.memory_bytes;
  for (const CrawlRoot& root : crawler_.roots()) record_.roots.push_back(root.path);
  record_.roots.pop_back();  // the last stands for single files
  roots_ = with_crawl_roots(writer_.manifest().roots, crawler_.roots(), takes_single_files(options));
  for (const std::string& root : roots_) writer_.root_number(root);
  if (!writer_.manifest().lost.list.empty() && !options.repair) {
    log_(options.index.string(), "a repair was cut off: " + repair_hint(options.index), true);
  }
  if (writer_.manifest().segments.empty()) return;
  before_ = std::make_unique<Snapshot>(options.index);
  catalog_ = Catalog(*before_);
}

RunRecord Run::run() {
  const auto start = std::chrono::steady_clock::now();
  const auto finish = [&] {
    report_.seconds =
        std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    finish_report();
    ledger_.finish(record_);
  };
  try {
    index_all();
  } catch (const std::exception& error) {
    record_.end = RunEnd::Failed;
    record_.why = error.what();
    try {
      finish();
    } catch (const std::exception&) {
      // The disk that the run failed on may take no report either; what went wrong comes first.
    }
    throw;
  }
  finish();
  check_sum();
  return std::move(record_);
}

void Run::index_all() {
  if (options_.repair) take_lost();
  while (!is_stopped()) {
    const auto event = crawler_.next();
    if (!event) break;
    take(*event);
  }
  if (is_stopped()) {
    record_.end = RunEnd::Stopped;
    record_.why = options_.stop->reason();
    report_.left = first_files_.size() + (pipeline_ ? pipeline_->finish_early() : 0);
    report_.found -= report_.left;
    return;
  }
  if (!first_files_.empty()) start_pipeline();
  if (pipeline_) pipeline_->finish();
  if (options_.repair) writer_.end_repair();
  if (!options_.keep_missing) remove_vanished();
  writer_.end_run();
  writer_.maintain();
}

void Run::finish_report() {
  pipeline_.reset();  // its threads report no more
  record_.ended = std::time(nullptr);
  record_.settings = writer_.manifest().settings;
  record_.peak_memory_bytes = peak_memory_bytes();
  for (const SegmentInfo& segment : writer_.manifest().segments) {
    report_.index_articles += segment.articles - segment.deleted;
  }
  report_.index_bytes = writer_.index_bytes();
}

void Run::check_sum() const {
  if (!report_.adds_up()) {
    throw Error("the run lost count of its files: found " + std::to_string(report_.found) +
                    ", which the rest does not add up to",
                "this is a defect of dateline-index: please report it");
  }
}

void Run::take(const CrawlEvent& event) {
  {
    const std::lock_guard<std::mutex> lock(report_mutex_);
    ++report_.found;
  }
  if (event.skip) {
    take_skipped(crawler_.full_path(event), *event.skip);
    return;
  }
  FileToIndex file = place_below_root(crawler_.full_path(event), roots_);
  file.bytes = event.size_bytes;
  take(std::move(file), event.mtime_ns);
}

void Run::take(FileToIndex file, std::int64_t mtime_ns) {
  const auto known = catalog_.look_up(file.root, file.path,
                                      schema::file_fingerprint(file.bytes, mtime_ns));
  if (known.unchanged) {
    ++progress_.files;
    const std::lock_guard<std::mutex> lock(report_mutex_);
    ++report_.unchanged;
    return;
  }
  file.replaces = known.number;
  index(std::move(file));
}

// Not by the crawler: the lost files are those of the list, whatever they were reached by.
void Run::take_lost() {
  const LostFiles& lost = writer_.manifest().lost;
  if (lost.list.empty()) return;
  const std::string list = read_file(writer_.paths().lost(lost));
  if (checksum_of(list) != lost.checksum) return;  // which the repair has told
  read_file_list(list, [this](const ListedFile& listed) {
    if (!is_stopped()) take_lost(listed);
  });
}

void Run::take_lost(const ListedFile& listed) {
  schema::FileRecord record;
  record.root = listed.root;
  record.path = listed.path;
  const std::string path = schema::absolute_path(roots_, record);
  struct stat status {};
  std::optional<Skip> skip;
  if (::stat(path.c_str(), &status) != 0) {
    skip = skip_for_errno(errno);
  } else if (!S_ISREG(status.st_mode)) {
    skip = Skip{SkipReason::NotRegular, ""};
  }
  {
    const std::lock_guard<std::mutex> lock(report_mutex_);
    ++report_.found;
  }
  if (skip) {
    take_skipped(path, *skip);
    return;
  }
  FileToIndex file;
  file.root = listed.root;
  file.path = listed.path;
  file.bytes = static_cast<std::uint64_t>(status.st_size);
  take(std::move(file), mtime_ns(status));
}

void Run::take_skipped(const std::string& path, const Skip& skip) {
  ++progress_.files;
  const bool failed = info(skip.reason).fate == Fate::Failed;
  if (failed) unreadable_.insert(path);
  log_(path, describe(skip), failed);
  ledger_.add(path, skip);
  const std::lock_guard<std::mutex> lock(report_mutex_);
  report_.add(skip);
}

void Run::index(FileToIndex file) {
  if (pipeline_) {
    pipeline_->add(std::move(file));
    return;
  }
  // The dictionary is trained on the first files, so these wait until there are enough of them.
  first_bytes_ += file.bytes;
  first_files_.push_back(std::move(file));
  if (first_bytes_ >= kTrainingBytes || first_files_.size() >= kTrainingFiles) start_pipeline();
}

void Run::start_pipeline() {
  const auto make_loader = [this] {
    const IndexSettings& reading = writer_.manifest().settings;
    const DateRules dates{options_.today, reading.date_order};
    return make_file_reader(roots_, dates, reading.largest_article_bytes);
  };
  dictionary_ = choose_dictionary(before_.get(), first_files_, make_loader());
  Pipeline::Settings settings = options_.pipeline;
  settings.workers = record_.workers = workers();
  settings.index = writer_.manifest().settings;
  settings.roots = roots_;
  pipeline_ = std::make_unique<Pipeline>(writer_, dictionary_, settings, make_loader,
                                         [this](const FileOutcome& outcome) { observe(outcome); });
  for (FileToIndex& file : first_files_) pipeline_->add(std::move(file));
  first_files_.clear();
}

unsigned Run::workers() const {
  const std::uint64_t taken = kBaseBytes + catalog_.memory_bytes();
  const std::uint64_t left = options_.memory_bytes > taken ? options_.memory_bytes - taken : 0;
  const auto most = static_cast<unsigned>(std::min<std::uint64_t>(left / kWorkerBytes, 1024));
  return std::max(1U, std::min(options_.jobs, most));
}

// Called by the pipeline's threads, one at a time.
void Run::observe(const FileOutcome& outcome) {
  ++progress_.files;
  progress_.indexed_bytes += outcome.bytes;
  {
    const std::lock_guard<std::mutex> lock(report_mutex_);
    report_.add(outcome);
  }
  const bool is_plain =
      !outcome.skip && outcome.notes.empty() && outcome.date && outcome.flags == 0;
  if (is_plain) return;
  schema::FileRecord record;
  record.root = outcome.file.root;
  record.path = outcome.file.path;
  const std::string path = schema::absolute_path(roots_, record);
  ledger_.add(path, outcome);
  if (outcome.skip) {
    log_(path, describe(*outcome.skip), info(outcome.skip->reason).fate == Fate::Failed);
  }
  for (const std::string& note : outcome.notes) log_(path, note, false);
}

void Run::remove_vanished() {
  if (!before_) return;
  const auto numbers = catalog_.unseen(*before_, [this](const schema::FileRecord& file) {
    return has_vanished(schema::absolute_path(roots_, file), crawler_.roots(), unreadable_);
  });
  writer_.remove(numbers);
  report_.removed = numbers.size();
}

}  // namespace

CrawlOptions crawl_options(const RunOptions& options) {
  CrawlOptions crawl = options.crawl;
  crawl.index_folder = options.index.string();
  return crawl;
}

bool takes_single_files(const RunOptions& options) {
  const auto& given = options.crawl.roots;
  return options.crawl.files_from || std::any_of(given.begin(), given.end(), [](const auto& root) {
           boost::system::error_code ignored;
           return !boost::filesystem::is_directory(root, ignored);
         });
}

RunRecord run_index(const RunOptions& options, RunProgress& progress, const LogFile& log) {
  return Run(options, progress, log).run();
}

}  // namespace dateline
