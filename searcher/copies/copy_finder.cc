#include "searcher/copies/copy_finder.h"

#include <algorithm>

#include "common/index/schema.h"

namespace dateline {

namespace {

constexpr std::size_t kShinglesKept = 256;  // of 10 KB each

/// What so many different bits are expected of.
double estimated_similarity(unsigned bits) { return 1 - 2 * bits / 128.0; }

}  // namespace

std::optional<CopySignature> CopyFinder::signature(Xapian::docid document) const {
  return decode_signature(
      snapshot_.database().get_document(document).get_value(schema::kSignatureSlot));
}

void CopyFinder::read_signatures() {
  if (has_read_) return;
  for (std::size_t part = 0; part < snapshot_.parts().size(); ++part) {
    const Xapian::Database& database = snapshot_.parts()[part];
    const auto end = database.valuestream_end(schema::kSignatureSlot);
    for (auto at = database.valuestream_begin(schema::kSignatureSlot); at != end; ++at) {
      const Xapian::docid document = snapshot_.document_id(at.get_docid(), part);
      if (snapshot_.is_deleted(document)) continue;
      if (const auto signature = decode_signature(*at)) all_.emplace_back(document, *signature);
    }
  }
  has_read_ = true;
}

const std::vector<std::uint64_t>& CopyFinder::shingles(Xapian::docid document) {
  const auto known = shingles_.find(document);
  if (known != shingles_.end()) return known->second;
  const std::string_view text = decode_words(snapshot_.encoded_article(document)).text;
  return shingles_.emplace(document, shingles_of(text)).first->second;
}

std::optional<double> CopyFinder::compare(const std::pair<Xapian::docid, CopySignature>& a,
                                          const std::pair<Xapian::docid, CopySignature>& b,
                                          bool measured) {
  const unsigned bits = distance(a.second, b.second);
  if (bits > kPerhapsCopies) return std::nullopt;
  if (bits <= kSurelyCopies && !measured) return estimated_similarity(bits);
  if (shingles_.size() + 2 > kShinglesKept) shingles_.clear();
  const auto& of_a = shingles(a.first);
  const double similarity = jaccard(of_a, shingles(b.first));
  const bool is_copy = bits <= kSurelyCopies || similarity >= kNearCopy;
  return is_copy ? std::make_optional(similarity) : std::nullopt;
}

std::vector<CopyFinder::Copy> CopyFinder::find(Xapian::docid document, bool measured) {
  std::vector<Copy> copies;
  const auto own = signature(document);
  if (!own) return copies;
  read_signatures();
  const std::pair<Xapian::docid, CopySignature> wanted(document, *own);
  for (const auto& other : all_) {
    if (other.first == document) continue;
    if (const auto similarity = compare(wanted, other, measured)) {
      copies.push_back({other.first, *similarity});
    }
  }
  return copies;
}

bool CopyGroups::take(Xapian::docid document) {
  const auto signature = finder_.signature(document);
  if (!signature) return true;
  const std::pair<Xapian::docid, CopySignature> article(document, *signature);
  const bool is_copy = std::any_of(taken_.begin(), taken_.end(), [&](const auto& earlier) {
    return finder_.compare(earlier, article, false).has_value();
  });
  if (!is_copy) taken_.push_back(article);
  return !is_copy;
}

}  // namespace dateline
