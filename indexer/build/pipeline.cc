#include "indexer/build/pipeline.h"

#include <algorithm>
#include <utility>

#include "common/source_name.h"
#include "indexer/build/segment_builder.h"

namespace dateline {

namespace {

/// Thrown in a worker to unwind it when the pipeline is stopped; never leaves this file.
struct Stopped {};

/// Articles are analyzed in lots of so much text.
constexpr std::uint64_t kAnalyzedBytes = 1'000'000;

}  // namespace

Pipeline::Pipeline(IndexWriter& writer, const Dictionary& dictionary, const Settings& settings,
                   const std::function<LoadArticle()>& make_loader, ObserveOutcome observe)
    : writer_(writer),
      dictionary_(dictionary),
      settings_(settings),
      observe_(std::move(observe)),
      next_number_(writer.manifest().next_article) {
  for (unsigned i = 0; i < std::max(1U, settings_.workers); ++i) {
    workers_.emplace_back([this, load = make_loader()] { run_worker(load); });
  }
}

Pipeline::~Pipeline() {
  stop(nullptr);
  join();
}

void Pipeline::add(FileToIndex file) {
  filling_bytes_ += file.bytes;
  filling_.push_back(std::move(file));
  const std::uint64_t most_files =
      std::clamp(files_ / 6, settings_.smallest_batch_files, settings_.largest_batch_files);
  const std::uint64_t most_bytes =
      std::clamp(bytes_ / 6, settings_.smallest_batch_bytes, settings_.largest_batch_bytes);
  if (filling_.size() >= most_files || filling_bytes_ >= most_bytes) hand_over();
}

void Pipeline::hand_over() {
  if (filling_.empty()) return;
  std::unique_lock<std::mutex> lock(mutex_);
  // One batch waits for each worker: enough to keep them busy, little to hold in memory.
  changed_.wait(lock, [&] { return queue_.size() < workers_.size() || stopped_; });
  queue_.push_back({batches_++, std::exchange(filling_, {})});
  files_ += queue_.back().files.size();
  bytes_ += std::exchange(filling_bytes_, 0);
  changed_.notify_all();
  lock.unlock();
  throw_if_failed();
}

void Pipeline::finish() {
  hand_over();
  close();
}

// Batches are begun in order: those still in the queue are the last ones, and without them the
// numbers of articles have no gap.
std::uint64_t Pipeline::finish_early() {
  std::uint64_t dropped = filling_.size();
  filling_.clear();
  {
    const std::lock_guard<std::mutex> lock(mutex_);
    for (const Work& work : queue_) dropped += work.files.size();
    queue_.clear();
  }
  close();
  return dropped;
}

void Pipeline::close() {
  {
    const std::lock_guard<std::mutex> lock(mutex_);
    closed_ = true;
    changed_.notify_all();
  }
  join();
  throw_if_failed();
  std::unique_lock<std::mutex> lock(mutex_);
  publish_ready(lock, true);
}

void Pipeline::run_worker(const LoadArticle& load) {
  try {
    ArticleAnalyzer analyzer(settings_.index, dictionary_);
    while (auto work = take_work()) {
      const std::uint64_t batch = work->batch;
      complete(batch, build(std::move(*work), load, analyzer));
      analyzer.forget_if_large();
    }
  } catch (const Stopped&) {
  } catch (...) {
    stop(std::current_exception());
  }
}

std::optional<Pipeline::Work> Pipeline::take_work() {
  std::unique_lock<std::mutex> lock(mutex_);
  changed_.wait(lock, [&] { return !queue_.empty() || closed_ || stopped_; });
  if (stopped_ || queue_.empty()) return std::nullopt;
  Work work = std::move(queue_.front());
  queue_.pop_front();
  changed_.notify_all();
  return work;
}

FileOutcome Pipeline::read(const FileToIndex& file, const LoadArticle& load,
                           std::vector<ArticleSource>& sources) const {
  FileOutcome outcome;
  outcome.file = file;
  OrSkip<LoadedArticle> loaded = load(file);
  if (auto* skip = std::get_if<Skip>(&loaded)) {
    outcome.skip = std::move(*skip);
    return outcome;
  }
  auto& read = std::get<LoadedArticle>(loaded);
  outcome.date = read.article.date;
  outcome.bytes = read.bytes;
  outcome.notes = std::move(read.notes);
  schema::FileRecord record;
  record.root = file.root;
  record.path = file.path;
  record.fingerprint = read.fingerprint;
  const std::string source =
      source_name(read.article.source, settings_.roots.at(file.root), file.path);
  sources.push_back({std::move(read.article), std::move(record), source});
  return outcome;
}

std::vector<AnalyzedArticle> Pipeline::analyze(const Work& work, const LoadArticle& load,
                                               ArticleAnalyzer& analyzer,
                                               std::vector<FileOutcome>& outcomes) const {
  std::vector<AnalyzedArticle> articles;
  articles.reserve(work.files.size());
  std::vector<ArticleSource> sources;
  std::uint64_t bytes = 0;
  for (const FileToIndex& file : work.files) {
    outcomes.push_back(read(file, load, sources));
    bytes += outcomes.back().bytes;
    if (bytes < kAnalyzedBytes && &file != &work.files.back()) continue;
    analyzer.analyze(std::exchange(sources, {}), articles);
    bytes = 0;
  }
  // Only now: finding the names may have set one.
  auto article = articles.begin();
  for (FileOutcome& outcome : outcomes) {
    if (!outcome.skip) outcome.flags = (article++)->file.flags;
  }
  return articles;
}

Pipeline::Done Pipeline::build(Work work, const LoadArticle& load, ArticleAnalyzer& analyzer) {
  Done done;
  std::vector<AnalyzedArticle> articles = analyze(work, load, analyzer, done.outcomes);
  for (const AnalyzedArticle& article : articles) done.batch.text_bytes += article.text_bytes;
  done.batch.articles = articles.size();
  done.batch.first = take_numbers(work.batch, articles.size());
  done.batch.last = done.batch.first + static_cast<std::uint32_t>(articles.size()) - 1;
  if (articles.empty()) return done;
  std::uint32_t number = done.batch.first;
  for (AnalyzedArticle& article : articles) article.number = number++;
  done.batch.folder = writer_.batch_folder(work.batch);
  build_batch(articles, analyzer, done.batch.folder);
  return done;
}

std::uint32_t Pipeline::take_numbers(std::uint64_t batch, std::size_t count) {
  std::unique_lock<std::mutex> lock(mutex_);
  changed_.wait(lock, [&] { return numbered_batches_ == batch || stopped_; });
  if (stopped_) throw Stopped();
  ++numbered_batches_;
  changed_.notify_all();
  return std::exchange(next_number_, next_number_ + static_cast<std::uint32_t>(count));
}

void Pipeline::complete(std::uint64_t batch, Done done) {
  std::unique_lock<std::mutex> lock(mutex_);
  done_.emplace(batch, std::move(done));
  if (!publishing_) publish_ready(lock, false);
}

// Collects finished batches in order and publishes whenever they make a segment; `all`: also at the
// end. Called with the lock, which is let go while publishing: one thread at a time is in here.
void Pipeline::publish_ready(std::unique_lock<std::mutex>& lock, bool all) {
  publishing_ = true;
  while (true) {
    const auto next = done_.find(collected_batches_);
    if (next != done_.end()) {
      const Done done = std::move(next->second);
      done_.erase(next);
      ++collected_batches_;
      segment_.push_back(done.batch);
      segment_articles_ += done.batch.articles;
      segment_bytes_ += done.batch.text_bytes;
      for (const FileOutcome& outcome : done.outcomes) {
        const bool stays = outcome.skip && info(outcome.skip->reason).fate == Fate::Failed;
        if (outcome.file.replaces != 0 && !stays) replaced_.push_back(outcome.file.replaces);
        observe_(outcome);
      }
    }
    const bool full = segment_articles_ >= settings_.segment_articles ||
                      segment_bytes_ >= settings_.segment_bytes;
    if (full || (all && next == done_.end() && !segment_.empty())) {
      const std::vector<Batch> batches = std::exchange(segment_, {});
      const std::vector<std::uint32_t> replaced = std::exchange(replaced_, {});
      segment_articles_ = segment_bytes_ = 0;
      lock.unlock();
      writer_.publish(batches, dictionary_, replaced);
      writer_.maintain();
      lock.lock();
    } else if (next == done_.end()) {
      break;
    }
  }
  publishing_ = false;
}

void Pipeline::stop(std::exception_ptr error) {
  const std::lock_guard<std::mutex> lock(mutex_);
  stopped_ = true;
  if (!error_) error_ = std::move(error);
  changed_.notify_all();
}

void Pipeline::join() {
  for (std::thread& worker : workers_) worker.join();
  workers_.clear();
}

void Pipeline::throw_if_failed() {
  {
    const std::lock_guard<std::mutex> lock(mutex_);
    if (!error_) return;
  }
  // Only then is the error no longer in the hands of the worker that threw it.
  join();
  std::rethrow_exception(std::exchange(error_, nullptr));
}

}  // namespace dateline
