// Files in crawl order through worker threads into published segments. What goes into which batch
// and segment, and each article's number, depend on the files alone: the index is the same at any
// number of workers.
//
// A worker loads and analyzes a whole batch, waits for its turn to number the articles (the batches
// before it must have been counted; which file is an article shows on reading it), and builds the
// batch's database. The worker that completes a segment publishes it while the others go on.
#pragma once

#include <condition_variable>
#include <cstdint>
#include <deque>
#include <exception>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "common/article.h"
#include "common/index/manifest.h"
#include "common/index/text_codec.h"
#include "indexer/build/article_analyzer.h"
#include "indexer/build/index_writer.h"
#include "indexer/crawl/skip.h"

namespace dateline {

/// A file that is to be read, and then is an article or not.
struct FileToIndex {
  std::uint32_t root = 0;      ///< number of its root in the manifest
  std::string path;            ///< below the root
  std::uint64_t bytes = 0;     ///< when crawled
  std::uint32_t replaces = 0;  ///< the article it was when last indexed; 0: none
};

struct LoadedArticle {
  Article article;
  std::uint32_t fingerprint = 0;   ///< of the file as it was read
  std::uint64_t bytes = 0;         ///< read
  std::vector<std::string> notes;  ///< worth the user's attention, but no failure
};

/// Reads one file: an article, or why it is none. Used by one thread. Throws only on a broken
/// world.
using LoadArticle = std::function<OrSkip<LoadedArticle>(const FileToIndex&)>;

/// What became of one file, without the text.
struct FileOutcome {
  FileToIndex file;
  std::optional<Skip> skip;  ///< none: indexed
  std::optional<Date> date;
  std::uint8_t flags = 0;  ///< ArticleFlags
  std::uint64_t bytes = 0;
  std::vector<std::string> notes;
};

/// Told of every file, in crawl order, by one thread at a time.
using ObserveOutcome = std::function<void(const FileOutcome&)>;

class Pipeline {
 public:
  struct Settings {
    unsigned workers = 1;
    IndexSettings index;
    std::vector<std::string> roots;              ///< as FileToIndex numbers them
    // A batch is a sixth of all files so far, within these bounds, or of their bytes: the larger, the
    // smaller the index (2,000 / 4,000 / 8,000 / 25,000 articles of 3.5 KB: 0.592 / 0.585 / 0.578 /
    // 0.570 x the text), but the workers should end together in short runs too.
    std::uint64_t smallest_batch_files = 2000;
    std::uint64_t largest_batch_files = 8000;
    std::uint64_t smallest_batch_bytes = 8ULL << 20;
    std::uint64_t largest_batch_bytes = 32ULL << 20;
    std::uint64_t segment_articles = 64000;      ///< a segment is published at so many articles
    std::uint64_t segment_bytes = 256ULL << 20;  ///< or so many bytes of text
  };

  /// `make_loader` is called once for each worker. REQUIRES `writer` and `dictionary` to outlive
  /// the pipeline, and `writer` to be left alone by others until finish() or destruction.
  Pipeline(IndexWriter& writer, const Dictionary& dictionary, const Settings& settings,
           const std::function<LoadArticle()>& make_loader, ObserveOutcome observe);
  /// Without finish(): stops the workers; what is not published is lost.
  ~Pipeline();
  Pipeline(const Pipeline&) = delete;
  Pipeline& operator=(const Pipeline&) = delete;

  /// Takes the next file; waits while the workers have enough to do. Throws what a worker threw.
  void add(FileToIndex file);

  /// Waits for all work and publishes what is left. Throws what a worker threw.
  void finish();

  /// The same of only the batches that workers have begun. Returns how many files were dropped:
  /// added, but neither indexed nor observed.
  std::uint64_t finish_early();

 private:
  struct Work {
    std::uint64_t batch = 0;
    std::vector<FileToIndex> files;
  };
  struct Done {
    Batch batch;
    std::vector<FileOutcome> outcomes;
  };

  void hand_over();
  void close();
  void run_worker(const LoadArticle& load);
  std::optional<Work> take_work();
  Done build(Work work, const LoadArticle& load, ArticleAnalyzer& analyzer);
  FileOutcome read(const FileToIndex& file, const LoadArticle& load,
                   std::vector<ArticleSource>& sources) const;
  std::vector<AnalyzedArticle> analyze(const Work& work, const LoadArticle& load,
                                       ArticleAnalyzer& analyzer,
                                       std::vector<FileOutcome>& outcomes) const;
  std::uint32_t take_numbers(std::uint64_t batch, std::size_t count);
  void complete(std::uint64_t batch, Done done);
  void publish_ready(std::unique_lock<std::mutex>& lock, bool all);
  void stop(std::exception_ptr error);
  void join();
  void throw_if_failed();

  IndexWriter& writer_;
  const Dictionary& dictionary_;
  const Settings settings_;
  const ObserveOutcome observe_;

  std::vector<FileToIndex> filling_;  ///< the producer's, not shared
  std::uint64_t filling_bytes_ = 0;
  std::uint64_t files_ = 0;  ///< handed over
  std::uint64_t bytes_ = 0;
  std::uint64_t batches_ = 0;

  std::mutex mutex_;  ///< guards all below
  std::condition_variable changed_;
  std::deque<Work> queue_;
  bool closed_ = false;   ///< no more work will come
  bool stopped_ = false;  ///< drop everything
  std::exception_ptr error_;
  std::uint64_t numbered_batches_ = 0;
  std::uint32_t next_number_ = 1;
  std::map<std::uint64_t, Done> done_;  ///< by batch, until their turn
  std::uint64_t collected_batches_ = 0;
  bool publishing_ = false;
  std::vector<Batch> segment_;  ///< batches of the segment being collected
  std::vector<std::uint32_t> replaced_;
  std::uint64_t segment_articles_ = 0;
  std::uint64_t segment_bytes_ = 0;

  std::vector<std::thread> workers_;
};

}  // namespace dateline
