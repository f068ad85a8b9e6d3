#include "searcher/rank/article_lengths.h"

namespace dateline {

namespace {

/// Looking one up costs as much as reading so many in a row.
constexpr std::uint64_t kCostOfOne = 16;

}  // namespace

ArticleLengths::ArticleLengths(const Snapshot& snapshot)
    : snapshot_(snapshot), segments_(snapshot.parts().size()) {}

std::vector<std::uint32_t> ArticleLengths::of(const std::vector<Xapian::docid>& numbers,
                                              std::size_t part) {
  Segment& segment = segments_[part];
  std::vector<std::uint32_t> lengths;
  lengths.reserve(numbers.size());
  segment.asked += numbers.size();
  if (!segment.is_read &&
      segment.asked * kCostOfOne > snapshot_.manifest().segments[part].articles) {
    read(segment, part);
  }
  if (segment.is_read && !numbers.empty()) {
    const ArticleRange range = snapshot_.range(part);
    // They ascend: with both ends in the range, all are.
    range.place(numbers.front());
    range.place(numbers.back());
    const std::uint32_t first = range.first();
    for (const Xapian::docid number : numbers) lengths.push_back(segment.lengths[number - first]);
    return lengths;
  }
  const Xapian::Database& database = snapshot_.parts()[part];
  for (const Xapian::docid number : numbers) lengths.push_back(database.get_doclength(number));
  return lengths;
}

void ArticleLengths::read(Segment& segment, std::size_t part) {
  const ArticleRange range = snapshot_.range(part);
  segment.lengths.resize(range.size());
  const Xapian::Database& database = snapshot_.parts()[part];
  const auto end = database.postlist_end("");
  for (auto at = database.postlist_begin(""); at != end; ++at) {
    segment.lengths[range.place(*at)] = at.get_doclength();
  }
  segment.is_read = true;
}

}  // namespace dateline
