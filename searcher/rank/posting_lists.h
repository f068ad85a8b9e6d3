// Posting lists, decoded once for finding and for scoring: walking them is what both cost. Those of earlier
// searches are kept as long as memory is small. Not thread-safe.
#pragma once

#include <xapian.h>

#include <cstddef>
#include <cstdint>
#include <deque>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace dateline {

/// The articles that have a term, ascending, and how often.
struct PostingList {
  std::vector<Xapian::docid> numbers;
  std::vector<std::uint32_t> counts;
};

/// Of one segment.
class PostingLists {
 public:
  /// REQUIRES the database to outlive this.
  explicit PostingLists(const Xapian::Database& database) : database_(database) {}

  /// All postings of a term; valid until forget(). Throws Xapian::Error.
  const PostingList& read(const std::string& term);

  /// Whether the list of a term is better read whole than skipped through to look up `numbers` articles: it
  /// is there, it is not many times longer, or it was asked for before.
  bool is_worth_reading(const std::string& term, std::size_t numbers);

  void forget();
  std::size_t postings() const { return postings_; }  ///< kept
  /// Those read or skipped through, whether or not they have postings.
  std::size_t terms() const { return lists_.size() + skipped_.size(); }
  const Xapian::Database& database() const { return database_; }

 private:
  const Xapian::Database& database_;
  std::unordered_map<std::string, PostingList> lists_;
  std::unordered_set<std::string> skipped_;  ///< terms not found worth reading so far
  std::size_t postings_ = 0;
};

/// Of all segments of an index.
class KeptPostings {
 public:
  /// So many postings, of 8 bytes each, may stay for the next search.
  static constexpr std::size_t kMost = 8'000'000;
  /// And of so many terms, which cost some 100 bytes each even without postings.
  static constexpr std::size_t kMostTerms = 100'000;

  /// REQUIRES the segments to outlive this.
  explicit KeptPostings(const std::vector<Xapian::Database>& segments, std::size_t most = kMost);

  PostingLists& of(std::size_t segment) { return lists_[segment]; }
  /// To be called between searches: forgets all lists if there are too many.
  void shrink();

 private:
  std::deque<PostingLists> lists_;
  std::size_t most_;
};

}  // namespace dateline
