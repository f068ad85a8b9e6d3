#include "indexer/run/index_run.h"

#include <algorithm>
#include <boost/filesystem/operations.hpp>
#include <chrono>
#include <memory>
#include <mutex>
#include <set>
#include <utility>
#include <vector>

#include "common/error.h"
#include "common/index/snapshot.h"
#include "common/text/stemmer.h"
#include "indexer/build/catalog.h"
#include "indexer/build/index_writer.h"
#include "indexer/build/pipeline.h"
#include "indexer/run/dictionaries.h"
#include "indexer/run/file_reader.h"

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
  RunReport run();

 private:
  void take(const CrawlEvent& event);
  void take_skipped(const CrawlEvent& event);
  void index(FileToIndex file);
  void start_pipeline();
  void observe(const FileOutcome& outcome);
  void remove_vanished();
  bool has_vanished(const schema::FileRecord& file) const;
  void remember_roots();
  FileToIndex place(const std::string& path) const;
  unsigned workers() const;
  void finish_report();

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
  RunReport report_;

  std::unique_ptr<Pipeline> pipeline_;  ///< last: its threads use the others
};

/// The index folder, once it is certain that there is something to index.
const boost::filesystem::path& checked_index(const RunOptions& options) {
  const auto& given = options.crawl.roots;
  const bool any = std::any_of(given.begin(), given.end(), [](const std::string& root) {
    boost::system::error_code ignored;
    return boost::filesystem::exists(root, ignored);
  });
  if (!given.empty() && !any) {
    throw Error("there is no folder " + given.front(),
                given.size() > 1 ? "nor any of the others named" : "", ExitStatus::Usage);
  }
  // A new index would keep the name of a language that it cannot stem.
  Stemmer{options.settings.language};
  return options.index;
}

CrawlOptions crawl_options(const RunOptions& options) {
  CrawlOptions crawl = options.crawl;
  crawl.index_folder = options.index.string();
  return crawl;
}

/// Whether files can lie outside all folders given, and so belong to the crawler's last root, "/".
bool takes_single_files(const RunOptions& options) {
  const auto& given = options.crawl.roots;
  return options.crawl.files_from || std::any_of(given.begin(), given.end(), [](const auto& root) {
           boost::system::error_code ignored;
           return !boost::filesystem::is_directory(root, ignored);
         });
}

/// Whether `path` is `folder` or lies in it.
bool is_within(const std::string& path, const std::string& folder) {
  if (folder == "/") return true;
  return path.compare(0, folder.size(), folder) == 0 &&
         (path.size() == folder.size() || path[folder.size()] == '/');
}

Run::Run(const RunOptions& options, RunProgress& progress, const LogFile& log)
    : options_(options),
      progress_(progress),
      log_(log),
      crawler_(crawl_options(options)),
      writer_(checked_index(options), options.settings) {
  remember_roots();
  if (writer_.manifest().segments.empty()) return;
  before_ = std::make_unique<Snapshot>(options.index);
  catalog_ = Catalog(*before_);
}

// A folder below one that is known already is no root of its own: its files have a place.
void Run::remember_roots() {
  for (const CrawlRoot& root : crawler_.roots()) {
    const bool is_last = &root == &crawler_.roots().back();
    if (is_last && !takes_single_files(options_)) continue;
    const auto& known = writer_.manifest().roots;
    const bool has_place = std::any_of(known.begin(), known.end(), [&](const std::string& folder) {
      return folder != "/" && is_within(root.path, folder);
    });
    if (!has_place) writer_.root_number(root.path);
  }
  roots_ = writer_.manifest().roots;
}

// A file belongs to the innermost root above it, so that it is the same article whichever folder
// the run was given.
FileToIndex Run::place(const std::string& path) const {
  FileToIndex file;
  std::size_t longest = 0;
  for (std::uint32_t number = 0; number < roots_.size(); ++number) {
    const std::string& root = roots_[number];
    if (root.size() < longest || !is_within(path, root)) continue;
    longest = root.size();
    file.root = number;
  }
  file.path = path.substr(std::min(path.size(), longest + (longest > 1 ? 1 : 0)));
  return file;
}

RunReport Run::run() {
  const auto start = std::chrono::steady_clock::now();
  while (const auto event = crawler_.next()) take(*event);
  if (!first_files_.empty()) start_pipeline();
  if (pipeline_) pipeline_->finish();
  if (!options_.keep_missing) remove_vanished();
  writer_.end_run();
  writer_.maintain();
  report_.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  finish_report();
  return std::move(report_);
}

void Run::finish_report() {
  for (const SegmentInfo& segment : writer_.manifest().segments) {
    report_.index_articles += segment.articles - segment.deleted;
  }
  report_.index_bytes = writer_.index_bytes();
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
    take_skipped(event);
    return;
  }
  FileToIndex file = place(crawler_.full_path(event));
  file.bytes = event.size_bytes;
  const auto known = catalog_.look_up(file.root, file.path,
                                      schema::file_fingerprint(event.size_bytes, event.mtime_ns));
  if (known.unchanged) {
    ++progress_.files;
    const std::lock_guard<std::mutex> lock(report_mutex_);
    ++report_.unchanged;
    return;
  }
  file.replaces = known.number;
  index(std::move(file));
}

void Run::take_skipped(const CrawlEvent& event) {
  ++progress_.files;
  const bool failed = info(event.skip->reason).fate == Fate::Failed;
  const std::string path = crawler_.full_path(event);
  if (failed) unreadable_.insert(path);
  log_(path, describe(*event.skip), failed);
  const std::lock_guard<std::mutex> lock(report_mutex_);
  report_.add(*event.skip);
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
    return make_file_reader(roots_, options_.dates, options_.largest_article_bytes);
  };
  dictionary_ = choose_dictionary(before_.get(), first_files_, make_loader());
  Pipeline::Settings settings = options_.pipeline;
  settings.workers = workers();
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
  if (!outcome.skip && outcome.notes.empty()) return;
  schema::FileRecord record;
  record.root = outcome.file.root;
  record.path = outcome.file.path;
  const std::string path = schema::absolute_path(roots_, record);
  if (outcome.skip) {
    log_(path, describe(*outcome.skip), info(outcome.skip->reason).fate == Fate::Failed);
  }
  for (const std::string& note : outcome.notes) log_(path, note, false);
}

void Run::remove_vanished() {
  if (!before_) return;
  const auto numbers = catalog_.unseen(
      *before_, [this](const schema::FileRecord& file) { return has_vanished(file); });
  writer_.remove(numbers);
  report_.removed = numbers.size();
}

/// Whether a file that was not met is gone: a folder above it was walked, and neither it nor a
/// folder above it was met but could not be read.
bool Run::has_vanished(const schema::FileRecord& file) const {
  std::string path = schema::absolute_path(roots_, file);
  const bool is_walked = std::any_of(
      crawler_.roots().begin(), crawler_.roots().end(),
      [&](const CrawlRoot& root) { return root.is_whole && is_within(path, root.path); });
  for (; is_walked && !path.empty(); path.erase(path.rfind('/'))) {
    if (unreadable_.count(path) != 0) return false;
  }
  return is_walked;
}

}  // namespace

RunReport run_index(const RunOptions& options, RunProgress& progress, const LogFile& log) {
  return Run(options, progress, log).run();
}

}  // namespace dateline
