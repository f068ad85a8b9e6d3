// Decides on many candidates at once: on as many cores as there are, each with a snapshot, stemmer
// and matcher of its own, as no Xapian object is shared by threads. What is decided does not depend
// on how many there are.
#pragma once

#include <xapian.h>

#include <cstddef>
#include <functional>
#include <memory>
#include <vector>

#include "common/index/snapshot.h"
#include "common/text/stemmer.h"
#include "searcher/match/text_matcher.h"
#include "searcher/query/tree.h"

namespace dateline {

/// The article of a document with all a query can ask of it; without its names it is sooner read.
StoredArticle stored_article(Snapshot& snapshot, Xapian::docid document, bool with_names);

class Verifier {
 public:
  /// REQUIRES both to outlive it. `threads`: at most so many; 0: one a core.
  Verifier(Snapshot& snapshot, Stemmer& stemmer, std::size_t threads = 0);
  ~Verifier();

  /// For each document whether its article matches `query`: 1 or 0. The first few are decided in this
  /// thread alone. Throws what went wrong in any.
  std::vector<char> decide(const Node& query, const std::vector<Xapian::docid>& documents);

 private:
  struct Reader;

  bool open_readers(std::size_t count);

  Snapshot& snapshot_;
  Stemmer& stemmer_;
  std::size_t threads_;
  std::uint64_t decided_ = 0;  ///< documents so far
  std::vector<std::unique_ptr<Reader>> readers_;  ///< of the other threads, kept for the next time
};

}  // namespace dateline
