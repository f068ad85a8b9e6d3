// Near copies of articles in an index: candidates by their signatures, decided on their texts (see
// common/text/copy_signature.h). Not thread-safe.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <optional>
#include <unordered_map>
#include <utility>
#include <vector>

#include "common/index/snapshot.h"
#include "common/text/copy_signature.h"

namespace dateline {

class CopyFinder {
 public:
  struct Copy {
    Xapian::docid document = 0;
    double similarity = 0;  ///< Jaccard of the runs of five words; at least about kNearCopy
  };

  /// REQUIRES `snapshot` to outlive the finder.
  explicit CopyFinder(Snapshot& snapshot) : snapshot_(snapshot) {}

  /// All near copies of an article, not itself, in order of their documents. The first call reads all
  /// signatures of the index. `measured`: similarity is exact, else as the signatures have it where
  /// they alone decide. Throws Xapian::Error.
  std::vector<Copy> find(Xapian::docid document, bool measured);

  /// None of a text of less than kShingleWords words: such have no copies.
  std::optional<CopySignature> signature(Xapian::docid document) const;

  /// The similarity of two articles if they are near copies.
  std::optional<double> compare(const std::pair<Xapian::docid, CopySignature>& a,
                                const std::pair<Xapian::docid, CopySignature>& b, bool measured);

 private:
  void read_signatures();
  const std::vector<std::uint64_t>& shingles(Xapian::docid document);

  Snapshot& snapshot_;
  bool has_read_ = false;
  std::vector<std::pair<Xapian::docid, CopySignature>> all_;  ///< of articles that are not deleted
  std::unordered_map<Xapian::docid, std::vector<std::uint64_t>> shingles_;  ///< those used last
};

/// Articles one after the other, of which near copies of earlier ones are left out. What is kept depends
/// on the order alone.
class CopyGroups {
 public:
  /// REQUIRES `finder` to outlive the groups.
  explicit CopyGroups(CopyFinder& finder) : finder_(finder) {}

  /// False if it is a near copy of one taken before. Takes 1 ns for each of those.
  bool take(Xapian::docid document);

 private:
  CopyFinder& finder_;
  std::vector<std::pair<Xapian::docid, CopySignature>> taken_;
};

}  // namespace dateline
