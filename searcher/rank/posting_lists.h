// Posting lists, decoded once for finding and for scoring: walking them is what both cost. Those of earlier
// searches are kept as long as memory is small. Not thread-safe.
#pragma once

#include <xapian.h>

#include <cstddef>
#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "common/index/article_range.h"
#include "common/index/manifest.h"
#include "searcher/rank/number_table.h"

namespace dateline {

/// Numbers of articles, ascending, to look up in posting lists.
class AskedNumbers {
 public:
  /// REQUIRES the numbers to outlive this, and not to change before table() is called if it is.
  explicit AskedNumbers(const std::vector<Xapian::docid>& numbers) : numbers_(numbers) {}

  const std::vector<Xapian::docid>& numbers() const { return numbers_; }
  /// Made when first asked for.
  const NumberTable& table() {
    if (!table_) table_.emplace(numbers_);
    return *table_;
  }

 private:
  const std::vector<Xapian::docid>& numbers_;
  std::optional<NumberTable> table_;
};

/// The articles that have a term, ascending, and how often.
class PostingList {
 public:
  /// REQUIRES as many counts as numbers.
  PostingList(std::vector<Xapian::docid> numbers, std::vector<std::uint32_t> counts)
      : numbers_(std::move(numbers)), counts_(std::move(counts)), table_(numbers_) {}

  const std::vector<Xapian::docid>& numbers() const { return numbers_; }
  const std::vector<std::uint32_t>& counts() const { return counts_; }

  /// Calls see(i, count) in order for each asked number i that is in the list.
  template <class See>
  void look_up(AskedNumbers& asked, const See& see) const;

  std::size_t bytes() const {
    return numbers_.size() * (sizeof numbers_[0] + sizeof counts_[0]) + table_.bytes();
  }

 private:
  std::vector<Xapian::docid> numbers_;
  std::vector<std::uint32_t> counts_;
  NumberTable table_;
};

/// Of one segment. What a damaged one says is not believed: IndexError, if a list has a number that is none of its
/// articles', or numbers out of order.
class PostingLists {
 public:
  /// REQUIRES the database to outlive this.
  PostingLists(const Xapian::Database& database, ArticleRange range)
      : database_(database), range_(range) {}

  /// All postings of a term; valid until forget(). Throws Xapian::Error, IndexError.
  const PostingList& read(const std::string& term);

  /// The numbers, ascending, of the articles that a condition is true of which no posting list stands for; found by `find()`
  /// if not kept under this name; valid until forget(). Throws IndexError.
  template <class Find>
  const std::vector<Xapian::docid>& numbers_of(const std::string& condition, const Find& find);

  /// How many articles have a term: looking it up costs as much as ranking hundreds of them. Throws Xapian::Error.
  std::size_t frequency(const std::string& term) const;

  /// Calls see(i, count) in order for each asked number i that has a term. Throws Xapian::Error.
  template <class See>
  void look_up(const std::string& term, AskedNumbers& asked, const See& see);

  /// Whether the list of a term is better read whole than skipped through to look up `numbers` articles: it
  /// is there, it is not many times longer, or it was asked for before.
  bool is_worth_reading(const std::string& term, std::size_t numbers);

  void forget();
  std::size_t bytes() const { return bytes_; }  ///< of what is kept
  /// Those read or skipped through, whether or not they have postings; and conditions.
  std::size_t terms() const { return lists_.size() + skipped_.size() + conditions_.size(); }

 private:
  const Xapian::Database& database_;
  ArticleRange range_;
  std::unordered_map<std::string, PostingList> lists_;
  std::unordered_map<std::string, std::vector<Xapian::docid>> conditions_;
  std::unordered_set<std::string> skipped_;  ///< terms not found worth reading so far
  std::size_t bytes_ = 0;
};

// The shorter side is looked up in the table of the longer: for a AND b each asked number in the lists, for a OR b each
// number of the lists among those asked. So nearly all are found, which the processor foresees.
template <class See>
void PostingList::look_up(AskedNumbers& asked, const See& see) const {
  const std::vector<Xapian::docid>& wanted = asked.numbers();
  if (wanted == numbers_) {  // each query of one word
    for (std::size_t i = 0; i < counts_.size(); ++i) see(i, counts_[i]);
  } else if (numbers_.size() < wanted.size() && !asked.table().empty()) {
    for (std::size_t at = 0; at < numbers_.size(); ++at) {
      const std::uint32_t i = asked.table().find(numbers_[at]);
      if (i != NumberTable::kNone) see(std::size_t{i}, counts_[at]);
    }
  } else if (!table_.empty() && numbers_.size() > 2 * wanted.size()) {
    for (std::size_t i = 0; i < wanted.size(); ++i) {
      const std::uint32_t at = table_.find(wanted[i]);
      if (at != NumberTable::kNone) see(i, counts_[at]);
    }
  } else {
    std::size_t at = 0;
    for (std::size_t i = 0; i < wanted.size(); ++i) {
      while (at < numbers_.size() && numbers_[at] < wanted[i]) ++at;
      if (at == numbers_.size()) return;
      if (numbers_[at] == wanted[i]) see(i, counts_[at]);
    }
  }
}

template <class Find>
const std::vector<Xapian::docid>& PostingLists::numbers_of(const std::string& condition, const Find& find) {
  const auto place = conditions_.find(condition);
  if (place != conditions_.end()) return place->second;
  std::vector<Xapian::docid> found = find();
  range_.require_all(found);
  const auto& numbers = conditions_.try_emplace(condition, std::move(found)).first->second;
  bytes_ += numbers.size() * sizeof numbers[0];
  return numbers;
}

template <class See>
void PostingLists::look_up(const std::string& term, AskedNumbers& asked, const See& see) {
  const std::vector<Xapian::docid>& numbers = asked.numbers();
  if (is_worth_reading(term, numbers.size())) return read(term).look_up(asked, see);
  auto at = database_.postlist_begin(term);
  const auto end = database_.postlist_end(term);
  for (std::size_t i = 0; i < numbers.size() && at != end; ++i) {
    if (*at < numbers[i]) at.skip_to(numbers[i]);
    if (at != end && *at == numbers[i]) see(i, at.get_wdf());
  }
}

/// Of all segments of an index.
class KeptPostings {
 public:
  /// Lists of so many bytes may stay for the next search.
  static constexpr std::size_t kMostBytes = 64'000'000;
  /// And of so many terms, which cost some 100 bytes each even without postings.
  static constexpr std::size_t kMostTerms = 100'000;

  /// REQUIRES the segments to outlive this, and what the manifest says of each.
  KeptPostings(const std::vector<Xapian::Database>& segments, const std::vector<SegmentInfo>& infos,
               std::size_t most_bytes = kMostBytes);

  PostingLists& of(std::size_t segment) { return lists_[segment]; }
  /// To be called between searches: forgets all lists if there are too many.
  void shrink();

 private:
  std::deque<PostingLists> lists_;
  std::size_t most_bytes_;
};

}  // namespace dateline
