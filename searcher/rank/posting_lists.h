// Posting lists of one segment, decoded once for finding and for scoring: walking them is what both
// cost. Not thread-safe.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

namespace dateline {

/// The articles that have a term, ascending, and how often.
struct PostingList {
  std::vector<Xapian::docid> numbers;
  std::vector<std::uint32_t> counts;
};

class PostingLists {
 public:
  /// REQUIRES the database to outlive this.
  explicit PostingLists(const Xapian::Database& database) : database_(database) {}

  /// All postings of a term; valid as long as this. Throws Xapian::Error.
  const PostingList& read(const std::string& term);

  /// What read() has read, or null.
  const PostingList* find(const std::string& term) const;

  const Xapian::Database& database() const { return database_; }

 private:
  const Xapian::Database& database_;
  std::unordered_map<std::string, PostingList> lists_;
};

}  // namespace dateline
