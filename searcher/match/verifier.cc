#include "searcher/match/verifier.h"

#include <algorithm>
#include <atomic>
#include <exception>
#include <optional>
#include <thread>
#include <utility>

#include "common/error.h"
#include "common/source_name.h"

namespace dateline {

namespace {

/// Documents decided in one thread before the index is opened for others, which takes about 5 ms each.
constexpr std::size_t kFewest = 500;

/// Fewer for a thread do not pay for starting it: 50 us.
constexpr std::size_t kFewestOfThread = 25;

/// Documents that a thread takes at a time: at least, so that one with long texts does not keep all others waiting at the
/// end, and at most, where there are many, as those that stand near each other on disk are read sooner.
constexpr std::size_t kSmallestPortion = 16;
constexpr std::size_t kLargestPortion = 128;

/// An article out of the index, of which only what is asked for is read.
class IndexedCandidate : public Candidate {
 public:
  IndexedCandidate(Snapshot& snapshot, Xapian::docid document)
      : snapshot_(snapshot), document_(document) {}

  ArticleWords words() override {
    if (stored_) return {stored_->article.title, stored_->article.text};
    return decode_words(snapshot_.encoded_article(document_));
  }
  const StoredArticle& stored() override {
    if (!stored_) stored_ = stored_article(snapshot_, document_, false);
    return *stored_;
  }
  const std::vector<ArticleName>& names() override {
    if (!names_) names_ = snapshot_.article_names(document_);
    return *names_;
  }

 private:
  Snapshot& snapshot_;
  Xapian::docid document_;
  std::optional<StoredArticle> stored_;
  std::optional<std::vector<ArticleName>> names_;
};

/// What the threads of one decide() share.
struct Work {
  const Node& query;
  const std::vector<Xapian::docid>& documents;
  const std::vector<std::size_t>& order;  ///< in which they are looked at
  std::vector<char>& decided;
  std::size_t portion = kLargestPortion;
  std::atomic<std::size_t> next{0};
  std::atomic<bool> failed{false};
};

void decide_portions(Work& work, Snapshot& snapshot, Stemmer& stemmer) {
  TextMatcher matcher(work.query, stemmer);
  while (!work.failed) {
    const std::size_t begin = work.next.fetch_add(work.portion);
    const std::size_t end = std::min(begin + work.portion, work.documents.size());
    for (std::size_t i = begin; i < end; ++i) {
      const std::size_t at = work.order[i];
      IndexedCandidate candidate(snapshot, work.documents[at]);
      work.decided[at] = matcher.matches(candidate) ? 1 : 0;
    }
    if (end == work.documents.size()) return;
  }
}

/// The order in which documents stand on disk, where the next one often is in what has been read for the one before: as
/// an index of several segments numbers them, not ascending.
std::vector<std::size_t> order_on_disk(const std::vector<Xapian::docid>& documents, std::size_t segments) {
  std::vector<std::pair<std::uint64_t, std::size_t>> places;
  places.reserve(documents.size());
  for (const Xapian::docid document : documents) {
    places.emplace_back(std::uint64_t{(document - 1) % segments} << 32 | document, places.size());
  }
  // All matches of a segment are in order already, the best articles are not.
  if (!std::is_sorted(places.begin(), places.end())) std::sort(places.begin(), places.end());
  std::vector<std::size_t> order;
  order.reserve(documents.size());
  for (const auto& place : places) order.push_back(place.second);
  return order;
}

}  // namespace

StoredArticle stored_article(Snapshot& snapshot, Xapian::docid document, bool with_names) {
  StoredArticle stored;
  stored.id = snapshot.article_number(document);
  stored.article =
      with_names ? snapshot.article(document) : snapshot.article_without_names(document);
  const schema::FileRecord file = snapshot.file(document);
  const auto& roots = snapshot.manifest().roots;
  stored.path = schema::absolute_path(roots, file);
  stored.source = source_name(stored.article.source, roots[file.root], file.path);
  return stored;
}

struct Verifier::Reader {
  Reader(const Snapshot& same, const std::string& language) : snapshot(same.reopened()), stemmer(language) {}

  Snapshot snapshot;
  Stemmer stemmer;
};

Verifier::Verifier(Snapshot& snapshot, Stemmer& stemmer, std::size_t threads)
    : snapshot_(snapshot),
      stemmer_(stemmer),
      threads_(threads != 0 ? threads : std::max(1U, std::thread::hardware_concurrency())) {}

Verifier::~Verifier() = default;

// False if the index cannot be opened again: the indexer has merged some of its segments meanwhile.
bool Verifier::open_readers(std::size_t count) {
  try {
    while (readers_.size() < count) {
      readers_.push_back(
          std::make_unique<Reader>(snapshot_, snapshot_.manifest().settings.language));
    }
    return true;
  } catch (const Error&) {
    return false;
  }
}

std::vector<char> Verifier::decide(const Node& query, const std::vector<Xapian::docid>& documents) {
  std::vector<char> decided(documents.size());
  const std::vector<std::size_t> order = order_on_disk(documents, snapshot_.parts().size());
  Work work{query, documents, order, decided};
  decided_ += documents.size();
  const std::size_t others =
      decided_ < kFewest ? 0 : std::min(threads_, documents.size() / kFewestOfThread + 1) - 1;
  if (others == 0 || !open_readers(others)) {
    decide_portions(work, snapshot_, stemmer_);
    return decided;
  }
  work.portion = std::clamp(documents.size() / (others + 1) / 8, kSmallestPortion, kLargestPortion);
  std::vector<std::exception_ptr> failures(others + 1);
  const auto run = [&](std::size_t thread, Snapshot& snapshot, Stemmer& stemmer) {
    try {
      decide_portions(work, snapshot, stemmer);
    } catch (...) {
      failures[thread] = std::current_exception();
      work.failed = true;
    }
  };
  std::vector<std::thread> threads;
  for (std::size_t i = 0; i < others; ++i) {
    threads.emplace_back([&, i] { run(i, readers_[i]->snapshot, readers_[i]->stemmer); });
  }
  run(others, snapshot_, stemmer_);
  for (std::thread& thread : threads) thread.join();
  for (const std::exception_ptr& failure : failures) {
    if (failure) std::rethrow_exception(failure);
  }
  return decided;
}

}  // namespace dateline
